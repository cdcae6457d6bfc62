package nuanbao.engine.form;

import java.util.Optional;
import nuanbao.engine.formula.Period;
import nuanbao.engine.formula.Scope;

/** What formulas of a sheet find at other times: the figures of the same unit and row. */
@FunctionalInterface
public interface History {
  /** Nothing was ever reported before. */
  History NONE = (period, row, column) -> Optional.empty();

  /**
   * The same names at another time; empty where nothing was reported then.
   *
   * @param column the one at hand, where a rule about rows runs in every column
   */
  Optional<Scope> at(Period period, FormRow row, Optional<ColumnPath> column);
}

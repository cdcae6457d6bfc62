package nuanbao.engine.form;

import java.util.Map;
import nuanbao.engine.formula.Reference;
import nuanbao.engine.formula.Scope;
import nuanbao.engine.formula.Value;

/**
 * The cells that a formula of a form sees: those of its row, and the cover. Computed cells run when
 * asked.
 */
public final class CellScope implements Scope {
  private final Form form;
  private final Map<ColumnPath, Value> cover;
  private final Map<ColumnPath, Value> row;

  public CellScope(Form form, Map<ColumnPath, Value> cover, Map<ColumnPath, Value> row) {
    this.form = form;
    this.cover = cover;
    this.row = row;
  }

  @Override
  public Value valueOf(Reference reference) {
    CellReference cell = (CellReference) reference;
    return switch (cell.place()) {
      case COVER -> cover.getOrDefault(cell.path(), Value.BLANK);
      case ROW -> valueOf(form.indicator(cell.path()));
    };
  }

  /** The value of a cell of the row, typed or computed, unrounded. */
  public Value valueOf(Indicator indicator) {
    return indicator
        .formula()
        .map(formula -> formula.evaluate(this))
        .orElseGet(() -> row.getOrDefault(indicator.path(), Value.BLANK));
  }
}

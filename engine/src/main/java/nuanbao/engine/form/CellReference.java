package nuanbao.engine.form;

import java.util.Optional;
import nuanbao.engine.formula.Reference;
import nuanbao.engine.formula.ValueKind;

/** A cell that a formula of a form names. */
public record CellReference(
    Place place, ColumnPath path, String title, ValueKind kind, Optional<String> measuredIn)
    implements Reference {

  /** Where the cell is found. */
  public enum Place {
    /** In the row at hand. */
    ROW,
    /** Among the fields above the table. */
    COVER
  }
}

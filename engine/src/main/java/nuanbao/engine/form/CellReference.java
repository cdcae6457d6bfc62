package nuanbao.engine.form;

import java.util.Optional;
import nuanbao.engine.formula.Reference;
import nuanbao.engine.formula.ValueKind;

/**
 * What a formula of a form names.
 *
 * @param column the column meant; empty for the one at hand, where a rule about rows runs in every
 *     column
 * @param index the row, form or unit meant, or the path inside child records; empty where the place
 *     needs none
 * @param isMany whether it stands for several values
 */
public record CellReference(
    Place place,
    Optional<ColumnPath> column,
    String index,
    String title,
    ValueKind kind,
    boolean isMany,
    Optional<String> measuredIn)
    implements Reference {

  /** Where the cell is found. */
  public enum Place {
    /** In the row at hand. */
    ROW,
    /** Among the fields above the table (表头). */
    COVER,
    /** In a row that the form names (行). */
    ITEM,
    /** In the child records of a cell. */
    RECORDS,
    /** In a child record itself, for conditions on it. */
    RECORD,
    /** In all typed rows (各行). */
    EVERY_ROW,
    /** In the parts of the row at hand (下级行). */
    SUBROWS,
    /** In the total of all rows (合计行). */
    TOTAL_ROW,
    /** What is known of unit, round or measure; the index says what. */
    ATTRIBUTE
  }

  /** A cell of the row at hand, or of the cover. */
  static CellReference of(
      Place place, ColumnPath column, String title, ValueKind kind, Optional<String> measuredIn) {
    return new CellReference(place, Optional.of(column), "", title, kind, false, measuredIn);
  }
}

package nuanbao.engine.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.formula.Bounds;
import nuanbao.engine.formula.Reference;
import nuanbao.engine.formula.ValueKind;

/**
 * What a formula of a form names.
 *
 * @param column the column meant; empty for the one at hand, where a rule about rows runs in every
 *     column, and where the place leads elsewhere
 * @param index the row, form or unit meant, or the path inside child records; empty where the place
 *     needs none
 * @param isMany whether it stands for several values
 * @param choices what may stand there, where it is chosen out of a list
 * @param there what is meant in the place that this one leads to; empty where it is a cell itself
 */
public record CellReference(
    Place place,
    Optional<ColumnPath> column,
    String index,
    String title,
    ValueKind kind,
    boolean isMany,
    Optional<String> measuredIn,
    Optional<Bounds> bounds,
    Optional<Set<String>> choices,
    Optional<CellReference> there)
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
    /** In the other rows of the group that the row at hand stands in (同组). */
    SIBLINGS,
    /** In the total of all rows (合计行). */
    TOTAL_ROW,
    /** Elsewhere: in another form, of the same unit in the same round (表[…]). */
    FORM,
    /** Elsewhere: of the unit that is named (单位[…]). */
    UNIT,
    /** Elsewhere: of the unit above (上级). */
    PARENT,
    /** Elsewhere: of each unit right below (下级). */
    SUBUNITS,
    /** What is known of unit, round or measure; the index says what. */
    ATTRIBUTE
  }

  /** A cell of the row at hand, or of the cover. */
  static CellReference of(Place place, Indicator column) {
    return new CellReference(
        place,
        Optional.of(column.path()),
        "",
        column.fullTitle(),
        column.kind(),
        column.kind() == ValueKind.ROWS,
        column.measuredIn(),
        boundsOf(column),
        choicesOf(column.type()),
        Optional.empty());
  }

  /** The same column of some other place. */
  CellReference at(Place other, String otherIndex, String otherTitle, boolean many) {
    return new CellReference(
        other, column, otherIndex, otherTitle, kind, many, measuredIn, bounds, choices, there);
  }

  /** This cell in the place that another one leads to. */
  CellReference from(Place leading, String otherIndex, String otherTitle, boolean many) {
    return new CellReference(
        leading,
        Optional.empty(),
        otherIndex,
        otherTitle,
        kind,
        many,
        measuredIn,
        bounds,
        choices,
        Optional.of(this));
  }

  /** The cell that is meant in the end, wherever it is. */
  CellReference innermost() {
    return there.map(CellReference::innermost).orElse(this);
  }

  /** Something that is no cell, or a row as a whole. */
  static CellReference of(Place place, String index, String title, ValueKind kind, boolean many) {
    return new CellReference(
        place,
        Optional.empty(),
        index,
        title,
        kind,
        many,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Whether it leads from the row at hand to figures elsewhere that belong to that row. */
  boolean followsRow() {
    boolean leads = place == Place.FORM || place == Place.PARENT || place == Place.SUBUNITS;
    return leads && there.filter(cell -> cell.place == Place.ROW || cell.followsRow()).isPresent();
  }

  private static Optional<Set<String>> choicesOf(FieldType type) {
    if (type instanceof FieldType.Choice choice) return Optional.of(codes(choice.options()));
    if (type instanceof FieldType.Choices choices) return Optional.of(codes(choices.options()));
    return Optional.empty();
  }

  private static Set<String> codes(List<FieldType.Option> options) {
    Set<String> codes = new LinkedHashSet<>();
    for (FieldType.Option option : options) codes.add(option.code());
    return codes;
  }

  /** What is typed lies between them; of what is computed nothing is known. */
  private static Optional<Bounds> boundsOf(Indicator column) {
    if (column.isComputed() || !(column.type() instanceof FieldType.Number number)) {
      return Optional.empty();
    }
    return Optional.of(new Bounds(number.minimum(), number.maximum()));
  }
}

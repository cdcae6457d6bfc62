package nuanbao.engine.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nuanbao.engine.formula.Period;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitSelector;
import nuanbao.engine.unit.UnitTree;

/** A table or record sheet: what is asked. */
public final class Form {
  private final FormId id;
  private final Heading heading;
  private final List<Column> cover;
  private final Rows rows;
  private final List<Column> columns;
  private final List<Check> checks;
  private final List<String> notes;
  private final Totals totals;
  private final Map<ColumnPath, Indicator> coverFields;
  private final Map<ColumnPath, Indicator> indicators;
  private final List<Indicator> indicatorList;
  private final List<Indicator> coverFieldList;
  private final List<Check> checksInRows;
  private final List<Check> checksAcrossRows;
  private final boolean hasConditions;
  private final boolean isFilledInParts;
  private final boolean asksByCell;

  /**
   * What is printed above a form.
   *
   * @param attachment its number in the notice (附件), if any
   * @param measuredIn the line 计量单位, if any
   */
  public record Heading(String title, Optional<String> attachment, Optional<String> measuredIn) {}

  /**
   * @param cover fields above the table, such as who filled it in
   * @param columns what every row holds
   * @param notes printed below
   */
  public Form(
      FormId id,
      Heading heading,
      List<Column> cover,
      Rows rows,
      List<Column> columns,
      List<Check> checks,
      List<String> notes,
      Totals totals) {
    this.id = id;
    this.heading = heading;
    this.cover = List.copyOf(cover);
    this.rows = rows;
    this.columns = List.copyOf(columns);
    this.checks = List.copyOf(checks);
    this.notes = List.copyOf(notes);
    this.totals = totals;
    this.coverFields = byPath(cover);
    this.indicators = byPath(columns);
    this.coverFieldList = List.copyOf(coverFields.values());
    this.indicatorList = List.copyOf(indicators.values());
    Map<Boolean, List<Check>> inRows =
        checks.stream()
            .collect(
                Collectors.partitioningBy(one -> one.reach(rows.shape()) == Check.Reach.EACH_ROW));
    this.checksInRows = List.copyOf(inRows.getOrDefault(true, List.of()));
    this.checksAcrossRows = List.copyOf(inRows.getOrDefault(false, List.of()));
    this.isFilledInParts =
        Stream.concat(
                indicators.values().stream(),
                rows.items().stream().flatMap(item -> item.cells().values().stream()))
            .anyMatch(one -> one.applicability().filledBy().isPresent());
    this.asksByCell =
        Stream.concat(
                indicators.values().stream(),
                rows.items().stream().flatMap(item -> item.cells().values().stream()))
            .anyMatch(Form::asksByCell);
    this.hasConditions =
        Stream.concat(indicators.values().stream(), coverFields.values().stream())
            .anyMatch(one -> one.applicability().shownWhen().isPresent());
  }

  private static Map<ColumnPath, Indicator> byPath(List<Column> columns) {
    return Column.indicatorsOf(columns).stream()
        .collect(
            Collectors.toMap(
                Indicator::path, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  public FormId id() {
    return id;
  }

  public Heading heading() {
    return heading;
  }

  public String title() {
    return heading.title();
  }

  public List<Column> cover() {
    return cover;
  }

  public Rows rows() {
    return rows;
  }

  public List<Column> columns() {
    return columns;
  }

  public List<Check> checks() {
    return checks;
  }

  /** The checks that run in every row. */
  List<Check> checksInRows() {
    return checksInRows;
  }

  /** The checks that run in every column, or once. */
  List<Check> checksAcrossRows() {
    return checksAcrossRows;
  }

  public List<String> notes() {
    return notes;
  }

  public Totals totals() {
    return totals;
  }

  /** The values of a row, left to right. */
  public List<Indicator> indicators() {
    return indicatorList;
  }

  /** The values of the cover, in order. */
  public List<Indicator> coverFields() {
    return coverFieldList;
  }

  public Optional<Indicator> findCoverField(ColumnPath path) {
    return Optional.ofNullable(coverFields.get(path));
  }

  private static boolean asksByCell(Indicator column) {
    boolean isNarrowed =
        column.type() instanceof FieldType.Choice choice && choice.narrowedBy().isPresent();
    return isNarrowed
        || column.applicability().isConditional()
        || column.applicability().mayNotApply();
  }

  /** Whether what is asked of some cell of a row depends on more than its column. */
  boolean asksByCell() {
    return asksByCell;
  }

  /** Whether columns of one row are typed by several reporters. */
  public boolean isFilledInParts() {
    return isFilledInParts;
  }

  /** Whether what is written in one cell decides if another is shown. */
  public boolean hasConditions() {
    return hasConditions;
  }

  /** Whether some computed cell is worked out of figures of another time. */
  public boolean looksAt(Period period) {
    return Stream.concat(
            indicators.values().stream(),
            rows.items().stream().flatMap(item -> item.cells().values().stream()))
        .flatMap(cell -> cell.formula().stream())
        .anyMatch(formula -> formula.periods().contains(period));
  }

  /** The row that the form names so. */
  public Optional<Item> findItem(String key) {
    return rows.items().stream().filter(item -> item.key().equals(key)).findFirst();
  }

  /** The rows from one to another as printed, headings left out: {@code first..last}. */
  public List<Item> itemsBetween(String range) {
    int dots = range.indexOf("..");
    List<Item> all = rows.items();
    int one = position(all, range.substring(0, dots));
    int other = position(all, range.substring(dots + 2));
    return all.subList(Math.min(one, other), Math.max(one, other) + 1).stream()
        .filter(item -> !item.isSection())
        .toList();
  }

  private static int position(List<Item> items, String key) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).key().equals(key)) return i;
    }
    throw new IllegalArgumentException("no row " + key);
  }

  /** The columns from one to another as printed. */
  public List<Indicator> columnsBetween(ColumnPath first, String last) {
    int one = position(first);
    int other = position(new ColumnPath(last));
    return indicatorList.subList(Math.min(one, other), Math.max(one, other) + 1);
  }

  private int position(ColumnPath path) {
    for (int i = 0; i < indicatorList.size(); i++) {
      if (indicatorList.get(i).path().equals(path)) return i;
    }
    throw new IllegalArgumentException("form " + id + " has no column " + path);
  }

  /** The columns that name the rows. */
  public List<Stub> stubs() {
    return rows.shape() == Rows.Shape.RECORD ? List.of() : rows.stubs();
  }

  /**
   * The rows of a reporter's sheet: those that the definition gives it, or the entries it wrote.
   *
   * @param answers what was written so far
   */
  public List<FormRow> sheet(
      Unit reporter, UnitSelector reporters, UnitTree units, Answers answers) {
    if (rows.shape() != Rows.Shape.LIST) {
      return isFilledElsewhereBy(reporter, units)
          ? units.roots().stream()
              .flatMap(root -> rows.sheet(root, reporters, units).stream())
              .toList()
          : rows.sheet(reporter, reporters, units);
    }
    List<FormRow> entries = new ArrayList<>();
    for (RowKey key : answers.rows().keySet()) {
      Unit unit = units.findUnit(key.unit()).orElse(reporter);
      String number = "第" + (entries.size() + 1) + "条";
      entries.add(FormRow.entry(key, unit, reporter, number));
    }
    return entries;
  }

  /** Whether a unit types columns of rows that are not its own. */
  private boolean isFilledElsewhereBy(Unit reporter, UnitTree units) {
    return rows instanceof Rows.OfUnits
        && indicators().stream()
            .flatMap(column -> column.applicability().filledBy().stream())
            .anyMatch(some -> some.selects(reporter, units));
  }

  /** Whether both ends of a range of rows ({@code first..last}) are there. */
  public boolean hasItems(String range) {
    int dots = range.indexOf("..");
    return findItem(range.substring(0, dots)).isPresent()
        && findItem(range.substring(dots + 2)).isPresent();
  }

  public Optional<Indicator> findIndicator(ColumnPath path) {
    return Optional.ofNullable(indicators.get(path));
  }

  /** The column at this path, which must exist. */
  public Indicator indicator(ColumnPath path) {
    return findIndicator(path)
        .orElseThrow(() -> new IllegalArgumentException("form " + id + " has no column " + path));
  }
}

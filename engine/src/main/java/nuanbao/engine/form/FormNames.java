package nuanbao.engine.form;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nuanbao.engine.form.CellReference.Place;
import nuanbao.engine.formula.Names;
import nuanbao.engine.formula.Reference;
import nuanbao.engine.formula.ValueKind;
import nuanbao.engine.problem.Similar;
import nuanbao.engine.unit.Unit;

/**
 * The names that formulas of a form may use: keys, titles or codes of its columns, as much of the
 * path as is unambiguous; rows it names, by key, title or code (行, r); fields of the cover (表头);
 * all rows (各行), the total (合计行), the parts of a row (下级行), the others of its group (同组); what is
 * known of unit and round (单位.名称, 报告期.止); and elsewhere the figures of another form (表[…]), of a
 * named unit (单位[…]), of the unit above (上级) and of those right below (下级).
 */
public final class FormNames implements Names {
  private static final Pattern COLUMN_CODE = Pattern.compile("(?:c|栏)([0-9]+)");
  private static final Pattern ROW_CODE = Pattern.compile("(?:r|行)([0-9]+)");
  private static final List<String> COLUMN = List.of("c", "栏", "column");
  private static final List<String> ROW = List.of("r", "行", "row");
  private static final List<String> COVER = List.of("表头", "cover", "header");
  private static final List<String> EVERY_ROW = List.of("各行", "rows");
  private static final List<String> SUBROWS = List.of("下级行", "subrows");
  private static final List<String> SIBLINGS = List.of("同组", "siblings");
  private static final List<String> TOTAL_ROW = List.of("合计行", "totalRow");
  private static final List<String> FORM = List.of("表", "form");
  private static final List<String> UNIT = List.of("单位", "unit");
  private static final List<String> PARENT = List.of("上级", "parent");
  private static final List<String> SUBUNITS = List.of("下级", "subunits");

  /** What figures of elsewhere have: rolled up, there is no cover and nothing inside a cell. */
  private static final Set<Place> IN_FIGURES =
      EnumSet.of(
          Place.ROW, Place.ITEM, Place.EVERY_ROW, Place.SUBROWS, Place.SIBLINGS, Place.TOTAL_ROW);

  private static final int MOST_CANDIDATES = 3;

  /** What is known of a place: its words, and what stands behind it. */
  static final Map<String, Map<String, Attribute>> ATTRIBUTES =
      Map.of(
          "单位",
          Map.of("名称", Attribute.UNIT_NAME),
          "unit",
          Map.of("name", Attribute.UNIT_NAME),
          "报告期",
          Map.of(
              "起", Attribute.ROUND_FROM,
              "止", Attribute.ROUND_TO,
              "期限", Attribute.ROUND_DUE),
          "round",
          Map.of(
              "from", Attribute.ROUND_FROM,
              "to", Attribute.ROUND_TO,
              "due", Attribute.ROUND_DUE),
          "任务",
          Map.of("目标", Attribute.MEASURE_TARGET),
          "measure",
          Map.of("target", Attribute.MEASURE_TARGET));

  /** What can be asked of unit, round and measure at hand. */
  public enum Attribute {
    UNIT_NAME(ValueKind.WORDS),
    ROUND_FROM(ValueKind.DAY),
    ROUND_TO(ValueKind.DAY),
    ROUND_DUE(ValueKind.DAY),
    /** The number that the measure of the row is held against. */
    MEASURE_TARGET(ValueKind.NUMBER);

    private final ValueKind kind;

    Attribute(ValueKind kind) {
      this.kind = kind;
    }
  }

  private final List<Indicator> columns;
  private final List<Indicator> cover;
  private final List<Item> items;
  private final NamesBeyond beyond;
  private final ColumnNames columnNames;
  private final ColumnNames coverNames;

  /** The names of a form that stands alone. */
  public FormNames(List<Column> columns, List<Column> cover, List<Item> items) {
    this(
        Column.indicatorsOf(columns),
        Column.indicatorsOf(cover),
        List.copyOf(items),
        NamesBeyond.NONE);
  }

  private FormNames(
      List<Indicator> columns, List<Indicator> cover, List<Item> items, NamesBeyond beyond) {
    this.columns = columns;
    this.cover = cover;
    this.items = items;
    this.beyond = beyond;
    this.columnNames = new ColumnNames(columns, Place.ROW);
    this.coverNames = new ColumnNames(cover, Place.COVER);
  }

  /** The same names among other forms and units. */
  public FormNames among(NamesBeyond others) {
    return new FormNames(columns, cover, items, others);
  }

  /** Only what stands in a group, by the keys that lead to it: for rules that a type brings. */
  public FormNames within(List<String> group) {
    return new FormNames(within(columns, group), within(cover, group), List.of(), NamesBeyond.NONE);
  }

  private static List<Indicator> within(List<Indicator> columns, List<String> group) {
    return columns.stream()
        .filter(
            one -> {
              List<String> keys = one.path().keys();
              return keys.size() > group.size() && keys.subList(0, group.size()).equals(group);
            })
        .toList();
  }

  @Override
  public Resolution resolve(List<Step> path) {
    Step first = path.get(0);
    boolean isForm = FORM.contains(first.name()) && first.index().isPresent();
    return isForm ? inForm(first, path.subList(1, path.size())) : inOwnForm(path);
  }

  /**
   * The column that is written so outside of a formula: keys or titles joined by dots.
   *
   * @return {@link Found} only for a column of the row
   */
  public Resolution resolveColumnWritten(String written) {
    List<Step> path = new ArrayList<>();
    for (String step : written.split("\\.", -1)) path.add(Step.of(step.strip()));
    Resolution resolution = resolve(path);
    if (!(resolution instanceof Found found)) return resolution;
    CellReference cell = (CellReference) found.reference();
    return cell.place() == Place.ROW && cell.column().isPresent() ? resolution : new Unknown("");
  }

  private Resolution inForm(Step form, List<Step> rest) {
    String name = form.index().orElseThrow();
    Optional<NamesBeyond.Named> named = beyond.findForm(name);
    if (named.isEmpty()) {
      return new Unknown(
          beyond.nearestForm(name).map(near -> form.name() + "[" + near + "]").orElse(""));
    }
    FormNames names = named.get().names().among(beyond);
    if (rest.isEmpty()) return new Unknown("");
    Resolution cell = names.inOwnForm(rest);
    if (!(cell instanceof Found found)) return cell;
    CellReference there = (CellReference) found.reference();
    CellReference meant = there.innermost();
    boolean lacksColumn = meant.column().isEmpty() && meant.place() != Place.EVERY_ROW;
    if (!isInFigures(there) || lacksColumn) return new Unknown("");
    if (meant.place() == Place.ROW && !names.items.isEmpty() && !sharesRows(names)) {
      return new Ambiguous(
          names.items.stream()
              .filter(item -> !item.isSection())
              .map(item -> "%s.行[%s].%s".formatted(form, item.title(), meant.title()))
              .limit(MOST_CANDIDATES)
              .toList());
    }
    String title = "《" + named.get().title() + "》" + there.title();
    return new Found(there.from(Place.FORM, named.get().id().value(), title, there.isMany()));
  }

  /** Whether the row at hand may stand in another form too. */
  private boolean sharesRows(FormNames other) {
    Set<String> keys = other.items.stream().map(Item::key).collect(Collectors.toSet());
    return items.stream().map(Item::key).anyMatch(keys::contains);
  }

  private static boolean isInFigures(CellReference cell) {
    return IN_FIGURES.contains(cell.innermost().place());
  }

  private Resolution inOwnForm(List<Step> path) {
    Step first = path.get(0);
    List<Step> rest = path.subList(1, path.size());
    if (first.isQuoted() || rest.isEmpty()) return here(path);
    if (UNIT.contains(first.name()) && first.index().isPresent()) return ofUnit(first, rest);
    if (PARENT.contains(first.name())) return elsewhere(Place.PARENT, "", first.name(), rest);
    if (SUBUNITS.contains(first.name())) return elsewhere(Place.SUBUNITS, "", first.name(), rest);
    return here(path);
  }

  private Resolution ofUnit(Step first, List<Step> rest) {
    String name = first.index().orElseThrow();
    List<Unit> units = beyond.unitsNamed(name);
    if (units.isEmpty()) {
      Optional<String> near = beyond.nearestUnit(name);
      return new Unknown(near.map(one -> first.name() + "[" + one + "]").orElse(""));
    }
    if (units.size() > 1) {
      return new Ambiguous(
          units.stream().map(unit -> first.name() + "[" + unit.id() + "]").toList());
    }
    Unit unit = units.get(0);
    return elsewhere(Place.UNIT, unit.id().value(), unit.shortName(), rest);
  }

  private Resolution elsewhere(Place place, String index, String title, List<Step> rest) {
    Resolution cell = here(rest);
    if (!(cell instanceof Found found)) return cell;
    CellReference there = (CellReference) found.reference();
    boolean isMany = place == Place.SUBUNITS;
    // Of several units each has one value: several of each would be a list of lists.
    if (!isInFigures(there) || (isMany && there.isMany())) return new Unknown("");
    String printed = title + "." + there.title();
    return new Found(there.from(place, index, printed, isMany || there.isMany()));
  }

  private Resolution here(List<Step> path) {
    Step first = path.get(0);
    List<Step> rest = path.subList(1, path.size());
    if (!first.isQuoted()) {
      if (first.index().isPresent()) return indexed(first, rest);
      if (COVER.contains(first.name()) && !rest.isEmpty()) return coverNames.resolve(rest);
      if (EVERY_ROW.contains(first.name())) return many(Place.EVERY_ROW, first, rest);
      if (SUBROWS.contains(first.name())) return many(Place.SUBROWS, first, rest);
      if (SIBLINGS.contains(first.name()) && !items.isEmpty()) {
        return many(Place.SIBLINGS, first, rest);
      }
      if (TOTAL_ROW.contains(first.name())) {
        return columnOf(rest, first.name(), Place.TOTAL_ROW, "", false);
      }
      Map<String, Attribute> attributes = ATTRIBUTES.get(first.name());
      if (attributes != null && !rest.isEmpty()) return attribute(first, attributes, rest.get(0));
      Matcher row = ROW_CODE.matcher(first.name());
      if (row.matches() && !items.isEmpty()) return item(row.group(1), rest);
      Matcher column = COLUMN_CODE.matcher(first.name());
      if (column.matches() && rest.isEmpty()) return byCode(column.group(1), first);
    }
    Resolution own = columnNames.resolve(path);
    if (!(own instanceof Unknown)) return own;
    Optional<Resolution> inRecords = inRecords(path);
    if (inRecords.isPresent()) return inRecords.get();
    Resolution above = coverNames.resolve(path);
    return above instanceof Unknown ? own : above;
  }

  private Resolution indexed(Step first, List<Step> rest) {
    String index = first.index().orElseThrow();
    if (ROW.contains(first.name())) return item(index, rest);
    if (COLUMN.contains(first.name()) && rest.isEmpty()) return byCode(index, first);
    return new Unknown("");
  }

  private Resolution attribute(Step first, Map<String, Attribute> attributes, Step name) {
    Attribute attribute = attributes.get(name.name());
    if (attribute == null) {
      return new Unknown(Similar.nearest(name.name(), attributes.keySet()).orElse(""));
    }
    String title = first.name() + "." + name.name();
    return new Found(
        CellReference.of(Place.ATTRIBUTE, attribute.name(), title, attribute.kind, false));
  }

  /** A row that the form names, by key, title or code; of it a column, or the one at hand. */
  private Resolution item(String name, List<Step> rest) {
    List<Item> found = items.stream().filter(item -> item.isCalled(name)).toList();
    if (found.isEmpty()) {
      List<String> known = new ArrayList<>();
      items.forEach(item -> known.add(item.title()));
      return new Unknown(Similar.nearest(name, known).map(near -> "行[" + near + "]").orElse(""));
    }
    if (found.size() > 1) {
      return new Ambiguous(found.stream().map(item -> "行[" + item.key() + "]").toList());
    }
    Item item = found.get(0);
    if (rest.isEmpty()) {
      boolean isNumber =
          item.isSection() || item.cells().values().stream().anyMatch(Indicator::isNumber);
      ValueKind kind = isNumber ? ValueKind.NUMBER : ValueKind.WORDS;
      return new Found(CellReference.of(Place.ITEM, item.key(), item.title(), kind, false));
    }
    return columnOf(rest, item.title(), Place.ITEM, item.key(), false);
  }

  private Resolution many(Place place, Step first, List<Step> rest) {
    if (rest.isEmpty()) {
      ValueKind kind = place == Place.EVERY_ROW ? ValueKind.ROWS : ValueKind.NUMBER;
      return new Found(CellReference.of(place, "", first.name(), kind, true));
    }
    return columnOf(rest, first.name(), place, "", true);
  }

  /** A column of some other row than the one at hand. */
  private Resolution columnOf(
      List<Step> rest, String first, Place place, String index, boolean isMany) {
    if (rest.isEmpty()) return new Unknown("");
    Resolution column = resolveColumn(rest);
    if (!(column instanceof Found found)) return column;
    CellReference cell = (CellReference) found.reference();
    return new Found(cell.at(place, index, first + "." + cell.title(), isMany));
  }

  private Resolution resolveColumn(List<Step> path) {
    Matcher code = COLUMN_CODE.matcher(path.get(0).name());
    if (path.size() == 1 && code.matches()) return byCode(code.group(1), path.get(0));
    if (path.size() == 1
        && path.get(0).index().isPresent()
        && COLUMN.contains(path.get(0).name())) {
      return byCode(path.get(0).index().orElseThrow(), path.get(0));
    }
    return columnNames.resolve(path);
  }

  private Resolution byCode(String code, Step written) {
    for (Indicator column : columns) {
      if (column.code().filter(code::equals).isEmpty()) continue;
      return new Found(ColumnNames.reference(column, Place.ROW));
    }
    List<String> codes = columns.stream().flatMap(column -> column.code().stream()).toList();
    Optional<String> near = Similar.nearest(code, codes);
    return new Unknown(near.map(one -> written.name().substring(0, 1) + one).orElse(""));
  }

  /** A value inside the child records of one of the columns: 服务经历.小时. */
  private Optional<Resolution> inRecords(List<Step> path) {
    for (int split = 1; split < path.size(); split++) {
      Resolution outer = columnNames.resolve(path.subList(0, split));
      if (!(outer instanceof Found found)) continue;
      CellReference cell = (CellReference) found.reference();
      Indicator column = column(cell.column().orElseThrow());
      if (!(column.type() instanceof FieldType.Records records)) continue;
      List<Indicator> inner = Column.indicatorsOf(records.columns());
      Resolution value =
          new ColumnNames(inner, Place.RECORD).resolve(path.subList(split, path.size()));
      if (!(value instanceof Found one)) return Optional.of(value);
      CellReference of = (CellReference) one.reference();
      return Optional.of(
          new Found(
              new CellReference(
                  Place.RECORDS,
                  cell.column(),
                  of.column().orElseThrow().value(),
                  cell.title() + "." + of.title(),
                  of.kind(),
                  true,
                  of.measuredIn(),
                  of.bounds(),
                  of.choices(),
                  Optional.empty())));
    }
    return Optional.empty();
  }

  private Indicator column(ColumnPath path) {
    return columns.stream().filter(one -> one.path().equals(path)).findFirst().orElseThrow();
  }

  /** Behind 当: the columns of the rows counted, or those of the child records. */
  @Override
  public Names beside(Reference many) {
    CellReference cell = (CellReference) many;
    if (cell.place() == Place.FORM) {
      return beyond.form(new FormId(cell.index())).names().among(beyond)::inOwnForm;
    }
    boolean isRecords =
        cell.place() == Place.RECORDS
            || (cell.place() == Place.ROW && cell.kind() == ValueKind.ROWS);
    if (!isRecords) return this;
    FieldType.Records records = (FieldType.Records) column(cell.column().orElseThrow()).type();
    ColumnNames inner = new ColumnNames(Column.indicatorsOf(records.columns()), Place.RECORD);
    return path -> {
      Resolution own = inner.resolve(path);
      return own instanceof Unknown ? resolve(path) : own;
    };
  }

  /** Columns from one to another, or rows from one to another, as printed. */
  @Override
  public Resolution resolveRange(Reference first, Reference last) {
    CellReference from = (CellReference) first;
    CellReference to = (CellReference) last;
    boolean areColumns = from.place() == Place.ROW && to.place() == Place.ROW;
    boolean areRows =
        from.place() == Place.ITEM && to.place() == Place.ITEM && from.column().equals(to.column());
    if (!areColumns && !areRows) return new Unknown("");
    String index =
        areColumns
            ? to.column().map(ColumnPath::value).orElse("")
            : from.index() + ".." + to.index();
    Place place = areColumns ? Place.ROW : Place.ITEM;
    return new Found(from.at(place, index, from.title() + ".." + to.title(), true));
  }
}

package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.form.Applicability;
import nuanbao.engine.form.CellReference;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.FormNames;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.OverTime;
import nuanbao.engine.form.Part;
import nuanbao.engine.form.Register;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.form.Rows;
import nuanbao.engine.form.Stub;
import nuanbao.engine.form.Totals;
import nuanbao.engine.formula.Names;
import nuanbao.engine.json.ItemReader.Written;
import nuanbao.engine.measure.Responsibility.Role;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitSelector;
import nuanbao.engine.unit.UnitTree;

/** Reads where the rows of a form come from. */
final class RowsReader {
  private static final int DEFAULT_MOST = 5000;
  private static final ColumnPath STATE = new ColumnPath("state");
  private static final ColumnPath CHANGED = new ColumnPath("changed");

  private final Optional<Located> rows;
  private final String of;
  private final Types types;
  private final Optional<UnitNames> units;
  private final Optional<MeasureList> measures;
  private final Problems problems;

  RowsReader(
      Optional<Located> rows,
      Types types,
      Optional<UnitNames> units,
      Optional<MeasureList> measures,
      Problems problems) {
    this.rows = rows;
    this.of = rows.flatMap(one -> one.text("of")).orElse("single");
    this.types = types;
    this.units = units;
    this.measures = measures;
    this.problems = problems;
  }

  /** Whether columns may leave their type to the rows. */
  boolean mayBeOpen() {
    return isFixed() || of.equals("measures");
  }

  private boolean isFixed() {
    return of.equals("fixed");
  }

  /** The author's columns, and those that a ledger has without being asked. */
  List<Column> withOwn(List<Column> columns) {
    if (!of.equals("register") || rows.isEmpty()) return columns;
    List<FieldType.Option> states = new ArrayList<>();
    rows.get()
        .members("states")
        .forEach(
            (key, state) -> states.add(new FieldType.Option(key, state.text("title").orElse(key))));
    List<Column> all = new ArrayList<>(columns);
    all.add(own(STATE, "状态", new FieldType.Choice(states, Optional.empty())));
    all.add(own(CHANGED, "变动日期", new FieldType.Day()));
    return all;
  }

  private static Indicator own(ColumnPath path, String title, FieldType type) {
    return new Indicator(
        path,
        List.of(title),
        Optional.empty(),
        Part.APART,
        type,
        Optional.empty(),
        0,
        true,
        RollupRule.NONE,
        OverTime.STOCK,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Applicability.ALWAYS);
  }

  /** The rows that the definition names, as they were written. */
  Map<String, Written> items(ColumnReader columns, List<Column> row) {
    if (rows.isEmpty()) return Map.of();
    if (isFixed()) {
      return new ItemReader(types, columns, row, problems).read(rows.get().members("rows"));
    }
    if (!of.equals("measures") || measures.isEmpty()) return Map.of();
    List<Located> named = rows.get().items("measures");
    List<Item> chosen = named.isEmpty() ? measures.get().all() : measures.get().select(named);
    if (chosen.isEmpty() && named.isEmpty()) {
      problems.add(rows.get().problem(ProblemCode.NO_MEASURES));
    }
    Map<String, Written> written = new LinkedHashMap<>();
    for (Item item : chosen) {
      Item whole = item.isSection() ? item : item.with(cells(item, columns, row));
      written.put(
          item.key(), new Written(rows.get(), ColumnSource.of(rows.get(), types, problems), whole));
    }
    for (Indicator column : Column.indicatorsOf(row)) {
      boolean isHeld = written.values().stream().anyMatch(one -> holds(one.item(), column));
      if (column.type() instanceof FieldType.ByRow && !isHeld) {
        problems.add(
            columns
                .placeOf(column)
                .problemAtKey(ProblemCode.COLUMN_WITHOUT_TYPE, column.path().value()));
      }
    }
    return written;
  }

  private static boolean holds(Item item, Indicator column) {
    return item.findCell(column.path()).isPresent();
  }

  /** A column that says no type holds the number that the measure's target is held against. */
  private Map<ColumnPath, Indicator> cells(Item item, ColumnReader columns, List<Column> row) {
    Optional<ColumnSource> target =
        measures
            .flatMap(list -> list.figureOf(item.key()))
            .map(figure -> ColumnSource.of(figure, types, problems));
    Map<ColumnPath, Indicator> cells = new LinkedHashMap<>();
    for (Indicator column : Column.indicatorsOf(row)) {
      Optional<Indicator> cell =
          column.type() instanceof FieldType.ByRow
              ? target.flatMap(one -> columns.cell(column, one))
              : Optional.of(column);
      cell.ifPresent(one -> cells.put(one.path(), one));
    }
    return cells;
  }

  /** Where sums are printed. */
  Totals totals() {
    return new Totals(
        switch (rows.flatMap(one -> one.text("totals")).orElse("first")) {
          case "last" -> Totals.Position.LAST;
          case "none" -> Totals.Position.NONE;
          default -> Totals.Position.FIRST;
        },
        rows.flatMap(one -> one.text("average")));
  }

  /** The rows. */
  Rows read(List<Column> columns, List<Item> items, FormNames names) {
    if (rows.isEmpty()) return new Rows.Single(UnitSelector.NONE);
    Located written = rows.get();
    UnitSelector own = select(written, "own").orElse(UnitSelector.NONE);
    List<Stub> stubs = stubs(written);
    return switch (of) {
      case "units" -> {
        UnitSelector typed = select(written, "units").orElse(UnitSelector.NONE);
        units.ifPresent(all -> checkCountedOnce(written, all.tree(), typed, own));
        yield new Rows.OfUnits(stubs, typed, own);
      }
      case "fixed" -> new Rows.Fixed(stubs, items, own);
      case "measures" ->
          new Rows.OfMeasures(
              stubs,
              items,
              measures.map(MeasureList::tasks).orElse(Map.of()),
              roles(written, "roles"),
              roles(written, "counts"),
              own);
      case "entries", "register" -> entries(written, stubs, columns, names);
      default -> new Rows.Single(own);
    };
  }

  private Rows entries(Located written, List<Stub> stubs, List<Column> columns, FormNames names) {
    int least = written.whole("min").orElse(0);
    int most = written.whole("max").orElse(DEFAULT_MOST);
    if (least > most) {
      problems.add(
          written.get("min").orElse(written).problem(ProblemCode.BOUNDS_CROSSED, least, most));
    }
    Set<ColumnPath> unique = new LinkedHashSet<>();
    for (Located name : written.items("unique")) column(name, names).ifPresent(unique::add);
    Optional<Register> register =
        of.equals("register") ? Optional.of(register(written, columns, names)) : Optional.empty();
    return new Rows.Entries(stubs, select(written, "units"), least, most, unique, register);
  }

  private Register register(Located written, List<Column> columns, FormNames names) {
    List<Register.State> states = new ArrayList<>();
    written
        .members("states")
        .forEach(
            (key, state) ->
                states.add(
                    new Register.State(
                        key, state.text("title").orElse(key), state.flag("closed").orElse(false))));
    if (states.stream().noneMatch(Register.State::isClosed)) {
      written
          .get("states")
          .ifPresent(place -> problems.add(place.problem(ProblemCode.REGISTER_NEVER_CLOSES)));
    }
    Optional<ColumnPath> due = written.get("due").flatMap(name -> column(name, names));
    due.ifPresent(
        path ->
            Column.indicatorsOf(columns).stream()
                .filter(one -> one.path().equals(path))
                .filter(one -> !(one.type() instanceof FieldType.Day))
                .forEach(
                    one ->
                        problems.add(
                            written
                                .get("due")
                                .orElseThrow()
                                .problem(ProblemCode.REGISTER_DUE_NO_DAY, one.title()))));
    return new Register(states, STATE, CHANGED, due);
  }

  private Optional<ColumnPath> column(Located name, FormNames names) {
    Names.Resolution resolution = names.resolveColumnWritten(name.text());
    if (resolution instanceof Names.Found found
        && found.reference() instanceof CellReference cell
        && !cell.isMany()) {
      return cell.column();
    }
    String near = resolution instanceof Names.Unknown unknown ? unknown.suggestion() : "";
    problems.add(name.problem(ProblemCode.UNKNOWN_COLUMN, name.text(), near));
    return Optional.empty();
  }

  private static Set<Role> roles(Located rows, String key) {
    Set<Role> roles = new LinkedHashSet<>();
    for (Located role : rows.items(key)) {
      roles.add(role.text().equals("lead") ? Role.LEAD : Role.ASSIST);
    }
    return roles.isEmpty() ? Set.of(Role.LEAD, Role.ASSIST) : roles;
  }

  private List<Stub> stubs(Located written) {
    List<Stub> stubs = new ArrayList<>();
    written
        .members("head")
        .forEach(
            (key, stub) ->
                Stub.Kind.find(key)
                    .map(
                        kind ->
                            new Stub(
                                kind, stub.text("title").orElse(title(kind)), stub.text("code")))
                    .ifPresent(stubs::add));
    return stubs.isEmpty() ? List.of(Stub.name(title(Stub.Kind.NAME))) : stubs;
  }

  private String title(Stub.Kind kind) {
    return switch (kind) {
      case NUMBER -> "序号";
      case NAME -> isFixed() ? "指标名称" : of.equals("measures") ? "工作任务" : "单位";
      case IN -> "计量单位";
      case CODE -> "代码";
      case TEXT -> "任务内容";
      case LEAD -> "牵头单位";
      case ASSIST -> "责任单位";
      case TARGET -> "目标";
      case BY -> "完成时限";
    };
  }

  private Optional<UnitSelector> select(Located from, String key) {
    return units.flatMap(names -> from.get(key).map(list -> names.select(list, problems)));
  }

  /** A unit is typed, or added up from units below it, never both. */
  private void checkCountedOnce(Located rows, UnitTree tree, UnitSelector typed, UnitSelector own) {
    List<Unit> typedUnits = typed.unitsIn(tree);
    for (Unit unit : typedUnits) {
      Optional<Unit> above = tree.parent(unit);
      while (above.isPresent() && !typed.selects(above.get(), tree)) {
        above = tree.parent(above.get());
      }
      if (above.isEmpty()) continue;
      problems.add(
          rows.get("units")
              .orElseThrow()
              .problem(ProblemCode.ROW_AND_ABOVE, unit.shortName(), above.get().shortName()));
      break;
    }
    List<Unit> ownUnits = own.unitsIn(tree);
    ownUnits.stream()
        .filter(unit -> typed.selects(unit, tree))
        .findFirst()
        .ifPresent(unit -> tellOwn(rows, ProblemCode.OWN_AND_TYPED, unit));
    ownUnits.stream()
        .filter(unit -> !typed.selects(unit, tree))
        .filter(unit -> tree.within(unit).stream().noneMatch(typedUnits::contains))
        .findFirst()
        .ifPresent(unit -> tellOwn(rows, ProblemCode.OWN_WITHOUT_PARTS, unit));
  }

  private void tellOwn(Located rows, ProblemCode code, Unit unit) {
    problems.add(rows.get("own").orElseThrow().problem(code, unit.shortName()));
  }
}

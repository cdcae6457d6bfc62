package nuanbao.engine.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.form.CellReference;
import nuanbao.engine.form.Check;
import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnGroup;
import nuanbao.engine.form.ColumnNames;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Rows;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.formula.FormulaParser;
import nuanbao.engine.formula.FormulaParser.Mistake;
import nuanbao.engine.formula.FormulaParser.Parsed;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitSelector;
import nuanbao.engine.unit.UnitTree;

/** Reads one form file. */
final class FormReader {
  private static final String UNIT_HEAD = "单位";

  private final Located root;
  private final FormId id;
  private final Types types;
  private final Optional<UnitNames> units;
  private final boolean repeats;
  private final Problems problems;

  /**
   * Reads a form.
   *
   * @param units empty when units.json could not be read; then names of units are not looked at
   * @param repeats whether a duty asks for it round after round
   */
  FormReader(
      Located root,
      FormId id,
      Types types,
      Optional<UnitNames> units,
      boolean repeats,
      Problems problems) {
    this.root = root;
    this.id = id;
    this.types = types.with(root.members("types"));
    this.units = units;
    this.repeats = repeats;
    this.problems = problems;
  }

  Form read() {
    types.checkCycles(problems);
    ColumnReader coverReader = new ColumnReader(types, false, problems);
    ColumnReader rowReader = new ColumnReader(types, repeats, problems);
    List<Column> cover = root.get("cover").map(coverReader::read).orElse(List.of());
    List<Column> columns = root.get("row").map(rowReader::read).orElse(List.of());
    FormulaParser parser = new FormulaParser(new ColumnNames(named(columns), named(cover)));
    Map<ColumnPath, Formula> formulas = formulas(rowReader.formulas(), parser);
    return new Form(
        id,
        new Form.Heading(
            root.text("title").orElse(id.value()),
            root.text("attachment"),
            root.text("measuredIn")),
        cover,
        rows(),
        columns.stream().map(column -> computed(column, formulas)).toList(),
        checks(parser),
        root.items("notes").stream().map(Located::text).toList());
  }

  private static List<ColumnNames.Named> named(List<Column> columns) {
    return Column.indicatorsOf(columns).stream()
        .map(one -> new ColumnNames.Named(one.path(), one.titles(), one.kind(), one.measuredIn()))
        .toList();
  }

  private Map<ColumnPath, Formula> formulas(Map<ColumnPath, Located> texts, FormulaParser parser) {
    Map<ColumnPath, Formula> formulas = new LinkedHashMap<>();
    texts.forEach(
        (path, text) ->
            told(parser.parseValue(text.text()), text)
                .ifPresent(formula -> formulas.put(path, formula)));
    checkCycles(formulas, texts);
    return formulas;
  }

  private Optional<Formula> told(Parsed parsed, Located text) {
    for (Mistake mistake : parsed.mistakes()) {
      problems.add(mistake.problem().at(text.within(mistake.offset(), mistake.length())));
    }
    return parsed.formula();
  }

  private void checkCycles(Map<ColumnPath, Formula> formulas, Map<ColumnPath, Located> texts) {
    Set<ColumnPath> done = new HashSet<>();
    for (ColumnPath start : List.copyOf(formulas.keySet())) {
      Deque<ColumnPath> trail = new ArrayDeque<>();
      List<ColumnPath> cycle = cycleFrom(start, formulas, trail, done);
      if (cycle.isEmpty()) continue;
      List<String> names = cycle.stream().map(ColumnPath::value).toList();
      Located text = texts.get(cycle.get(0));
      if (text != null) {
        problems.add(text.problem(ProblemCode.FORMULA_CYCLE, String.join(" → ", names)));
      }
      formulas.keySet().removeAll(cycle);
    }
  }

  /** The columns of a circle, its first one again at the end; empty if there is none. */
  private static List<ColumnPath> cycleFrom(
      ColumnPath path,
      Map<ColumnPath, Formula> formulas,
      Deque<ColumnPath> trail,
      Set<ColumnPath> done) {
    if (trail.contains(path)) {
      List<ColumnPath> cycle = new ArrayList<>(trail);
      cycle = new ArrayList<>(cycle.subList(cycle.indexOf(path), cycle.size()));
      cycle.add(path);
      return cycle;
    }
    Formula formula = formulas.get(path);
    if (formula == null || done.contains(path)) return List.of();
    trail.addLast(path);
    for (var reference : formula.references()) {
      List<ColumnPath> cycle = cycleFrom(((CellReference) reference).path(), formulas, trail, done);
      if (!cycle.isEmpty()) return cycle;
    }
    trail.removeLast();
    done.add(path);
    return List.of();
  }

  private static Column computed(Column column, Map<ColumnPath, Formula> formulas) {
    if (column instanceof ColumnGroup group) {
      List<Column> inner = group.columns().stream().map(one -> computed(one, formulas)).toList();
      return new ColumnGroup(group.key(), group.title(), group.print(), inner);
    }
    Indicator one = (Indicator) column;
    Formula formula = formulas.get(one.path());
    return formula == null ? one : one.computedBy(formula);
  }

  private List<Check> checks(FormulaParser parser) {
    List<Check> checks = new ArrayList<>();
    Map<String, Located> ids = new HashMap<>();
    for (Located check : root.items("checks")) {
      Optional<Located> name = check.get("id");
      if (name.isPresent() && ids.putIfAbsent(name.get().text(), check) != null) {
        problems.add(name.get().problem(ProblemCode.DUPLICATE_CHECK_ID, name.get().text()));
      }
      Optional<Formula> rule =
          check.get("rule").flatMap(text -> told(parser.parseCondition(text.text()), text));
      if (name.isEmpty() || rule.isEmpty()) continue;
      checks.add(
          new Check(
              new CheckId(name.get().text()),
              rule.get(),
              severity(check.text("severity").orElse("must")),
              check.text("says")));
    }
    return checks;
  }

  private static Check.Severity severity(String written) {
    return switch (written) {
      case "must-or-excused" -> Check.Severity.MUST_OR_EXCUSED;
      case "explain" -> Check.Severity.EXPLAIN;
      case "remark" -> Check.Severity.REMARK;
      default -> Check.Severity.MUST;
    };
  }

  private Rows rows() {
    Optional<Located> rows = root.get("rows");
    String of = rows.flatMap(one -> one.text("of")).orElse("single");
    String head =
        rows.flatMap(one -> one.get("head"))
            .flatMap(one -> one.get("name"))
            .flatMap(one -> one.text("title"))
            .orElse(UNIT_HEAD);
    if (!of.equals("units")) return new Rows.Single(UNIT_HEAD);
    UnitSelector typed = select(rows.orElseThrow(), "units");
    UnitSelector own = select(rows.orElseThrow(), "own");
    units.ifPresent(names -> checkCountedOnce(rows.orElseThrow(), names.tree(), typed, own));
    return new Rows.OfUnits(head, typed, own);
  }

  private UnitSelector select(Located rows, String key) {
    return units
        .flatMap(names -> rows.get(key).map(list -> names.select(list, problems)))
        .orElse(UnitSelector.NONE);
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

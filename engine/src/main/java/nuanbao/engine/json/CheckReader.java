package nuanbao.engine.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.form.CellReference;
import nuanbao.engine.form.Check;
import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FormNames;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.Part;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.formula.FormulaParser;
import nuanbao.engine.formula.FormulaParser.Mistake;
import nuanbao.engine.formula.FormulaParser.Parsed;
import nuanbao.engine.formula.FormulaPattern;
import nuanbao.engine.formula.Names;
import nuanbao.engine.json.ItemReader.Written;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Similar;

/**
 * Reads the checks of a form: the author's, those that types bring along, and those that 其中 and
 * complete parts mean.
 */
final class CheckReader {
  private final Located root;
  private final FormNames names;
  private final Map<String, Written> items;
  private final Problems problems;
  private final List<Check> checks = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  CheckReader(Located root, FormNames names, Map<String, Written> items, Problems problems) {
    this.root = root;
    this.names = names;
    this.items = items;
    this.problems = problems;
  }

  /** All checks, the author's first. */
  List<Check> read(List<Column> columns, List<ColumnReader> readers) {
    Map<String, Located> written = new HashMap<>();
    for (Located check : root.items("checks")) {
      Optional<Located> name = check.get("id");
      if (name.isPresent() && written.putIfAbsent(name.get().text(), check) != null) {
        problems.add(name.get().problem(ProblemCode.DUPLICATE_CHECK_ID, name.get().text()));
      }
      if (name.isPresent()) read(check, name.get().text(), names, columns);
    }
    for (ColumnReader reader : readers) {
      reader.checks().forEach((group, brought) -> brought(group, brought, columns));
    }
    impliedByColumns(columns);
    impliedByRows();
    return checks;
  }

  private void brought(List<String> group, List<Located> brought, List<Column> columns) {
    FormNames within = names.within(group);
    for (Located check : brought) {
      String name = String.join("-", group) + "-" + check.text("id").orElse("");
      read(check, name, within, columns);
    }
  }

  private void read(Located check, String name, FormNames known, List<Column> columns) {
    if (check.flag("off").orElse(false)) return;
    Optional<Located> jump = check.get("jump");
    if (jump.isPresent()) {
      jumps(check, name, jump.get(), columns);
      return;
    }
    Optional<Located> rule = check.get("rule");
    if (rule.isEmpty()) return;
    Optional<Located> run = check.get("for").flatMap(of -> of.get("n"));
    if (run.isPresent()) {
      run(check, name, rule.get(), run.get(), known);
      return;
    }
    Parsed parsed = new FormulaParser(known).parseCondition(rule.get().text());
    Check.Only only = only(check, known);
    told(parsed, rule.get()).ifPresent(formula -> add(check, name, formula, only));
  }

  /** One rule for a run: a mistake in any of them is shown where the pattern says it. */
  private void run(Located check, String name, Located rule, Located run, FormNames known) {
    FormulaPattern.Expanded expanded = new FormulaPattern(rule.text()).expand(values(run));
    for (Mistake mistake : expanded.mistakes()) tell(mistake, rule, mistake.offset());
    Check.Only only = only(check, known);
    for (FormulaPattern.Rule one : expanded.rules()) {
      Parsed parsed = new FormulaParser(known).parseCondition(one.text());
      for (Mistake mistake : parsed.mistakes()) {
        tell(mistake, rule, one.placeInPattern(mistake.offset()));
      }
      parsed.formula().ifPresent(formula -> add(check, name + "-" + one.n(), formula, only));
    }
  }

  private List<String> values(Located run) {
    if (run.node().isArray()) {
      List<String> values = new ArrayList<>();
      run.node().forEach(one -> values.add(one.asText()));
      return values;
    }
    String from = run.node().path("from").asText();
    String to = run.node().path("to").asText();
    FormulaPattern.Run values = FormulaPattern.run(from, to, run.node().path("step").asInt(1));
    values.problems().forEach(problem -> problems.add(problem.at(run.position())));
    return values.values();
  }

  /** More than ±n % against the last round, in each of the columns. */
  private void jumps(Located check, String name, Located jump, List<Column> columns) {
    Set<ColumnPath> wanted = columnsOf(check, names);
    Check.Only only = new Check.Only(where(check), Set.of(), Set.of());
    BigDecimal percent = jump.node().decimalValue();
    for (Indicator column : Column.indicatorsOf(columns)) {
      boolean isMeant =
          wanted.isEmpty()
              ? column.isNumber() && !column.isComputed()
              : wanted.contains(column.path());
      if (!isMeant) continue;
      String rule = "绝对值(环比(%s)) <= %s".formatted(column.path(), percent.toPlainString());
      Optional<Formula> formula = new FormulaParser(names).parseCondition(rule).formula();
      String says = check.text("says").orElse("比上期变动超过 ±%s%%".formatted(percent.toPlainString()));
      formula.ifPresent(
          one -> add(name + "-" + column.path(), one, severity(check), Optional.of(says), only));
    }
  }

  private void add(Located check, String name, Formula rule, Check.Only only) {
    Formula handled = rule;
    if (check.flag("blankIsZero").orElse(false)) handled = handled.withBlankAsZero();
    Optional<BigDecimal> tolerance = check.number("tolerance");
    if (tolerance.isPresent()) handled = handled.withTolerance(tolerance.get());
    add(name, handled, severity(check), check.text("says"), only);
  }

  private void add(
      String name, Formula rule, Check.Severity severity, Optional<String> says, Check.Only only) {
    if (ids.add(name)) checks.add(new Check(new CheckId(name), rule, severity, says, only));
  }

  /** Where a check runs; read once, however many rules it stands for. */
  private Check.Only only(Located check, FormNames known) {
    return new Check.Only(where(check), rowsOf(check), columnsOf(check, known));
  }

  private Optional<Formula> where(Located check) {
    return check
        .get("where")
        .flatMap(text -> told(new FormulaParser(names).parseCondition(text.text()), text));
  }

  private Set<String> rowsOf(Located check) {
    Set<String> rows = new LinkedHashSet<>();
    for (Located name : check.items("rows")) {
      Optional<Item> found =
          items.values().stream()
              .map(Written::item)
              .filter(item -> item.isCalled(name.text()))
              .findFirst();
      if (found.isPresent()) {
        rows.add(found.get().key());
      } else {
        List<String> titles = items.values().stream().map(one -> one.item().title()).toList();
        String near = Similar.nearest(name.text(), titles).orElse("");
        problems.add(name.problem(ProblemCode.UNKNOWN_ITEM, name.text(), near));
      }
    }
    return rows;
  }

  private Set<ColumnPath> columnsOf(Located check, FormNames known) {
    Set<ColumnPath> columns = new LinkedHashSet<>();
    for (Located name : check.items("columns")) {
      Names.Resolution resolution = known.resolveColumnWritten(name.text());
      if (resolution instanceof Names.Found found) {
        ((CellReference) found.reference()).column().ifPresent(columns::add);
      } else {
        String near = resolution instanceof Names.Unknown unknown ? unknown.suggestion() : "";
        problems.add(name.problem(ProblemCode.UNKNOWN_COLUMN, name.text(), near));
      }
    }
    return columns;
  }

  private Optional<Formula> told(Parsed parsed, Located text) {
    for (Mistake mistake : parsed.mistakes()) tell(mistake, text, mistake.offset());
    return parsed.formula();
  }

  private void tell(Mistake mistake, Located text, int offset) {
    problems.add(mistake.problem().at(text.within(offset, mistake.length())));
  }

  /** 其中 is at most the total of its group, or else the column before it. */
  private void impliedByColumns(List<Column> columns) {
    Indicator whole = null;
    for (Indicator column : Column.indicatorsOf(columns)) {
      if (column.part() != Part.OF_WHICH) {
        boolean isWhole = column.part() == Part.WHOLE || column.part() == Part.PART;
        if (isWhole && column.isNumber()) whole = column;
        continue;
      }
      if (whole == null || !column.isNumber()) continue;
      implied(column.path() + "-of-which", "%s <= %s".formatted(column.path(), whole.path()));
    }
  }

  private void impliedByRows() {
    for (Written row : items.values()) {
      Item item = row.item();
      Optional<Item> above =
          item.above()
              .flatMap(key -> Optional.ofNullable(items.get(key)))
              .map(Written::item)
              .filter(one -> !one.isSection());
      if (item.part() == Part.OF_WHICH && above.isPresent()) {
        String rule = "行[%s] <= 行[%s]".formatted(item.key(), above.get().key());
        implied(item.key() + "-of-which", rule);
      }
      if (!item.isSection() && row.place().flag("exhaustive").orElse(false)) {
        List<String> parts =
            items.values().stream()
                .map(Written::item)
                .filter(one -> one.isPartOf(Optional.of(item.key())))
                .map(one -> "行[" + one.key() + "]")
                .toList();
        if (parts.isEmpty()) continue;
        String rule = "行[%s] = %s".formatted(item.key(), String.join(" + ", parts));
        implied(item.key() + "-parts", rule);
      }
    }
  }

  private void implied(String name, String rule) {
    new FormulaParser(names)
        .parseCondition(rule)
        .formula()
        .ifPresent(
            formula -> add(name, formula, Check.Severity.MUST, Optional.empty(), Check.Only.NOT));
  }

  private static Check.Severity severity(Located check) {
    return switch (check.text("severity").orElse("must")) {
      case "must-or-excused" -> Check.Severity.MUST_OR_EXCUSED;
      case "explain" -> Check.Severity.EXPLAIN;
      case "remark" -> Check.Severity.REMARK;
      default -> Check.Severity.MUST;
    };
  }
}

package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.form.Check;
import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormNames;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.Part;
import nuanbao.engine.form.Rows;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.formula.FormulaParser;
import nuanbao.engine.formula.FormulaParser.Mistake;
import nuanbao.engine.formula.FormulaParser.Parsed;
import nuanbao.engine.json.ColumnReader.Asked;
import nuanbao.engine.json.ItemReader.Written;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;

/** Reads one form file. */
final class FormReader {
  private final Located root;
  private final FormId id;
  private final Types types;
  private final Optional<UnitNames> units;
  private final Optional<MeasureList> measures;
  private final boolean repeats;
  private final Problems problems;

  /**
   * Reads a form.
   *
   * @param units empty when units.json could not be read; then names of units are not looked at
   * @param measures the tasks of the campaign; empty when they could not be read
   * @param repeats whether a duty asks for it round after round
   */
  FormReader(
      Located root,
      FormId id,
      Types types,
      Optional<UnitNames> units,
      Optional<MeasureList> measures,
      boolean repeats,
      Problems problems) {
    this.root = root;
    this.id = id;
    this.types = types.with(root.members("types"));
    this.units = units;
    this.measures = measures;
    this.repeats = repeats;
    this.problems = problems;
  }

  Form read() {
    types.checkCycles(problems);
    ColumnReader coverReader = new ColumnReader(types, units, Asked.ONCE, problems);
    ColumnReader rowReader =
        new ColumnReader(types, units, repeats ? Asked.REPEATEDLY : Asked.ONCE, problems);
    RowsReader rowsReader = new RowsReader(root.get("rows"), types, units, measures, problems);
    List<Column> cover = root.get("cover").map(coverReader::read).orElse(List.of());
    List<Column> columns =
        rowsReader.withOwn(
            root.get("row")
                .map(row -> rowReader.read(row, rowsReader.isFixed()))
                .orElse(List.of()));
    Map<String, Written> written = rowsReader.items(rowReader, columns);
    List<Item> drafts = written.values().stream().map(Written::item).toList();
    FormNames names = new FormNames(columns, cover, drafts);
    Formulas formulas = new Formulas(names, problems);
    List<Column> boundColumns = formulas.bind(columns, rowReader);
    List<Column> boundCover = formulas.bind(cover, coverReader);
    List<Item> items = formulas.bind(written, Column.indicatorsOf(boundColumns), rowReader);
    formulas.checkCycles(Column.indicatorsOf(boundColumns), items);
    Rows rows = rowsReader.read(boundColumns, items, names);
    return new Form(
        id,
        new Form.Heading(
            root.text("title").orElse(id.value()),
            root.text("attachment"),
            root.text("measuredIn")),
        boundCover,
        rows,
        boundColumns,
        checks(names, boundColumns, written, rowReader, coverReader),
        root.items("notes").stream().map(Located::text).toList(),
        rowsReader.totals());
  }

  /** The author's, those that types bring along, and those that 其中 and complete parts mean. */
  private List<Check> checks(
      FormNames names,
      List<Column> columns,
      Map<String, Written> written,
      ColumnReader... readers) {
    List<Check> checks = new ArrayList<>();
    Map<String, Located> ids = new HashMap<>();
    for (Located check : root.items("checks")) {
      Optional<Located> name = check.get("id");
      if (name.isPresent() && ids.putIfAbsent(name.get().text(), check) != null) {
        problems.add(name.get().problem(ProblemCode.DUPLICATE_CHECK_ID, name.get().text()));
      }
      if (name.isEmpty()) continue;
      check(check, name.get().text(), names).ifPresent(checks::add);
    }
    Set<String> taken = new HashSet<>(ids.keySet());
    for (ColumnReader reader : readers) {
      reader
          .checks()
          .forEach(
              (group, brought) -> {
                FormNames within = names.within(group);
                for (Located check : brought) {
                  String name = check.text("id").orElse("");
                  String unique = String.join("-", group) + "-" + name;
                  if (taken.add(unique)) check(check, unique, within).ifPresent(checks::add);
                }
              });
    }
    FormulaParser parser = new FormulaParser(names);
    impliedByColumns(columns, parser, checks);
    impliedByRows(written, parser, checks);
    return checks;
  }

  private Optional<Check> check(Located check, String name, FormNames names) {
    return check
        .get("rule")
        .flatMap(text -> told(new FormulaParser(names).parseCondition(text.text()), text))
        .map(
            rule ->
                new Check(
                    new CheckId(name),
                    rule,
                    severity(check.text("severity").orElse("must")),
                    check.text("says")));
  }

  private Optional<Formula> told(Parsed parsed, Located text) {
    for (Mistake mistake : parsed.mistakes()) {
      problems.add(mistake.problem().at(text.within(mistake.offset(), mistake.length())));
    }
    return parsed.formula();
  }

  /** 其中 is at most the total of its group, or else the column before it. */
  private static void impliedByColumns(
      List<Column> columns, FormulaParser parser, List<Check> checks) {
    Indicator whole = null;
    for (Indicator column : Column.indicatorsOf(columns)) {
      if (column.part() != Part.OF_WHICH) {
        boolean isWhole = column.part() == Part.WHOLE || column.part() == Part.PART;
        if (isWhole && column.isNumber()) whole = column;
        continue;
      }
      if (whole == null || !column.isNumber()) continue;
      String rule = "%s <= %s".formatted(column.path(), whole.path());
      implied(column.path() + "-of-which", rule, parser, checks);
    }
  }

  private static void impliedByRows(
      Map<String, Written> written, FormulaParser parser, List<Check> checks) {
    for (Written row : written.values()) {
      Item item = row.item();
      Optional<Item> above =
          item.above()
              .flatMap(key -> Optional.ofNullable(written.get(key)))
              .map(Written::item)
              .filter(one -> !one.isSection());
      if (item.part() == Part.OF_WHICH && above.isPresent()) {
        String rule = "行[%s] <= 行[%s]".formatted(item.key(), above.get().key());
        implied(item.key() + "-of-which", rule, parser, checks);
      }
      if (row.place().flag("exhaustive").orElse(false)) {
        List<String> parts =
            written.values().stream()
                .map(Written::item)
                .filter(
                    one -> one.part() == Part.PART && one.above().equals(Optional.of(item.key())))
                .map(one -> "行[" + one.key() + "]")
                .toList();
        if (parts.isEmpty() || item.isSection()) continue;
        String rule = "行[%s] = %s".formatted(item.key(), String.join(" + ", parts));
        implied(item.key() + "-parts", rule, parser, checks);
      }
    }
  }

  private static void implied(String id, String rule, FormulaParser parser, List<Check> checks) {
    parser
        .parseCondition(rule)
        .formula()
        .ifPresent(
            formula ->
                checks.add(
                    new Check(new CheckId(id), formula, Check.Severity.MUST, Optional.empty())));
  }

  private static Check.Severity severity(String written) {
    return switch (written) {
      case "must-or-excused" -> Check.Severity.MUST_OR_EXCUSED;
      case "explain" -> Check.Severity.EXPLAIN;
      case "remark" -> Check.Severity.REMARK;
      default -> Check.Severity.MUST;
    };
  }
}

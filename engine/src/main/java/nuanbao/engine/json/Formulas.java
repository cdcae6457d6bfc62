package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.Applicability;
import nuanbao.engine.form.CellReference;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnGroup;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormNames;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.formula.FormulaParser;
import nuanbao.engine.formula.FormulaParser.Mistake;
import nuanbao.engine.formula.FormulaParser.Parsed;
import nuanbao.engine.formula.Names;
import nuanbao.engine.json.ColumnReader.Role;
import nuanbao.engine.json.ItemReader.Written;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;

/** Reads the formulas of columns and rows, once every name of the form is known. */
final class Formulas {
  private final FormNames names;
  private final FormulaParser parser;
  private final Problems problems;

  /** Where a computed cell is written: {@code row/column}, or {@code /column} for every row. */
  private final Map<String, Located> places = new LinkedHashMap<>();

  Formulas(FormNames names, Problems problems) {
    this.names = names;
    this.parser = new FormulaParser(names);
    this.problems = problems;
  }

  /** The same columns with their formulas, conditions and weights. */
  List<Column> bind(List<Column> columns, ColumnReader reader) {
    return columns.stream().map(column -> bind(column, reader)).toList();
  }

  private Column bind(Column column, ColumnReader reader) {
    if (column instanceof ColumnGroup group) {
      return new ColumnGroup(
          group.key(), group.title(), group.code(), group.print(), bind(group.columns(), reader));
    }
    Indicator one = (Indicator) column;
    Indicator weighted = weighted(one, reader);
    Map<Role, Located> texts = reader.formulas().get(one.path());
    return texts == null ? weighted : bind(weighted, texts, "");
  }

  private Indicator weighted(Indicator column, ColumnReader reader) {
    Located weight = reader.weights().get(column.path());
    if (weight == null) return column;
    if (names.resolveColumnWritten(weight.text()) instanceof Names.Found found
        && found.reference() instanceof CellReference cell
        && !cell.isMany()) {
      return column.weightedBy(cell.column().orElseThrow());
    }
    problems.add(weight.problem(ProblemCode.UNKNOWN_COLUMN, weight.text(), ""));
    return column;
  }

  private Indicator bind(Indicator column, Map<Role, Located> texts, String row) {
    Indicator bound = column;
    Located value = texts.get(Role.VALUE);
    if (value != null) {
      Optional<Formula> formula = told(parser.parseValue(value.text()), value);
      if (formula.isPresent()) bound = bound.computedBy(formula.get());
      places.put(row + "/" + column.path(), value);
      if (formula.isPresent() && formula.get().kind() != column.kind()) {
        problems.add(value.problem(ProblemCode.COMPUTED_OTHER_KIND, column.title()));
      }
      checkAdded(bound, value);
    }
    Applicability asked = column.applicability();
    return bound.applying(
        new Applicability(
            asked.appliesTo(),
            asked.filledBy(),
            condition(texts, Role.SHOWN).or(asked::shownWhen),
            condition(texts, Role.REQUIRED).or(asked::requiredWhen),
            condition(texts, Role.APPLIES).or(asked::appliesWhen),
            asked.mayNotApply()));
  }

  private Optional<Formula> condition(Map<Role, Located> texts, Role role) {
    return Optional.ofNullable(texts.get(role))
        .flatMap(text -> told(parser.parseCondition(text.text()), text));
  }

  /** The rows with what each of their cells computes: as its column says, else as its row says. */
  List<Item> bind(Map<String, Written> rows, List<Indicator> columns, ColumnReader reader) {
    List<Item> items = new ArrayList<>();
    for (Written row : rows.values()) {
      Map<ColumnPath, Indicator> cells = new LinkedHashMap<>();
      Optional<Located> text = row.place().get("formula");
      Optional<Formula> formula = text.flatMap(one -> told(parser.parseValue(one.text()), one));
      for (Indicator column : columns) {
        Optional<Indicator> cell = row.item().findCell(column.path());
        if (cell.isEmpty()) continue;
        Indicator bound =
            cell.get().applying(column.applicability().or(cell.get().applicability()));
        Optional<Formula> computed = column.formula();
        boolean isNumber = bound.isNumber();
        if (computed.isEmpty() && isNumber) {
          computed = formula;
          text.ifPresent(one -> places.put(row.item().key() + "/" + column.path(), one));
        }
        if (computed.isPresent()) bound = bound.computedBy(computed.get());
        if (column.formula().isEmpty() && isNumber) {
          Indicator added = bound;
          text.ifPresent(one -> checkAdded(added, one));
        }
        if (column.weight().isPresent()) bound = bound.weightedBy(column.weight().get());
        cells.put(column.path(), bound);
      }
      items.add(row.item().with(cells));
    }
    return items;
  }

  /** On a single sheet, where figures are added up from, there is nothing of elsewhere. */
  private void checkAdded(Indicator cell, Located text) {
    if (cell.formula().isEmpty()) return;
    boolean isAdded = cell.rollup() != RollupRule.RECOMPUTE && cell.rollup() != RollupRule.NONE;
    boolean isElsewhere =
        !cell.formula().get().periods().isEmpty()
            || cell.formula().get().references().stream()
                .map(CellReference.class::cast)
                .anyMatch(one -> one.there().isPresent());
    if (isAdded && isElsewhere) {
      problems.add(text.problem(ProblemCode.COMPUTED_ELSEWHERE_ADDED, cell.title()));
    }
  }

  private Optional<Formula> told(Parsed parsed, Located text) {
    for (Mistake mistake : parsed.mistakes()) {
      problems.add(mistake.problem().at(text.within(mistake.offset(), mistake.length())));
    }
    return parsed.formula();
  }

  /** Where the computed cells of the form are written, for circles among those of all forms. */
  void addTo(ComputedCells cells, FormId form, List<Indicator> columns, List<Item> items) {
    cells.add(form, columns, items, places);
  }
}

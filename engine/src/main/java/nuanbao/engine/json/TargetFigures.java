package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.CellReference;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.NamesBeyond;
import nuanbao.engine.form.Rows;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.formula.FormulaParser;
import nuanbao.engine.formula.FormulaParser.Mistake;
import nuanbao.engine.formula.FormulaParser.Parsed;
import nuanbao.engine.formula.Names;
import nuanbao.engine.formula.ValueKind;
import nuanbao.engine.measure.Measure;
import nuanbao.engine.measure.Measures;
import nuanbao.engine.measure.Target;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;

/**
 * Looks up where the figures of targets come from, once all forms are read: as the target says,
 * else from the one ledger that asks for them in a column without a type.
 */
final class TargetFigures {
  private final Map<FormId, NamesBeyond.Named> named = new HashMap<>();
  private final List<Form> forms;
  private final FormulaParser parser;
  private final Problems problems;

  /**
   * A lookup among the forms of a campaign.
   *
   * @param parser knows the forms by name, and no column outside of them
   */
  TargetFigures(
      List<NamesBeyond.Named> named, List<Form> forms, FormulaParser parser, Problems problems) {
    for (NamesBeyond.Named form : named) this.named.put(form.id(), form);
    this.forms = List.copyOf(forms);
    this.parser = parser;
    this.problems = problems;
  }

  /** The measures with all that is held against their targets. */
  Measures in(MeasureList list) {
    List<Measure> bound = new ArrayList<>();
    for (Measure measure : list.measures().all()) {
      Located written = list.targets().get(measure.key());
      bound.add(
          written == null || measure.target().isEmpty()
              ? measure
              : measure.with(bound(measure, measure.target().get(), written)));
    }
    return new Measures(bound);
  }

  private Target bound(Measure measure, Target target, Located written) {
    List<Located> places = TargetReader.singles(written);
    if (target instanceof Target.Either either) {
      if (either.ways().size() != places.size()) return target; // a mistake, told already
      List<Target.Single> ways = new ArrayList<>();
      for (int i = 0; i < places.size(); i++) {
        ways.add(bound(measure, either.ways().get(i), places.get(i)));
      }
      return new Target.Either(ways);
    }
    return bound(measure, (Target.Single) target, places.get(0));
  }

  private Target.Single bound(Measure measure, Target.Single target, Located written) {
    if (target instanceof Target.EveryRow rows) return checked(rows, written);
    Target.Amount amount = (Target.Amount) target;
    Optional<Located> text = written.get("figure");
    Optional<Formula> figure =
        text.isPresent() ? formula(text.get(), measure) : ledgerFigure(measure);
    return figure.map(amount::with).orElse(amount);
  }

  private Optional<Formula> formula(Located text, Measure measure) {
    Parsed parsed = parser.parseValue(text.text());
    for (Mistake mistake : parsed.mistakes()) {
      problems.add(mistake.problem().at(text.within(mistake.offset(), mistake.length())));
    }
    Optional<Formula> formula = parsed.formula();
    if (formula.isPresent() && formula.get().kind() != ValueKind.NUMBER) {
      problems.add(text.problem(ProblemCode.COMPUTED_OTHER_KIND, measure.title()));
      return Optional.empty();
    }
    return formula;
  }

  /** The cell that ledgers leave to the target; empty where none does, or several do. */
  private Optional<Formula> ledgerFigure(Measure measure) {
    List<String> cells = new ArrayList<>();
    for (Form form : forms) {
      if (!(form.rows() instanceof Rows.OfMeasures)) continue;
      for (Indicator column : form.indicators()) {
        if (!(column.type() instanceof FieldType.ByRow)) continue;
        form.findItem(measure.key())
            .flatMap(item -> item.findCell(column.path()))
            .ifPresent(
                cell ->
                    cells.add("表[%s].行[%s].%s".formatted(form.id(), measure.key(), column.path())));
      }
    }
    return cells.size() == 1 ? parser.parseValue(cells.get(0)).formula() : Optional.empty();
  }

  private Target.EveryRow checked(Target.EveryRow rows, Located written) {
    Located place = written.get("everyRow").orElseThrow();
    NamesBeyond.Named form = named.get(new FormId(rows.form()));
    if (form == null) {
      List<String> known = forms.stream().map(one -> one.id().value()).toList();
      place
          .get("form")
          .ifPresent(
              name ->
                  problems.add(
                      name.problem(
                          ProblemCode.UNKNOWN_FORM, rows.form(), String.join("、", known))));
      return rows;
    }
    Optional<Located> column = place.get("column");
    if (column.isEmpty()) return rows;
    Names.Resolution resolution = form.names().resolveColumnWritten(column.get().text());
    if (resolution instanceof Names.Found found
        && found.reference() instanceof CellReference cell
        && !cell.isMany()) {
      String path = cell.column().orElseThrow().value();
      return new Target.EveryRow(rows.title(), rows.form(), Optional.of(path), rows.per());
    }
    String near = resolution instanceof Names.Unknown unknown ? unknown.suggestion() : "";
    problems.add(column.get().problem(ProblemCode.UNKNOWN_COLUMN, column.get().text(), near));
    return rows;
  }
}

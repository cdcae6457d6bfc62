package nuanbao.engine.rollup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.CellReference;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.form.Sheet;
import nuanbao.engine.formula.Scope;
import nuanbao.engine.formula.Scope.Element;
import nuanbao.engine.formula.Value;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;

/** The rows that were sent, one by one: for formulas that look at each of them (各行). */
final class SentRows {
  private final RollupPlan plan;
  private final List<Sent> rows = new ArrayList<>();

  /**
   * A row as it was filled in.
   *
   * @param position of its unit among the rows of the plan
   */
  private record Sent(int position, Sheet sheet, FormRow row) {}

  private SentRows(RollupPlan plan) {
    this.plan = plan;
  }

  /** What was sent for some rounds; of a register the cases that are open at their end. */
  static SentRows of(RollupPlan plan, List<RoundId> rounds, Collection<Submission> submissions) {
    SentRows all = new SentRows(plan);
    if (plan.isRegister()) {
      all.takeOpen(Cases.of(plan.form(), rounds, submissions));
      return all;
    }
    for (Submission submission : submissions) {
      if (!rounds.contains(submission.key().round())) continue;
      plan.units()
          .findUnit(submission.key().unit())
          .ifPresent(unit -> all.take(unit, submission.answers(plan.form().id())));
    }
    return all;
  }

  private void takeOpen(Cases cases) {
    Map<UnitId, Map<RowKey, Map<ColumnPath, Value>>> open = new HashMap<>();
    for (Cases.Case one : cases.all()) {
      if (!one.isOpen()) continue;
      open.computeIfAbsent(one.key().unit(), any -> new LinkedHashMap<>())
          .put(one.key(), one.cells());
    }
    open.forEach(
        (id, rowsOf) ->
            plan.units()
                .findUnit(id)
                .ifPresent(
                    unit -> take(unit, new Answers(plan.form().id(), Map.of(), rowsOf, Map.of()))));
  }

  private void take(Unit reporter, Answers answers) {
    Sheet sheet = plan.sheet(reporter, answers);
    for (FormRow row : sheet.rows()) {
      if (!row.isTyped() || !answers.rows().containsKey(row.key())) continue;
      OptionalInt position = plan.findTypedRow(row.unit().id());
      if (position.isPresent()) rows.add(new Sent(position.getAsInt(), sheet, row));
    }
  }

  /**
   * Those of a unit and of all units below it.
   *
   * @param position of the unit among the rows of the plan
   */
  List<Element> within(int position, CellReference cell) {
    List<Element> elements = new ArrayList<>();
    for (Sent one : rows) {
      if (one.position < position || one.position >= plan.end(position)) continue;
      Scope scope = one.sheet.scope(one.row);
      Value value =
          cell.column()
              .map(path -> one.sheet.value(one.row, plan.form().indicator(path)))
              .orElse(Value.BLANK);
      elements.add(new Element(value, scope));
    }
    return elements;
  }
}

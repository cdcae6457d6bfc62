package nuanbao.engine.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;

/**
 * Holds what was written on a sheet against what is asked of each cell: what a schema cannot say,
 * because other cells or the unit decide on it.
 */
public final class CellRun {
  private final Sheet sheet;
  private final Form form;
  private final Problems problems = new Problems();

  private CellRun(Sheet sheet) {
    this.sheet = sheet;
    this.form = sheet.form();
  }

  /** All that is missing, out of place or there twice, in printing order. */
  public static List<Problem> run(Sheet sheet) {
    CellRun run = new CellRun(sheet);
    for (Indicator field : run.form.coverFields()) run.cover(field);
    for (FormRow row : sheet.rows()) run.row(row);
    if (run.form.rows() instanceof Rows.Entries entries) run.entries(entries);
    return run.problems.inOrder();
  }

  private void cover(Indicator field) {
    boolean conditional = field.applicability().isConditional();
    Value value = sheet.answers().cover().getOrDefault(field.path(), Value.BLANK);
    CellPosition place =
        new CellPosition(form.id().value(), "", "", field.path().value(), field.fullTitle());
    if (conditional) hold(sheet.coverState(field), value, place);
    narrowed(field, value, sheet.answers().cover(), place);
  }

  private void row(FormRow row) {
    Map<ColumnPath, Value> cells = sheet.answers().rows().get(row.key());
    if (cells == null) return;
    for (Indicator column : form.indicators()) {
      Optional<Indicator> cell = row.findCell(column);
      if (cell.isEmpty()) continue;
      Value value = cells.getOrDefault(column.path(), Value.BLANK);
      boolean schemaKnows = !cell.get().applicability().isConditional() && !form.isFilledInParts();
      CellPosition place = place(row, column);
      if (!schemaKnows) {
        sheet.state(row, column).ifPresent(state -> hold(state, value, place));
      }
      narrowed(cell.get(), value, cells, place);
      if (value instanceof Value.NotApplicable && !cell.get().applicability().mayNotApply()) {
        if (sheet.state(row, column).filter(CellState::isTyped).isPresent()) {
          problems.add(Problem.of(ProblemCode.ANSWERS_MUST_APPLY, place.toString()).in(place));
        }
      }
    }
  }

  private void hold(CellState state, Value value, CellPosition place) {
    boolean isBlank = value instanceof Value.Blank;
    switch (state) {
      case REQUIRED -> {
        if (isBlank) {
          problems.add(Problem.of(ProblemCode.ANSWERS_MISSING_CELL, place.toString()).in(place));
        }
      }
      case NOT_APPLICABLE -> {
        if (!isBlank && !(value instanceof Value.NotApplicable)) {
          problems.add(Problem.of(ProblemCode.ANSWERS_NOT_APPLICABLE, place.toString()).in(place));
        }
      }
      case ELSEWHERE -> {
        if (!isBlank) {
          problems.add(Problem.of(ProblemCode.ANSWERS_TYPED_ELSEWHERE, place.toString()).in(place));
        }
      }
      case COMPUTED, OPTIONAL, HIDDEN -> {}
    }
  }

  /** An answer out of a list that a sibling narrows. */
  private void narrowed(
      Indicator cell, Value value, Map<ColumnPath, Value> beside, CellPosition place) {
    if (!(cell.type() instanceof FieldType.Choice choice)) return;
    if (choice.narrowedBy().isEmpty() || !(value instanceof Value.Words chosen)) return;
    FieldType.Narrowing narrowing = choice.narrowedBy().get();
    Value sibling = beside.getOrDefault(cell.path().sibling(narrowing.column()), Value.BLANK);
    Set<String> left =
        sibling instanceof Value.Words words
            ? narrowing.codes().getOrDefault(words.text(), Set.of())
            : Set.of();
    if (left.contains(chosen.text())) return;
    List<String> choices =
        choice.options().stream()
            .filter(option -> left.contains(option.code()))
            .map(FieldType.Option::title)
            .toList();
    problems.add(
        Problem.of(
                ProblemCode.ANSWERS_NOT_A_CHOICE,
                place.toString(),
                chosen.text(),
                String.join("、", choices))
            .in(place));
  }

  private void entries(Rows.Entries entries) {
    if (entries.unique().isEmpty()) return;
    List<Indicator> naming =
        form.indicators().stream().filter(one -> entries.unique().contains(one.path())).toList();
    Map<List<Value>, FormRow> seen = new HashMap<>();
    for (FormRow row : sheet.rows()) {
      List<Value> name = new ArrayList<>();
      for (Indicator column : naming) name.add(sheet.value(row, column));
      if (name.stream().allMatch(Value.Blank.class::isInstance)) continue;
      FormRow before = seen.putIfAbsent(name, row);
      if (before == null) continue;
      CellPosition place = place(row, naming.get(0));
      problems.add(
          Problem.of(ProblemCode.ANSWERS_ENTRY_TWICE, place.toString(), before.title()).in(place));
    }
  }

  private CellPosition place(FormRow row, Indicator column) {
    return new CellPosition(
        form.id().value(),
        row.key().toString(),
        row.title(),
        column.path().value(),
        column.fullTitle());
  }
}

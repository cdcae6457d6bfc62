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
    if (run.form.asksByCell()) sheet.rows().forEach(run::row);
    if (run.form.rows() instanceof Rows.Entries entries) run.entries(entries);
    return run.problems.inOrder();
  }

  private void cover(Indicator field) {
    Value value = sheet.answers().cover().getOrDefault(field.path(), Value.BLANK);
    Cell cell = new Cell(Optional.empty(), field, value);
    if (field.applicability().isConditional()) hold(sheet.coverState(field), cell);
    narrowed(cell, sheet.answers().cover());
  }

  private void row(FormRow row) {
    Map<ColumnPath, Value> cells = sheet.answers().rows().get(row.key());
    if (cells == null) return;
    for (Indicator column : form.indicators()) {
      Optional<Indicator> at = row.findCell(column);
      if (at.isEmpty()) continue;
      Cell cell =
          new Cell(Optional.of(row), at.get(), cells.getOrDefault(column.path(), Value.BLANK));
      boolean schemaKnows = !at.get().applicability().isConditional() && !form.isFilledInParts();
      boolean isNotApplicable = cell.value instanceof Value.NotApplicable;
      if (!schemaKnows || isNotApplicable) {
        sheet.state(row, column).ifPresent(state -> hold(state, cell));
      }
      narrowed(cell, cells);
    }
  }

  /** A cell of a row or, without one, of the cover. */
  private record Cell(Optional<FormRow> row, Indicator indicator, Value value) {}

  private void hold(CellState state, Cell cell) {
    boolean isBlank = cell.value instanceof Value.Blank;
    boolean isNotApplicable = cell.value instanceof Value.NotApplicable;
    switch (state) {
      case REQUIRED, OPTIONAL -> {
        if (isBlank && state == CellState.REQUIRED) {
          tell(ProblemCode.ANSWERS_MISSING_CELL, cell);
        } else if (isNotApplicable && !cell.indicator.applicability().mayNotApply()) {
          tell(ProblemCode.ANSWERS_MUST_APPLY, cell);
        }
      }
      case NOT_APPLICABLE -> {
        if (!isBlank && !isNotApplicable) tell(ProblemCode.ANSWERS_NOT_APPLICABLE, cell);
      }
      case ELSEWHERE -> {
        if (!isBlank) tell(ProblemCode.ANSWERS_TYPED_ELSEWHERE, cell);
      }
      case COMPUTED, HIDDEN -> {}
    }
  }

  private void tell(ProblemCode code, Cell cell, Object... arguments) {
    CellPosition place = place(cell.row, cell.indicator);
    List<Object> all = new ArrayList<>(List.of(place.toString()));
    all.addAll(List.of(arguments));
    problems.add(Problem.of(code, all.toArray()).in(place));
  }

  /** An answer out of a list that a sibling narrows. */
  private void narrowed(Cell cell, Map<ColumnPath, Value> beside) {
    if (!(cell.indicator.type() instanceof FieldType.Choice choice)) return;
    if (choice.narrowedBy().isEmpty() || !(cell.value instanceof Value.Words chosen)) return;
    FieldType.Narrowing narrowing = choice.narrowedBy().get();
    ColumnPath column = cell.indicator.path().sibling(narrowing.column());
    Set<String> left =
        beside.getOrDefault(column, Value.BLANK) instanceof Value.Words words
            ? narrowing.codes().getOrDefault(words.text(), Set.of())
            : Set.of();
    if (left.contains(chosen.text())) return;
    List<String> choices =
        choice.options().stream()
            .filter(option -> left.contains(option.code()))
            .map(FieldType.Option::title)
            .toList();
    tell(ProblemCode.ANSWERS_NOT_A_CHOICE, cell, chosen.text(), String.join("、", choices));
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
      Cell cell = new Cell(Optional.of(row), naming.get(0), name.get(0));
      tell(ProblemCode.ANSWERS_ENTRY_TWICE, cell, before.title());
    }
  }

  private CellPosition place(Optional<FormRow> row, Indicator column) {
    return new CellPosition(
        form.id().value(),
        row.map(one -> one.key().toString()).orElse(""),
        row.map(FormRow::title).orElse(""),
        column.path().value(),
        column.fullTitle());
  }
}

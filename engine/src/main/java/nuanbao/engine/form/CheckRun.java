package nuanbao.engine.form;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nuanbao.engine.form.CellReference.Place;
import nuanbao.engine.formula.Formula.Verdict;
import nuanbao.engine.formula.Scope;
import nuanbao.engine.formula.ValueKind;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Severity;
import nuanbao.engine.problem.Text;
import org.jspecify.annotations.Nullable;

/** Runs the checks of a form over one sheet. */
public final class CheckRun {
  private final Sheet sheet;
  private final Form form;
  private final Set<String> unsound;
  private final Problems problems = new Problems();

  private CheckRun(Sheet sheet, List<Problem> known) {
    this.sheet = sheet;
    this.form = sheet.form();
    this.unsound =
        known.stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .flatMap(problem -> Stream.ofNullable(problem.cell()))
            .filter(cell -> cell.form().equals(form.id().value()))
            .map(CellPosition::row)
            .collect(Collectors.toSet());
  }

  /**
   * Every failed check, in the order of rows and then of checks, and a hint for each row that was
   * left out. A row with a cell that could not be read is not checked: its figures are not what was
   * meant.
   *
   * @param known problems found while reading the answers
   */
  public static List<Problem> run(Sheet sheet, List<Problem> known) {
    CheckRun run = new CheckRun(sheet, known);
    run.rows();
    run.acrossRows();
    return run.problems.inOrder();
  }

  private void rows() {
    for (FormRow row : sheet.rows()) {
      if (!row.isTyped() || unsound.contains(row.key().toString())) continue;
      if (!sheet.answers().rows().containsKey(row.key())) {
        if (sheet.isAskedFor(row)) {
          problems.add(
              Problem.of(ProblemCode.ANSWERS_MISSING_ROW, row.title()).in(place(row, "", "")));
        }
        continue;
      }
      Scope scope = sheet.scope(row);
      for (Check check : form.checksInRows()) {
        if (check.only().holdsFor(row)) test(check, row, scope, null);
      }
    }
  }

  /** Rules about rows, and rules about single cells: only where every row could be read. */
  private void acrossRows() {
    if (!unsound.isEmpty()) return;
    for (Check check : form.checksAcrossRows()) {
      FormRow row = firstNamed(check);
      if (check.reach(form.rows().shape()) == Check.Reach.ONCE) {
        test(check, row, sheet.scope(row), null);
        continue;
      }
      for (Indicator column : form.indicators()) {
        boolean isTyped = column.kind() == ValueKind.NUMBER && !column.isComputed();
        if (isTyped && check.only().holdsFor(column)) {
          test(check, row, sheet.scope(row, column), column);
        }
      }
    }
  }

  /** The row that a rule names first, or the first of the sheet. */
  private FormRow firstNamed(Check check) {
    return check.rule().references().stream()
        .map(CellReference.class::cast)
        .filter(reference -> reference.place() == Place.ITEM)
        .flatMap(reference -> sheet.findRow(reference.index()).stream())
        .findFirst()
        .orElseGet(sheet::anyRow);
  }

  private void test(Check check, FormRow row, Scope scope, @Nullable Indicator column) {
    if (check.only().where().filter(where -> where.test(scope) != Verdict.HOLDS).isPresent()) {
      return;
    }
    if (check.rule().test(scope) != Verdict.FAILS) return;
    Text figures = check.rule().explainFailure(scope).orElseThrow().text();
    Text says = check.says().map(Text::of).orElse(new Text("审核关系不成立", "a check fails"));
    ProblemCode code =
        switch (check.severity()) {
          case MUST -> ProblemCode.CHECK_FAILED;
          case MUST_OR_EXCUSED -> ProblemCode.CHECK_NEEDS_EXCUSE;
          case EXPLAIN ->
              sheet.answers().explanations().containsKey(check.id())
                  ? ProblemCode.CHECK_EXPLAINED
                  : ProblemCode.CHECK_NEEDS_EXPLANATION;
          case REMARK -> ProblemCode.CHECK_REMARK;
        };
    CellPosition cell =
        column == null ? cell(check, row) : place(row, column.path().value(), column.fullTitle());
    problems.add(Problem.of(code, cell.toString(), says, figures, check.id()).in(cell));
  }

  /** Where a failed rule is shown: at the first column that it names. */
  private CellPosition cell(Check check, FormRow row) {
    return check.rule().references().stream()
        .map(CellReference.class::cast)
        .filter(reference -> reference.place() != Place.COVER && reference.column().isPresent())
        .map(reference -> form.indicator(reference.column().orElseThrow()))
        .findFirst()
        .map(column -> place(row, column.path().value(), column.fullTitle()))
        .orElseGet(() -> place(row, "", ""));
  }

  private CellPosition place(FormRow row, String column, String title) {
    return new CellPosition(form.id().value(), row.key().toString(), row.title(), column, title);
  }
}

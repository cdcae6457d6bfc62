package nuanbao.engine.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.formula.Formula.Verdict;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Severity;
import nuanbao.engine.problem.Text;

/** Runs the checks of a form over the rows of one set of answers. */
public final class CheckRun {
  private final Form form;
  private final List<FormRow> rows;

  /**
   * @param rows the rows the reporter types, in printing order
   */
  public CheckRun(Form form, List<FormRow> rows) {
    this.form = form;
    this.rows = List.copyOf(rows);
  }

  /**
   * Every failed check, in the order of rows and then of checks, and a hint for each row that was
   * left out. A row with a cell that could not be read is not checked: its figures are not what was
   * meant.
   *
   * @param known problems found while reading the answers
   */
  public List<Problem> run(Answers answers, List<Problem> known) {
    Set<String> unsound =
        known.stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .flatMap(problem -> Stream.ofNullable(problem.cell()))
            .filter(cell -> cell.form().equals(form.id().value()))
            .map(CellPosition::row)
            .collect(Collectors.toSet());
    Problems problems = new Problems();
    for (FormRow row : rows) {
      if (unsound.contains(row.key().toString())) continue;
      Map<ColumnPath, Value> cells = answers.rows().get(row.key());
      if (cells == null) {
        CellPosition place =
            new CellPosition(form.id().value(), row.key().toString(), row.title(), "", "");
        problems.add(Problem.of(ProblemCode.ANSWERS_MISSING_ROW, row.title()).in(place));
        continue;
      }
      CellScope scope = new CellScope(form, answers.cover(), cells);
      for (Check check : form.checks()) {
        if (check.rule().test(scope) != Verdict.FAILS) continue;
        problems.add(failure(check, row, scope, answers));
      }
    }
    return problems.inOrder();
  }

  private Problem failure(Check check, FormRow row, CellScope scope, Answers answers) {
    CellPosition cell = cell(check.rule(), row);
    Text figures = check.rule().explainFailure(scope).orElseThrow().text();
    Text says = check.says().map(Text::of).orElse(new Text("审核关系不成立", "a check fails"));
    ProblemCode code =
        switch (check.severity()) {
          case MUST -> ProblemCode.CHECK_FAILED;
          case MUST_OR_EXCUSED -> ProblemCode.CHECK_NEEDS_EXCUSE;
          case EXPLAIN ->
              answers.explanations().containsKey(check.id())
                  ? ProblemCode.CHECK_EXPLAINED
                  : ProblemCode.CHECK_NEEDS_EXPLANATION;
          case REMARK -> ProblemCode.CHECK_REMARK;
        };
    return Problem.of(code, cell.toString(), says, figures, check.id()).in(cell);
  }

  /** Where a failed rule is shown: at the first column of the row that it names. */
  private CellPosition cell(Formula rule, FormRow row) {
    return rule.references().stream()
        .map(CellReference.class::cast)
        .filter(reference -> reference.place() == CellReference.Place.ROW)
        .findFirst()
        .map(
            reference ->
                new CellPosition(
                    form.id().value(),
                    row.key().toString(),
                    row.title(),
                    reference.path().value(),
                    reference.title()))
        .orElseGet(
            () -> new CellPosition(form.id().value(), row.key().toString(), row.title(), "", ""));
  }
}

package nuanbao.engine.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.Column.Leaves;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Text;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;

/**
 * A form as its reporter sees it for one round: what to show, and nothing about how.
 *
 * @param header a column that names the rows, then one for every value; a record has no first
 *     column
 * @param problems of the form as a whole; those of a cell stand beside it as well
 */
public record FormView(
    FormId form,
    Form.Heading heading,
    Unit reporter,
    Round round,
    List<Field> cover,
    HeaderGrid header,
    List<Row> rows,
    List<Explanation> explanations,
    List<String> notes,
    List<Problem> problems) {

  /**
   * Where a failed check of severity {@code explain} is explained.
   *
   * @param name where the text stands in the answers
   * @param label what there is to explain
   */
  public record Explanation(String name, String label, String text) {}

  /**
   * One place to write, or to read where the engine computes.
   *
   * @param name where its value stands in the answers, joined by slashes: {@code
   *     table/rows/5101/people.women}
   * @param label row and column as printed, for who cannot see the table
   */
  public record Field(
      String name, String label, Indicator indicator, String value, List<Problem> problems) {
    public Field {
      problems = List.copyOf(problems);
    }
  }

  /**
   * A row of the table.
   *
   * @param fields one for each value; none where the engine adds the row up
   */
  public record Row(FormRow row, List<Field> fields) {
    public Row {
      fields = List.copyOf(fields);
    }
  }

  /**
   * What was written in a form so far.
   *
   * @param answers what could be read of it
   * @param typed by the name of its field, text as it was typed; it stands before what could be
   *     read, so that nobody has to type again what was refused
   */
  public record Written(Answers answers, Map<String, String> typed) {
    public Written {
      typed = Map.copyOf(typed);
    }

    private String text(String name, Value value) {
      return typed.getOrDefault(name, FormView.text(value));
    }
  }

  public FormView {
    cover = List.copyOf(cover);
    rows = List.copyOf(rows);
    explanations = List.copyOf(explanations);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /**
   * The view of a form.
   *
   * @param rows all rows of the reporter, sums among them, in printing order
   * @param written what was written so far
   * @param problems what is wrong with it
   */
  public static FormView of(
      Form form,
      Unit reporter,
      Round round,
      List<FormRow> rows,
      Written written,
      List<Problem> problems) {
    Answers answers = written.answers();
    List<Field> cover = new ArrayList<>();
    for (Indicator field : form.coverFields()) {
      Value value = answers.cover().getOrDefault(field.path(), Value.BLANK);
      CellPosition cell =
          new CellPosition(form.id().value(), "", "", field.path().value(), field.fullTitle());
      String name = form.id() + "/cover/" + field.path();
      cover.add(field(name, cell, field, written.text(name, value), problems));
    }
    List<Row> viewed = new ArrayList<>();
    for (FormRow row : rows) viewed.add(row(form, row, written, problems));
    List<String> stub = form.rows().isRecord() ? List.of() : List.of(form.rows().head());
    return new FormView(
        form.id(),
        form.heading(),
        reporter,
        round,
        cover,
        HeaderGrid.of(stub, form.columns(), Leaves.TYPED),
        viewed,
        explanations(form, written, problems),
        form.notes(),
        problems);
  }

  /** For every check that failed and may be explained, once. */
  private static List<Explanation> explanations(
      Form form, Written written, List<Problem> problems) {
    List<Explanation> explanations = new ArrayList<>();
    for (Check check : form.checks()) {
      if (check.severity() != Check.Severity.EXPLAIN) continue;
      boolean failed = problems.stream().anyMatch(problem -> isAbout(problem, form, check));
      if (!failed) continue;
      String name = form.id() + "/explanations/" + check.id();
      String text = written.answers().explanations().getOrDefault(check.id(), "");
      explanations.add(
          new Explanation(
              name,
              check.says().orElse(check.rule().text()),
              written.typed().getOrDefault(name, text)));
    }
    return explanations;
  }

  private static boolean isAbout(Problem problem, Form form, Check check) {
    boolean explains =
        problem.code() == ProblemCode.CHECK_NEEDS_EXPLANATION
            || problem.code() == ProblemCode.CHECK_EXPLAINED;
    CellPosition cell = problem.cell();
    return explains
        && cell != null
        && cell.form().equals(form.id().value())
        && problem.arguments().contains(Text.of(check.id().value()));
  }

  private static Row row(Form form, FormRow row, Written written, List<Problem> problems) {
    if (!row.isTyped()) return new Row(row, List.of());
    Answers answers = written.answers();
    Map<ColumnPath, Value> cells = answers.rows().getOrDefault(row.key(), Map.of());
    CellScope scope = new CellScope(form, answers.cover(), cells);
    List<Field> fields = new ArrayList<>();
    for (Indicator indicator : form.indicators()) {
      CellPosition cell =
          new CellPosition(
              form.id().value(),
              row.key().toString(),
              row.title(),
              indicator.path().value(),
              indicator.fullTitle());
      String name = form.id() + "/rows/" + row.key() + "/" + indicator.path();
      String text = written.text(name, scope.valueOf(indicator));
      fields.add(field(name, cell, indicator, text, problems));
    }
    return new Row(row, fields);
  }

  private static Field field(
      String name, CellPosition cell, Indicator indicator, String text, List<Problem> problems) {
    List<Problem> here =
        problems.stream()
            .filter(problem -> isAt(Optional.ofNullable(problem.cell()), cell))
            .toList();
    return new Field(name, cell.toString(), indicator, text, here);
  }

  private static boolean isAt(Optional<CellPosition> place, CellPosition cell) {
    return place
        .filter(
            at ->
                at.form().equals(cell.form())
                    && at.row().equals(cell.row())
                    && at.column().equals(cell.column()))
        .isPresent();
  }

  private static String text(Value value) {
    if (value instanceof Value.Number number) return number.amount().toPlainString();
    if (value instanceof Value.Words words) return words.text();
    return "";
  }
}

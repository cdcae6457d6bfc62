package nuanbao.engine.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.Column.Leaves;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.Problem;
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
    List<String> notes,
    List<Problem> problems) {

  /**
   * One place to write, or to read where the engine computes.
   *
   * @param name where its value stands in the answers, joined by slashes: {@code
   *     rows/5101/visited.returned}
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

  public FormView {
    cover = List.copyOf(cover);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /**
   * The view of a form.
   *
   * @param rows all rows of the reporter, sums among them, in printing order
   * @param answers what was written so far
   * @param problems what is wrong with it
   */
  public static FormView of(
      Form form,
      Unit reporter,
      Round round,
      List<FormRow> rows,
      Answers answers,
      List<Problem> problems) {
    List<Field> cover = new ArrayList<>();
    for (Indicator field : form.coverFields()) {
      Value value = answers.cover().getOrDefault(field.path(), Value.BLANK);
      CellPosition cell =
          new CellPosition(form.id().value(), "", "", field.path().value(), field.fullTitle());
      cover.add(field("cover/" + field.path(), cell, field, value, problems));
    }
    List<Row> viewed = new ArrayList<>();
    for (FormRow row : rows) viewed.add(row(form, row, answers, problems));
    List<String> stub = form.rows().isRecord() ? List.of() : List.of(form.rows().head());
    return new FormView(
        form.id(),
        form.heading(),
        reporter,
        round,
        cover,
        HeaderGrid.of(stub, form.columns(), Leaves.TYPED),
        viewed,
        form.notes(),
        problems);
  }

  private static Row row(Form form, FormRow row, Answers answers, List<Problem> problems) {
    if (!row.isTyped()) return new Row(row, List.of());
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
      String name = "rows/" + row.key() + "/" + indicator.path();
      fields.add(field(name, cell, indicator, scope.valueOf(indicator), problems));
    }
    return new Row(row, fields);
  }

  private static Field field(
      String name, CellPosition cell, Indicator indicator, Value value, List<Problem> problems) {
    List<Problem> here =
        problems.stream()
            .filter(problem -> isAt(Optional.ofNullable(problem.cell()), cell))
            .toList();
    return new Field(name, cell.toString(), indicator, written(value), here);
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

  private static String written(Value value) {
    if (value instanceof Value.Number number) return number.amount().toPlainString();
    if (value instanceof Value.Words words) return words.text();
    return "";
  }
}

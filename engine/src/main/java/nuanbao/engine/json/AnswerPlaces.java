package nuanbao.engine.json;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.unit.Unit;

/** Knows which row and column, as printed, a pointer into a submission stands for. */
final class AnswerPlaces {
  private final Campaign campaign;
  private final Duty duty;
  private final Unit reporter;

  /** Made when the first place is looked for: most submissions have nothing wrong. */
  private final Map<FormId, Sheet> sheets = new HashMap<>();

  private record Sheet(Form form, Map<String, FormRow> rows) {}

  /**
   * Where a pointer leads.
   *
   * @param row the row, where it is one of a table or the record
   * @param isCover whether it stands among the fields above the table
   * @param column keys below the row or cover; empty for the row or cover itself
   */
  record Place(Form form, Optional<FormRow> row, boolean isCover, List<String> column) {

    /** The columns that hold values at or below the pointer. */
    List<Indicator> indicators() {
      List<Column> columns = isCover ? form.cover() : form.columns();
      String path = String.join(".", column);
      return Column.indicatorsOf(columns).stream()
          .filter(
              one ->
                  path.isEmpty()
                      || one.path().value().equals(path)
                      || one.path().value().startsWith(path + "."))
          .toList();
    }

    CellPosition cell(Indicator indicator) {
      return new CellPosition(
          form.id().value(),
          row.map(one -> one.key().toString()).orElse(""),
          row.map(FormRow::title).orElse(""),
          indicator.path().value(),
          indicator.fullTitle());
    }

    /** The cell, or the row as a whole where the pointer leads to no single column. */
    CellPosition cell() {
      List<Indicator> at = indicators();
      boolean exact = at.size() == 1 && at.get(0).path().equals(ColumnPath.of(column));
      return exact
          ? cell(at.get(0))
          : new CellPosition(
              form.id().value(),
              row.map(one -> one.key().toString()).orElse(""),
              row.map(FormRow::title).orElse(""),
              String.join(".", column),
              "");
    }
  }

  AnswerPlaces(Campaign campaign, Duty duty, Unit reporter) {
    this.campaign = campaign;
    this.duty = duty;
    this.reporter = reporter;
  }

  private Optional<Sheet> sheet(FormId form) {
    return duty.forms().contains(form)
        ? Optional.of(sheets.computeIfAbsent(form, this::newSheet))
        : Optional.empty();
  }

  private Sheet newSheet(FormId form) {
    Map<String, FormRow> rows =
        campaign.typedRows(duty, form, reporter).stream()
            .collect(Collectors.toMap(row -> row.key().toString(), row -> row));
    return new Sheet(campaign.form(form), rows);
  }

  /** The place of a cell, a row or a cover; empty for anything above them. */
  Optional<Place> find(String pointer) {
    List<String> steps = steps(pointer);
    if (steps.size() < 3 || !steps.get(0).equals("forms")) return Optional.empty();
    Optional<Sheet> found = sheet(new FormId(steps.get(1)));
    if (found.isEmpty()) return Optional.empty();
    Sheet sheet = found.get();
    List<String> below = steps.subList(3, steps.size());
    return switch (steps.get(2)) {
      case "cover" -> Optional.of(new Place(sheet.form, Optional.empty(), true, below));
      case "row" ->
          sheet.form.rows().isRecord()
              ? Optional.of(
                  new Place(sheet.form, sheet.rows.values().stream().findFirst(), false, below))
              : Optional.empty();
      case "rows" -> below.isEmpty() ? Optional.empty() : row(sheet, below);
      default -> Optional.empty();
    };
  }

  private static Optional<Place> row(Sheet sheet, List<String> below) {
    return Optional.ofNullable(sheet.rows.get(below.get(0)))
        .map(row -> new Place(sheet.form, Optional.of(row), false, below.subList(1, below.size())));
  }

  static List<String> steps(String pointer) {
    List<String> steps = new ArrayList<>();
    JsonPointer rest = JsonPointer.compile(pointer);
    while (!rest.matches()) {
      steps.add(rest.getMatchingProperty());
      rest = rest.tail();
    }
    return steps;
  }
}

package nuanbao.engine.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.form.Rows;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.unit.Unit;

/** Knows which row and column, as printed, a pointer into a submission stands for. */
final class AnswerPlaces {
  private final Campaign campaign;
  private final SubmissionKey key;
  private final List<FormId> forms;
  private final LocatedJson document;

  /** Made when the first place is looked for: most submissions have nothing wrong. */
  private final Map<FormId, Sheet> sheets = new HashMap<>();

  private record Sheet(Form form, Map<String, FormRow> rows) {}

  /**
   * Where a pointer leads.
   *
   * @param row the row, where it is one of a table or the record
   * @param isCover whether it stands among the fields above the table
   * @param column keys below the row or cover; empty for the row or cover itself
   * @param inner steps below a column that holds several
   */
  record Place(
      Form form, Optional<FormRow> row, boolean isCover, List<String> column, List<String> inner) {

    static Place of(Form form, Optional<FormRow> row, boolean isCover, List<String> below) {
      Place whole = new Place(form, row, isCover, below, List.of());
      for (int end = 1; end < below.size(); end++) {
        Place outer = new Place(form, row, isCover, below.subList(0, end), List.of());
        if (outer.column().isEmpty() || !outer.isColumn()) continue;
        return new Place(form, row, isCover, outer.column, below.subList(end, below.size()));
      }
      return whole;
    }

    private boolean isColumn() {
      List<Indicator> at = indicators();
      return at.size() == 1 && at.get(0).path().equals(ColumnPath.of(column));
    }

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
          .flatMap(one -> row.isEmpty() ? Stream.of(one) : row.get().findCell(one).stream())
          .toList();
    }

    /** The child records that the pointer leads into, if it does. */
    Optional<FieldType.Records> records() {
      if (inner.isEmpty() || !isColumn()) return Optional.empty();
      return indicators().get(0).type() instanceof FieldType.Records records
          ? Optional.of(records)
          : Optional.empty();
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
      return isColumn()
          ? cell(indicators().get(0))
          : new CellPosition(
              form.id().value(),
              row.map(one -> one.key().toString()).orElse(""),
              row.map(FormRow::title).orElse(""),
              String.join(".", column),
              "");
    }

    /** As a person reads it; within records, which of them and which of its columns. */
    String label() {
      String cell = cell().toString();
      if (inner.isEmpty()) return cell;
      String which = "第" + (Integer.parseInt(inner.get(0)) + 1) + "条";
      String path = String.join(".", inner.subList(1, inner.size()));
      String column =
          records().stream()
              .flatMap(records -> Column.indicatorsOf(records.columns()).stream())
              .filter(one -> one.path().value().equals(path))
              .map(Indicator::fullTitle)
              .findFirst()
              .orElse(path);
      return (cell + " " + which + column).strip();
    }
  }

  AnswerPlaces(Campaign campaign, SubmissionKey key, LocatedJson document) {
    this.campaign = campaign;
    this.key = key;
    this.forms = campaign.forms(key);
    this.document = document;
  }

  private Optional<Sheet> sheet(FormId form) {
    return forms.contains(form)
        ? Optional.of(sheets.computeIfAbsent(form, this::newSheet))
        : Optional.empty();
  }

  private Sheet newSheet(FormId form) {
    Map<String, FormRow> rows = new LinkedHashMap<>();
    for (FormRow row : campaign.typedRows(key, form)) {
      rows.put(row.key().toString(), row);
    }
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
      case "cover" -> Optional.of(Place.of(sheet.form, Optional.empty(), true, below));
      case "row" ->
          sheet.form.rows().shape() == Rows.Shape.RECORD
              ? Optional.of(
                  Place.of(sheet.form, sheet.rows.values().stream().findFirst(), false, below))
              : Optional.empty();
      case "rows" -> below.isEmpty() ? Optional.empty() : row(sheet, below);
      default -> Optional.empty();
    };
  }

  private Optional<Place> row(Sheet sheet, List<String> below) {
    Optional<FormRow> row =
        sheet.form.rows().shape() == Rows.Shape.LIST
            ? entry(sheet.form, below.get(0))
            : Optional.ofNullable(sheet.rows.get(below.get(0)));
    return row.map(
        one -> Place.of(sheet.form, Optional.of(one), false, below.subList(1, below.size())));
  }

  /** An entry as far as it says itself which one it is. */
  private Optional<FormRow> entry(Form form, String index) {
    JsonNode list = document.root().path("forms").path(form.id().value()).path("rows");
    if (!index.matches("[0-9]{1,6}") || Integer.parseInt(index) >= list.size()) {
      return Optional.empty();
    }
    JsonNode entry = list.get(Integer.parseInt(index));
    String id = entry.path("id").asText("");
    Unit reporter = campaign.units().unit(key.unit());
    Unit unit = campaign.units().findUnit(entry.path("unit").asText("")).orElse(reporter);
    String number = "第" + (Integer.parseInt(index) + 1) + "条";
    RowKey row = new RowKey(unit.id(), id.isEmpty() ? "#" + index : id);
    return Optional.of(FormRow.entry(row, unit, reporter, number));
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

package nuanbao.engine.formula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.formula.VectorNames.Ref;
import nuanbao.engine.problem.Text;

/**
 * The values of one vector: {@code cells} by name, rows as lists, {@code periods}, {@code today}.
 */
final class VectorScope implements Scope {
  private static final Map<Period, String> PERIODS =
      Map.of(
          Period.PREVIOUS, "previous",
          Period.LAST_YEAR, "lastYear",
          Period.CUMULATIVE, "cumulative",
          Period.YEAR_TO_DATE, "yearToDate",
          Period.WITHIN, "inPeriod");

  private final JsonNode cells;
  private final JsonNode periods;
  private final JsonNode today;
  private final JsonNode row;

  VectorScope(JsonNode cells, JsonNode periods, JsonNode today) {
    this(cells, periods, today, MissingNode.getInstance());
  }

  private VectorScope(JsonNode cells, JsonNode periods, JsonNode today, JsonNode row) {
    this.cells = cells;
    this.periods = periods;
    this.today = today;
    this.row = row;
  }

  @Override
  public Value valueOf(Reference reference) {
    Ref ref = (Ref) reference;
    return value(ref.isInRow() ? row.path(ref.column()) : cells.path(ref.column()), ref.kind());
  }

  @Override
  public List<Element> elementsOf(Reference many) {
    Ref ref = (Ref) many;
    List<Element> elements = new ArrayList<>();
    for (String cell : ref.range()) {
      elements.add(new Element(value(cells.path(cell), ref.kind()), this));
    }
    for (JsonNode one : cells.path(ref.list())) {
      Value value =
          ref.kind() == ValueKind.ROWS ? Value.BLANK : value(one.path(ref.column()), ref.kind());
      elements.add(new Element(value, new VectorScope(cells, periods, today, one)));
    }
    return elements;
  }

  @Override
  public Optional<Scope> at(Period period) {
    JsonNode then = periods.path(PERIODS.get(period));
    return then.isMissingNode()
        ? Optional.empty()
        : Optional.of(new VectorScope(then, MissingNode.getInstance(), today));
  }

  @Override
  public Value today() {
    return today.isTextual() ? Value.of(LocalDate.parse(today.asText())) : Value.BLANK;
  }

  private static Value value(JsonNode cell, ValueKind kind) {
    if (cell.isMissingNode()) return Value.BLANK;
    if (cell.isNumber()) return Value.of(cell.decimalValue());
    if (cell.isBoolean()) return Value.of(cell.booleanValue());
    if (cell.has("failed")) return new Value.Failed(Text.of(cell.get("failed").asText()));
    if (cell.isArray()) {
      List<String> codes = new ArrayList<>();
      cell.forEach(code -> codes.add(code.asText()));
      return new Value.Choices(codes);
    }
    if (cell.asText().equals("不适用")) return Value.NOT_APPLICABLE;
    return kind == ValueKind.DAY
        ? Value.of(LocalDate.parse(cell.asText()))
        : Value.of(cell.asText());
  }

  /** A value as vectors write what they expect: {@code 12.5}, {@code “甲”}, 是, 空, 不适用, 算不出. */
  static String write(Value value) {
    if (value instanceof Value.Number number) return FormulaWriter.plain(number.amount());
    if (value instanceof Value.Words words) return "“" + words.text() + "”";
    if (value instanceof Value.Truth truth) return truth.isTrue() ? "是" : "否";
    if (value instanceof Value.Day day) return day.date().toString();
    if (value instanceof Value.Choices choices) return String.join("、", choices.codes());
    if (value instanceof Value.NotApplicable) return "不适用";
    return value instanceof Value.Failed ? "算不出" : "空";
  }
}

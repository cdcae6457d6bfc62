package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.formula.Value;
import nuanbao.engine.json.JsonText.Limits;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.unit.UnitId;

/**
 * Accepted answers as text, for stores: {@code {form: {"cover": {path: value}, "rows": {unit:
 * {path: value}}, "explanations": {check: text}}}}; rows that are more than one of a unit are a
 * list of {@code {unit, item, cells}}. Numbers stay exact; a day is {@code {"day": …}}, 不适用 an
 * empty object. Reads only what it wrote.
 */
public final class AnswersJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AnswersJson() {}

  public static String write(Map<FormId, Answers> forms) {
    ObjectNode root = NODES.objectNode();
    new TreeMap<>(byText(forms)).forEach((form, answers) -> root.set(form, write(answers)));
    return root.toString();
  }

  private static ObjectNode write(Answers answers) {
    ObjectNode form = NODES.objectNode();
    form.set("cover", write(answers.cover().entrySet()));
    form.set("rows", rows(answers));
    ObjectNode explanations = form.putObject("explanations");
    new TreeMap<>(byText(answers.explanations())).forEach(explanations::put);
    return form;
  }

  /** By unit where each has one row; else a list, because entries have an order. */
  private static JsonNode rows(Answers answers) {
    if (answers.rows().keySet().stream().allMatch(key -> key.item().isEmpty())) {
      ObjectNode rows = NODES.objectNode();
      new TreeMap<>(byText(answers.rows()))
          .forEach((unit, cells) -> rows.set(unit, write(cells.entrySet())));
      return rows;
    }
    ArrayNode rows = NODES.arrayNode();
    answers
        .rows()
        .forEach(
            (key, cells) -> {
              ObjectNode row = rows.addObject();
              row.put("unit", key.unit().value());
              row.put("item", key.item());
              row.set("cells", write(cells.entrySet()));
            });
    return rows;
  }

  private static ObjectNode write(Iterable<Map.Entry<ColumnPath, Value>> cells) {
    TreeMap<String, Value> sorted = new TreeMap<>();
    cells.forEach(cell -> sorted.put(cell.getKey().value(), cell.getValue()));
    return object(sorted);
  }

  private static ObjectNode object(Map<String, Value> cells) {
    ObjectNode values = NODES.objectNode();
    new TreeMap<>(cells).forEach((path, value) -> values.set(path, write(value)));
    return values;
  }

  private static JsonNode write(Value value) {
    if (value instanceof Value.Number number) return DecimalNode.valueOf(number.amount());
    if (value instanceof Value.Words words) return NODES.textNode(words.text());
    if (value instanceof Value.Truth truth) return NODES.booleanNode(truth.isTrue());
    if (value instanceof Value.Day day) return NODES.objectNode().put("day", day.date().toString());
    if (value instanceof Value.NotApplicable) return NODES.objectNode();
    if (value instanceof Value.Choices choices) {
      ArrayNode codes = NODES.arrayNode();
      choices.codes().forEach(codes::add);
      return codes;
    }
    if (value instanceof Value.Records records) {
      ArrayNode list = NODES.arrayNode();
      records.records().forEach(record -> list.add(object(record)));
      return list;
    }
    throw new IllegalArgumentException("only what was typed is kept, not " + value);
  }

  private static <K, V> Map<String, V> byText(Map<K, V> map) {
    Map<String, V> byText = new HashMap<>();
    map.forEach((key, value) -> byText.put(key.toString(), value));
    return byText;
  }

  public static Map<FormId, Answers> read(String text) {
    Problems problems = new Problems();
    Located root =
        JsonText.read(text.getBytes(StandardCharsets.UTF_8), "stored", Limits.DEFINITION, problems)
            .map(Located::root)
            .orElseThrow(() -> new IllegalArgumentException("damaged: " + problems.inOrder()));
    Map<FormId, Answers> forms = new HashMap<>();
    root.members().forEach((id, form) -> forms.put(new FormId(id), read(new FormId(id), form)));
    return forms;
  }

  private static Answers read(FormId id, Located form) {
    Map<RowKey, Map<ColumnPath, Value>> rows = new LinkedHashMap<>();
    for (Located row : form.items("rows")) {
      UnitId unit = new UnitId(row.text("unit").orElseThrow());
      rows.put(
          new RowKey(unit, row.text("item").orElse("")),
          row.get("cells").map(AnswersJson::cells).orElse(Map.of()));
    }
    form.members("rows")
        .forEach((unit, cells) -> rows.put(new RowKey(new UnitId(unit)), cells(cells)));
    Map<CheckId, String> explanations = new HashMap<>();
    form.members("explanations")
        .forEach((check, why) -> explanations.put(new CheckId(check), why.text()));
    Map<ColumnPath, Value> cover = form.get("cover").map(AnswersJson::cells).orElse(Map.of());
    return new Answers(id, cover, rows, explanations);
  }

  private static Map<ColumnPath, Value> cells(Located row) {
    Map<ColumnPath, Value> cells = new HashMap<>();
    row.members().forEach((path, value) -> cells.put(new ColumnPath(path), value(value.node())));
    return cells;
  }

  private static Value value(JsonNode node) {
    if (node.isNumber()) return Value.of(node.decimalValue());
    if (node.isBoolean()) return Value.of(node.asBoolean());
    if (node.isObject()) {
      return node.has("day")
          ? Value.of(LocalDate.parse(node.get("day").asText()))
          : Value.NOT_APPLICABLE;
    }
    if (!node.isArray()) return Value.of(node.asText());
    if (node.get(0).isTextual()) {
      List<String> codes = new ArrayList<>();
      node.forEach(one -> codes.add(one.asText()));
      return new Value.Choices(codes);
    }
    List<Map<String, Value>> records = new ArrayList<>();
    for (JsonNode one : node) {
      Map<String, Value> record = new HashMap<>();
      one.properties().forEach(cell -> record.put(cell.getKey(), value(cell.getValue())));
      records.add(record);
    }
    return new Value.Records(records);
  }
}

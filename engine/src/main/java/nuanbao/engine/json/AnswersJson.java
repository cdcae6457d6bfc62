package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
 * {path: value}}, "explanations": {check: text}}}}. Numbers stay exact. Reads only what it wrote.
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
    ObjectNode rows = form.putObject("rows");
    new TreeMap<>(byText(answers.rows()))
        .forEach((unit, cells) -> rows.set(unit, write(cells.entrySet())));
    ObjectNode explanations = form.putObject("explanations");
    new TreeMap<>(byText(answers.explanations())).forEach(explanations::put);
    return form;
  }

  private static ObjectNode write(Iterable<Map.Entry<ColumnPath, Value>> cells) {
    TreeMap<String, Value> sorted = new TreeMap<>();
    cells.forEach(cell -> sorted.put(cell.getKey().value(), cell.getValue()));
    ObjectNode values = NODES.objectNode();
    sorted.forEach((path, value) -> values.set(path, write(value)));
    return values;
  }

  private static JsonNode write(Value value) {
    if (value instanceof Value.Number number) return DecimalNode.valueOf(number.amount());
    if (value instanceof Value.Words words) return NODES.textNode(words.text());
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
    Map<RowKey, Map<ColumnPath, Value>> rows = new HashMap<>();
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
    row.members()
        .forEach(
            (path, value) ->
                cells.put(
                    new ColumnPath(path),
                    value.node().isNumber()
                        ? Value.of(value.node().decimalValue())
                        : Value.of(value.text())));
    return cells;
  }
}

package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.Rows;
import nuanbao.engine.formula.Value;

/**
 * Accepted answers as they are sent, so that a program can change them and send them again: columns
 * nest, entries carry their ids, and what is empty is left out.
 */
public final class SentJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private SentJson() {}

  /** The value of {@code forms} in what is sent; numbers as exact as they came. */
  public static String write(Campaign campaign, Map<FormId, Answers> forms) {
    ObjectNode sent = NODES.objectNode();
    Map<String, Answers> sorted = new TreeMap<>();
    forms.forEach((id, answers) -> sorted.put(id.value(), answers));
    sorted.forEach((id, answers) -> sent.set(id, write(campaign.form(new FormId(id)), answers)));
    return sent.toString();
  }

  private static ObjectNode write(Form form, Answers answers) {
    ObjectNode sheet = NODES.objectNode();
    if (!answers.cover().isEmpty()) sheet.set("cover", cells(answers.cover()));
    ArrayNode entries = NODES.arrayNode();
    ObjectNode rows = NODES.objectNode();
    answers
        .rows()
        .forEach(
            (key, cells) -> {
              switch (form.rows().shape()) {
                case RECORD -> sheet.set("row", cells(cells));
                case BY_KEY -> rows.set(key.toString(), cells(cells));
                case LIST -> {
                  ObjectNode entry = entries.addObject();
                  entry.put("id", key.item()).put("unit", key.unit().value());
                  entry.setAll(cells(cells));
                }
              }
            });
    if (form.rows().shape() == Rows.Shape.LIST) sheet.set("rows", entries);
    else if (!rows.isEmpty()) sheet.set("rows", rows);
    if (!answers.explanations().isEmpty()) {
      ObjectNode explanations = sheet.putObject("explanations");
      answers.explanations().forEach((check, text) -> explanations.put(check.value(), text));
    }
    return sheet;
  }

  private static ObjectNode cells(Map<ColumnPath, Value> byPath) {
    Map<String, Value> sorted = new TreeMap<>();
    byPath.forEach((path, value) -> sorted.put(path.value(), value));
    return nested(sorted);
  }

  private static ObjectNode nested(Map<String, Value> byPath) {
    ObjectNode cells = NODES.objectNode();
    byPath.forEach(
        (path, value) -> {
          List<String> keys = new ColumnPath(path).keys();
          ObjectNode group = cells;
          for (String key : keys.subList(0, keys.size() - 1)) {
            group = group.withObjectProperty(key);
          }
          group.set(keys.get(keys.size() - 1), node(value));
        });
    return cells;
  }

  private static JsonNode node(Value value) {
    if (value instanceof Value.Number number) return DecimalNode.valueOf(number.amount());
    if (value instanceof Value.Words words) return NODES.textNode(words.text());
    if (value instanceof Value.Truth truth) return NODES.booleanNode(truth.isTrue());
    if (value instanceof Value.Day day) return NODES.textNode(day.date().toString());
    if (value instanceof Value.NotApplicable) return NODES.textNode(CellReader.NOT_APPLICABLE);
    ArrayNode list = NODES.arrayNode();
    if (value instanceof Value.Choices choices) choices.codes().forEach(list::add);
    if (value instanceof Value.Records records) {
      records.records().forEach(record -> list.add(nested(new TreeMap<>(record))));
    }
    return list;
  }
}

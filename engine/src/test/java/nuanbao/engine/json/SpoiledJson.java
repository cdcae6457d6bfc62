package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Spoils what a document says, so that it is still JSON, or nearly. */
final class SpoiledJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MOST_ENTRIES = 6_000;
  private static final Pattern NUMBER = Pattern.compile("(?<=[:\\[,])-?[0-9][0-9.]*(?=[,}\\]])");
  private static final Pattern KEY = Pattern.compile("\"[^\"\\\\]+\":");

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "不适用",
          "１２",
          "-0",
          "1e9",
          "𠮷",
          "\u0000",
          "\uFFFF",
          "\u202e",
          "\ud800",
          "null",
          "true",
          "a/b~0",
          "..",
          "2026-02-30",
          "2026-03-02",
          "2024-02-29",
          "9999-12-31",
          "-0001-01-01",
          "+999999999-12-31",
          "24:00",
          "e1",
          "county",
          "11010519491231002X",
          "0".repeat(5_000),
          "a".repeat(40) + "!",
          "@".repeat(300),
          "{people}",
          "{0}",
          "%s",
          "forms",
          "rows",
          "unit",
          "id");

  /** Numbers as they may be written, and as they may not. */
  private static final List<String> NUMBERS =
      List.of(
          "-0",
          "-0.0",
          "0.10",
          "1e2",
          "1E+2",
          "1e-2",
          "1e400",
          "1e999999999",
          "1e-999999999",
          "1e2147483648",
          "1e99999999999999",
          "00",
          "+1",
          ".5",
          "5.",
          "0x10",
          "NaN",
          "-Infinity",
          "9223372036854775808",
          "9".repeat(1_200),
          "0." + "0".repeat(1_200) + "1",
          "1" + "0".repeat(400));

  private final Random random;

  SpoiledJson(Random random) {
    this.random = random;
  }

  byte[] spoil(JsonNode document) {
    if (document instanceof ObjectNode object) {
      for (int i = random.nextInt(4); i >= 0; i--) change(object);
      if (random.nextInt(1_000) == 0) lengthen(object);
    }
    String text = document.toString();
    if (random.nextInt(4) == 0) text = replaced(text, NUMBER, pick(NUMBERS));
    if (random.nextInt(16) == 0) text = doubled(text);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void change(ObjectNode document) {
    List<JsonNode> containers = new ArrayList<>();
    collect(document, containers);
    JsonNode at = pick(containers);
    if (at instanceof ObjectNode object) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      String key = keys.isEmpty() || random.nextInt(5) == 0 ? pick(TEXTS) : pick(keys);
      switch (random.nextInt(6)) {
        case 0 -> object.remove(key);
        case 1 -> {
          JsonNode moved = object.remove(key);
          if (moved != null) object.set(keys.isEmpty() ? key : pick(keys), moved);
        }
        default -> object.set(key, value(containers));
      }
    } else if (at instanceof ArrayNode list) {
      switch (random.nextInt(4)) {
        case 0 -> list.add(value(containers));
        case 1 -> list.insert(random.nextInt(list.size() + 1), value(containers));
        default -> {
          if (!list.isEmpty()) list.set(random.nextInt(list.size()), value(containers));
        }
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (!node.isContainerNode()) return;
    containers.add(node);
    node.forEach(child -> collect(child, containers));
  }

  private JsonNode value(List<JsonNode> containers) {
    return switch (random.nextInt(10)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt(200) - 100);
      case 3 -> NODES.numberNode(new BigDecimal("12345678901234567890.123456789"));
      case 4 -> NODES.numberNode(BigDecimal.valueOf(random.nextLong(), random.nextInt(12)));
      case 5 -> random.nextBoolean() ? NODES.arrayNode() : NODES.objectNode();
      case 6, 7 -> pick(containers).deepCopy();
      default -> NODES.textNode(pick(TEXTS));
    };
  }

  /** More entries than a form may have, each with an id of its own. */
  private void lengthen(ObjectNode document) {
    List<JsonNode> containers = new ArrayList<>();
    collect(document, containers);
    for (JsonNode one : containers) {
      if (!(one instanceof ArrayNode list) || list.isEmpty()) continue;
      JsonNode first = list.get(0);
      for (int i = random.nextInt(MOST_ENTRIES); i > 0; i--) {
        JsonNode copy = first.deepCopy();
        if (copy instanceof ObjectNode entry) entry.put("id", "x" + i);
        list.add(copy);
      }
      return;
    }
  }

  private String replaced(String text, Pattern pattern, String by) {
    List<MatchResult> all = pattern.matcher(text).results().toList();
    if (all.isEmpty()) return text;
    MatchResult one = pick(all);
    return text.substring(0, one.start()) + by + text.substring(one.end());
  }

  /** A key that is there twice. */
  private String doubled(String text) {
    List<MatchResult> all = KEY.matcher(text).results().toList();
    if (all.isEmpty()) return text;
    MatchResult one = pick(all);
    return text.substring(0, one.start()) + one.group() + "1," + text.substring(one.start());
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}

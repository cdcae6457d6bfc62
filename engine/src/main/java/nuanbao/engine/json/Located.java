package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.SourcePosition;

/**
 * A value of a definition and where it stands. What is missing or not as the schema wants is absent
 * here: it has been told already, and what depends on it is passed over.
 */
record Located(LocatedJson document, String pointer, JsonNode node) {

  static Located root(LocatedJson document) {
    return new Located(document, "", document.root());
  }

  Optional<Located> get(String key) {
    JsonNode value = node.get(key);
    if (value == null) return Optional.empty();
    String child = LocatedJson.child(pointer, key);
    return document.isSound(child)
        ? Optional.of(new Located(document, child, value))
        : Optional.empty();
  }

  /** Whether the key is there, whatever stands behind it. */
  boolean has(String key) {
    return node.has(key);
  }

  Optional<String> text(String key) {
    return get(key).filter(value -> value.node.isTextual()).map(Located::text);
  }

  Optional<BigDecimal> number(String key) {
    return get(key).filter(value -> value.node.isNumber()).map(value -> value.node.decimalValue());
  }

  Optional<Integer> whole(String key) {
    return number(key).map(BigDecimal::intValue);
  }

  Optional<Boolean> flag(String key) {
    return get(key).filter(value -> value.node.isBoolean()).map(value -> value.node.asBoolean());
  }

  String text() {
    return node.asText();
  }

  List<Located> items() {
    List<Located> items = new ArrayList<>();
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      String child = pointer + "/" + i;
      if (document.isSound(child)) items.add(new Located(document, child, node.get(i)));
    }
    return items;
  }

  List<Located> items(String key) {
    return get(key).map(Located::items).orElse(List.of());
  }

  /** Members in the order of the document; {@code $schema} and {@code $comment} are left out. */
  Map<String, Located> members() {
    Map<String, Located> members = new LinkedHashMap<>();
    node.fieldNames()
        .forEachRemaining(
            key -> {
              if (!key.startsWith("$")) get(key).ifPresent(value -> members.put(key, value));
            });
    return members;
  }

  Map<String, Located> members(String key) {
    return get(key).map(Located::members).orElse(Map.of());
  }

  SourcePosition position() {
    return document.at(pointer);
  }

  /** Where its key stands: for what is wrong with the member as a whole. */
  SourcePosition keyPosition() {
    return document.atKey(pointer);
  }

  /** A part of the text, if this is one on a line of its own without escapes; else the whole. */
  SourcePosition within(int offset, int length) {
    SourcePosition whole = position();
    return whole.length() == text().length() + 2
        ? new SourcePosition(
            whole.file(), whole.line(), whole.column() + 1 + offset, length, pointer)
        : whole;
  }

  Problem problem(ProblemCode code, Object... arguments) {
    return Problem.of(code, position(), arguments);
  }

  Problem problemAtKey(ProblemCode code, Object... arguments) {
    return Problem.of(code, keyPosition(), arguments);
  }
}

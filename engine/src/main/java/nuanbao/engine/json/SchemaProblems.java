package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nuanbao.engine.json.Schemas.Kind;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Similar;
import nuanbao.engine.problem.SourcePosition;
import nuanbao.engine.problem.Text;

/**
 * Checks a definition file against its published schema and tells each mistake once, in our words.
 */
final class SchemaProblems {
  private static final int SHOWN = 40;

  private final Schemas schemas;
  private final LocatedJson document;
  private final Problems problems;

  SchemaProblems(Schemas schemas, LocatedJson document, Problems problems) {
    this.schemas = schemas;
    this.document = document;
    this.problems = problems;
  }

  void check(Kind kind) {
    Map<String, Set<String>> alternatives = new TreeMap<>();
    for (Error error : schemas.schema(kind).validate(document.root())) {
      String pointer = error.getInstanceLocation().toString();
      if (isWithin(error.getEvaluationPath(), "anyOf") && error.getKeyword().equals("required")) {
        alternatives.computeIfAbsent(pointer, at -> new LinkedHashSet<>()).add(error.getProperty());
      } else {
        tell(error, pointer);
      }
    }
    alternatives.forEach(
        (pointer, keys) -> {
          document.markUnsound(pointer);
          add(ProblemCode.MISSING_ONE_OF, document.at(pointer), String.join("、", keys));
        });
  }

  private static boolean isWithin(NodePath path, String keyword) {
    return path.contains(keyword);
  }

  private void tell(Error error, String pointer) {
    if (problems.isFull()) {
      document.markUnsound(pointer);
      problems.addUntold();
      return;
    }
    SourcePosition here = document.at(pointer);
    JsonNode value = document.root().at(pointer);
    JsonNode limit = error.getSchemaNode();
    String keyword = error.getKeyword() == null ? "false" : error.getKeyword();
    if (isWithin(error.getEvaluationPath(), "propertyNames")) {
      String key = error.getProperty() == null ? lastStep(pointer) : error.getProperty();
      String member =
          document.root().at(pointer).has(key) ? LocatedJson.child(pointer, key) : pointer;
      document.markUnsound(member);
      add(ProblemCode.BAD_KEY, document.atKey(member), key);
      return;
    }
    switch (keyword) {
      case "additionalProperties" -> {
        String key = error.getProperty();
        add(
            ProblemCode.UNKNOWN_KEY,
            document.atKey(LocatedJson.child(pointer, key)),
            key,
            suggestion(key, error));
      }
      case "false" -> {
        document.markUnsound(pointer);
        add(ProblemCode.KEY_NOT_HERE, document.atKey(pointer), lastStep(pointer));
      }
      case "required" -> add(ProblemCode.MISSING_KEY, here, error.getProperty());
      case "dependentRequired" ->
          add(
              ProblemCode.KEY_NEEDS_KEY,
              here,
              String.valueOf(error.getArguments()[1]),
              error.getProperty());
      case "type" -> bad(pointer, ProblemCode.WRONG_TYPE, types(limit), typeOf(value));
      case "enum", "const" -> bad(pointer, ProblemCode.NOT_A_CHOICE, shown(value), choices(limit));
      case "minimum" -> bad(pointer, ProblemCode.NUMBER_OUT_OF_RANGE, shown(value), atLeast(limit));
      case "exclusiveMinimum" ->
          bad(pointer, ProblemCode.NUMBER_OUT_OF_RANGE, shown(value), moreThan(limit));
      case "maximum" -> bad(pointer, ProblemCode.NUMBER_OUT_OF_RANGE, shown(value), atMost(limit));
      case "minLength", "minItems", "minProperties" ->
          bad(pointer, ProblemCode.BAD_LENGTH, atLeast(limit));
      case "maxLength", "maxItems", "maxProperties" ->
          bad(pointer, ProblemCode.BAD_LENGTH, atMost(limit));
      case "format" -> bad(pointer, ProblemCode.NO_SUCH_DAY, shown(value));
      case "pattern" -> bad(pointer, ProblemCode.BAD_FORM, shown(value), limit.asText());
      case "uniqueItems" -> bad(pointer, ProblemCode.ITEM_TWICE);
      default -> throw noWordsFor(keyword);
    }
  }

  /** Of our own schemas, so {@code SchemaKeywordsTest} sees a new one before anybody else. */
  static IllegalStateException noWordsFor(String keyword) {
    return new IllegalStateException("nothing is told of the keyword " + keyword);
  }

  private void bad(String pointer, ProblemCode code, Object... arguments) {
    document.markUnsound(pointer);
    add(code, document.at(pointer), arguments);
  }

  private void add(ProblemCode code, SourcePosition place, Object... arguments) {
    problems.add(Problem.of(code, place, arguments));
  }

  private String suggestion(String key, Error error) {
    List<String> known = new ArrayList<>();
    schemas
        .at(error.getSchemaLocation(), 1)
        .path("properties")
        .fieldNames()
        .forEachRemaining(known::add);
    return Similar.nearest(key, known).orElse("");
  }

  private static String lastStep(String pointer) {
    return pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
  }

  static Text atLeast(JsonNode limit) {
    return atLeast(plain(limit));
  }

  static Text atLeast(String limit) {
    return new Text("最小 " + limit, "at least " + limit);
  }

  private static Text moreThan(JsonNode limit) {
    return new Text("要大于 " + plain(limit), "more than " + plain(limit));
  }

  static Text atMost(JsonNode limit) {
    return new Text("最大 " + plain(limit), "at most " + plain(limit));
  }

  private static String plain(JsonNode limit) {
    return limit.decimalValue().toPlainString();
  }

  private static String choices(JsonNode limit) {
    if (!limit.isArray()) return limit.asText();
    List<String> choices = new ArrayList<>();
    limit.forEach(choice -> choices.add(choice.asText()));
    return String.join("、", choices);
  }

  private static Text types(JsonNode limit) {
    return typeNamed(limit.isArray() ? limit.get(0).asText() : limit.asText());
  }

  static Text typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT, POJO -> typeNamed("object");
      case ARRAY -> typeNamed("array");
      case STRING, BINARY -> typeNamed("string");
      case NUMBER -> typeNamed("number");
      case BOOLEAN -> typeNamed("boolean");
      case NULL, MISSING -> typeNamed("null");
    };
  }

  static Text typeNamed(String type) {
    return switch (type) {
      case "object" -> new Text("一组键（{ }）", "an object { }");
      case "array" -> new Text("列表（[ ]）", "a list [ ]");
      case "string" -> new Text("文字", "a text");
      case "integer" -> new Text("整数", "a whole number");
      case "number" -> new Text("数", "a number");
      case "boolean" -> new Text("true 或 false", "true or false");
      default -> Text.of("null");
    };
  }

  static String shown(JsonNode value) {
    return shortened(value.isValueNode() ? value.asText() : value.toString());
  }

  static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}

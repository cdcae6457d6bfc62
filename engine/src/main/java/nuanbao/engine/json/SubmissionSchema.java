package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import com.networknt.schema.Schema;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Check;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnGroup;
import nuanbao.engine.form.Days;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.Rows;
import nuanbao.engine.problem.ProblemCode;

/**
 * Generates the schema of what the reporters of a duty send: pure JSON Schema 2020-12,
 * self-contained. Which rows a reporter has, decimals and checks go beyond it and are the reader's
 * next step.
 */
final class SubmissionSchema {
  static final int MAX_CLIENT_ID = 64;

  /** Shorter than this, nobody has explained anything. */
  private static final int MIN_EXPLANATION = 6;

  private static final int MAX_EXPLANATION = 2000;
  private static final int MAX_FILE_ID = 200;
  private static final BigDecimal LARGE = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What goes beyond the schema, by the codes under which it is told. */
  static final List<ProblemCode> BEYOND =
      List.of(
          ProblemCode.JSON_DUPLICATE_KEY,
          ProblemCode.NUMBER_EXPONENT,
          ProblemCode.NUMBER_TOO_LONG,
          ProblemCode.ANSWERS_DECIMALS,
          ProblemCode.ANSWERS_CHECK_CHARACTER,
          ProblemCode.ANSWERS_NO_SUCH_DAY,
          ProblemCode.ANSWERS_UNKNOWN_ROW,
          ProblemCode.ANSWERS_NOT_APPLICABLE,
          ProblemCode.ANSWERS_MUST_APPLY,
          ProblemCode.ANSWERS_TYPED_ELSEWHERE,
          ProblemCode.ANSWERS_ENTRY_ID_TWICE,
          ProblemCode.ANSWERS_ENTRY_WITHOUT_UNIT,
          ProblemCode.ANSWERS_ENTRY_UNIT,
          ProblemCode.ANSWERS_ENTRY_TWICE,
          ProblemCode.CHECK_FAILED,
          ProblemCode.CHECK_NEEDS_EXPLANATION);

  private SubmissionSchema() {}

  /** The schema of what the reporters of a duty send who are asked for these forms. */
  static Schema compile(Campaign campaign, Duty duty, List<FormId> asked) {
    Schema schema = Schemas.registry(Map.of()).getSchema(of(campaign, duty, asked));
    schema.initializeValidators();
    return schema;
  }

  /** The schema of what the reporters of a duty send who are asked for these forms. */
  static ObjectNode of(Campaign campaign, Duty duty, List<FormId> asked) {
    ObjectNode forms = NODES.objectNode();
    for (FormId form : asked) forms.set(form.value(), form(campaign.form(form)));
    ObjectNode properties = NODES.objectNode();
    properties.set("$schema", NODES.objectNode().put("type", "string"));
    properties.set("$comment", NODES.objectNode().put("type", "string"));
    properties.set("id", text(1, MAX_CLIENT_ID));
    ObjectNode version = NODES.objectNode().put("type", "integer").put("minimum", 0);
    properties.set("basedOn", version.put("maximum", Integer.MAX_VALUE));
    properties.set("forms", closed(forms, asked.stream().map(FormId::value).toList()));
    return published(duty.title(), closed(properties, List.of("forms")));
  }

  /** The schema of one form: what stands under its id in what is sent. */
  static ObjectNode of(Form form) {
    return published(form.title(), form(form));
  }

  private static ObjectNode published(String title, ObjectNode schema) {
    ObjectNode published = NODES.objectNode();
    published.put("$schema", SpecificationVersion.DRAFT_2020_12.getDialectId());
    published.put("title", title);
    List<String> beyond = BEYOND.stream().map(ProblemCode::code).toList();
    published.put("$comment", "Checked beyond this schema: " + String.join(", ", beyond) + ".");
    return published.setAll(schema);
  }

  private static ObjectNode form(Form form) {
    ObjectNode properties = NODES.objectNode();
    ArrayNode required = NODES.arrayNode();
    ObjectNode cover = columns(form.cover(), Optional::of);
    properties.set("cover", cover);
    if (cover.has("required")) required.add("cover");
    if (form.rows().shape() == Rows.Shape.RECORD) {
      properties.set("row", columns(form.columns(), Optional::of));
      required.add("row");
    } else {
      properties.set("rows", rows(form));
      required.add("rows");
      if (form.isFilledInParts()) withoutRequired(properties.get("rows"));
    }
    ObjectNode explanations = NODES.objectNode();
    form.checks().stream()
        .filter(check -> check.severity() == Check.Severity.EXPLAIN)
        .forEach(
            check -> explanations.set(check.id().value(), text(MIN_EXPLANATION, MAX_EXPLANATION)));
    properties.set("explanations", closed(explanations, List.of()));
    ObjectNode schema = closed(properties, List.of());
    schema.set("required", required);
    return schema;
  }

  /** Who fills in which columns is the engine's to say. */
  private static void withoutRequired(JsonNode schema) {
    if (schema instanceof ObjectNode object && object.path("required").isArray()) {
      object.remove("required");
    }
    schema.forEach(SubmissionSchema::withoutRequired);
  }

  private static ObjectNode rows(Form form) {
    if (form.rows() instanceof Rows.Entries entries) {
      ObjectNode entry = columns(form.columns(), Optional::of);
      ObjectNode properties = NODES.objectNode();
      properties.set("id", text(1, MAX_CLIENT_ID));
      properties.set("unit", text(1, MAX_CLIENT_ID));
      properties.setAll((ObjectNode) entry.get("properties"));
      entry.set("properties", properties);
      entry.withArray("required").insert(0, "id");
      ObjectNode list = NODES.objectNode().put("type", "array");
      if (entries.least() > 0) list.put("minItems", entries.least());
      list.put("maxItems", entries.most());
      return list.set("items", entry);
    }
    if (form.rows().items().isEmpty()) {
      ObjectNode rows = NODES.objectNode().put("type", "object");
      return rows.set("additionalProperties", columns(form.columns(), Optional::of));
    }
    ObjectNode rows = NODES.objectNode();
    for (Item item : form.rows().items()) {
      if (item.isSection()) continue;
      ObjectNode row = columns(form.columns(), column -> item.findCell(column.path()));
      rows.set(item.key(), row.put("title", item.label()));
    }
    return closed(rows, List.of());
  }

  /** What stands where a row and a column meet; nothing where the column does not apply. */
  private interface Cells extends Function<Indicator, Optional<Indicator>> {}

  /** A group that holds a required column is required. */
  private static ObjectNode columns(List<Column> columns, Cells cells) {
    ObjectNode properties = NODES.objectNode();
    List<String> required = new ArrayList<>();
    ArrayNode narrowed = NODES.arrayNode();
    for (Column column : columns) {
      if (column instanceof ColumnGroup group) {
        ObjectNode inner = columns(group.columns(), cells);
        if (inner.get("properties").isEmpty()) continue;
        properties.set(group.key(), inner.put("title", group.title()));
        if (inner.has("required")) required.add(group.key());
        continue;
      }
      Optional<Indicator> cell = cells.apply((Indicator) column);
      if (cell.isEmpty()) continue;
      properties.set(column.key(), cell(cell.get()));
      boolean isAlwaysAsked = !cell.get().applicability().isConditional();
      if (cell.get().required() && !cell.get().isComputed() && isAlwaysAsked) {
        required.add(column.key());
      }
      narrow(cell.get(), narrowed);
    }
    ObjectNode schema = closed(properties, required);
    if (!narrowed.isEmpty()) schema.set("allOf", narrowed);
    return schema;
  }

  /** For each answer of a sibling, the answers that are left. */
  private static void narrow(Indicator cell, ArrayNode narrowed) {
    if (!(cell.type() instanceof FieldType.Choice choice)) return;
    choice
        .narrowedBy()
        .ifPresent(
            by ->
                new TreeMap<>(by.codes())
                    .forEach(
                        (answer, codes) -> {
                          ObjectNode rule = narrowed.addObject();
                          ObjectNode when = rule.putObject("if");
                          when.putObject("properties").putObject(by.column()).put("const", answer);
                          when.putArray("required").add(by.column());
                          ArrayNode left =
                              rule.putObject("then")
                                  .putObject("properties")
                                  .putObject(cell.key())
                                  .putArray("enum");
                          choice.options().stream()
                              .map(FieldType.Option::code)
                              .filter(codes::contains)
                              .forEach(left::add);
                        }));
  }

  private static ObjectNode cell(Indicator indicator) {
    ObjectNode cell = NODES.objectNode().put("title", indicator.title());
    if (indicator.isComputed()) return cell.put("readOnly", true);
    ObjectNode type = type(indicator.type());
    if (!CellReader.mayBeNotApplicable(indicator)) return cell.setAll(type);
    cell.putObject("if").put("const", CellReader.NOT_APPLICABLE);
    cell.set("else", type);
    return cell;
  }

  private static ObjectNode type(FieldType type) {
    ObjectNode cell = NODES.objectNode();
    if (type instanceof FieldType.Number number) {
      cell.put("type", number.decimals() == 0 ? "integer" : "number");
      number.minimum().ifPresent(minimum -> cell.set("minimum", bound(minimum)));
      number.maximum().ifPresent(maximum -> cell.set("maximum", bound(maximum)));
      number.multipleOf().ifPresent(step -> cell.set("multipleOf", bound(step)));
      return cell;
    }
    if (type instanceof FieldType.Words words) return words(words);
    if (type instanceof FieldType.Truth truth) {
      truth.mustBe().ifPresent(must -> cell.put("const", must));
      return truth.mustBe().isPresent() ? cell : cell.put("type", "boolean");
    }
    if (type instanceof FieldType.Day)
      return cell.put("type", "string").put("pattern", Days.PATTERN);
    if (type instanceof FieldType.Choice choice) return cell.set("enum", codes(choice.options()));
    if (type instanceof FieldType.Choices choices) {
      ObjectNode one = NODES.objectNode().set("enum", codes(choices.options()));
      return list(choices.least(), choices.most(), one).put("uniqueItems", true);
    }
    if (type instanceof FieldType.Files files) {
      ObjectNode one = text(1, MAX_FILE_ID);
      return files.most() == 1 ? one : list(0, files.most(), one).put("uniqueItems", true);
    }
    if (type instanceof FieldType.Records records) {
      return list(records.least(), records.most(), columns(records.columns(), Optional::of));
    }
    return text(1, MAX_CLIENT_ID);
  }

  private static ObjectNode words(FieldType.Words words) {
    ObjectNode cell = text(words.minLength(), words.maxLength());
    List<String> patterns =
        Stream.of(words.format().pattern(), words.pattern())
            .flatMap(Optional::stream)
            .map(Pattern::pattern)
            .distinct()
            .toList();
    if (patterns.size() == 1) return cell.put("pattern", patterns.get(0));
    if (patterns.isEmpty()) return cell;
    ArrayNode all = cell.putArray("allOf");
    patterns.forEach(pattern -> all.addObject().put("pattern", pattern));
    return cell;
  }

  private static ArrayNode codes(List<FieldType.Option> options) {
    ArrayNode codes = NODES.arrayNode();
    options.forEach(option -> codes.add(option.code()));
    return codes;
  }

  private static ObjectNode list(int least, int most, ObjectNode one) {
    ObjectNode list = NODES.objectNode().put("type", "array");
    if (least > 0) list.put("minItems", least);
    list.put("maxItems", most);
    return list.set("items", one);
  }

  /** Whole bounds are written as such, because the validator compares those faster. */
  private static JsonNode bound(BigDecimal bound) {
    boolean whole = bound.stripTrailingZeros().scale() <= 0 && bound.abs().compareTo(LARGE) < 0;
    return whole ? NODES.numberNode(bound.longValueExact()) : NODES.numberNode(bound);
  }

  private static ObjectNode text(int minimum, int maximum) {
    return NODES
        .objectNode()
        .put("type", "string")
        .put("minLength", minimum)
        .put("maxLength", maximum);
  }

  private static ObjectNode closed(ObjectNode properties, List<String> required) {
    ObjectNode schema = NODES.objectNode().put("type", "object");
    schema.set("properties", properties);
    if (!required.isEmpty()) {
      ArrayNode keys = schema.putArray("required");
      required.forEach(keys::add);
    }
    return schema.put("additionalProperties", false);
  }
}

package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SpecificationVersion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Check;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.ColumnGroup;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.Indicator;

/**
 * Generates the schema of what the reporters of a duty send: pure JSON Schema 2020-12,
 * self-contained. Which rows a reporter has, decimals and checks go beyond it and are the reader's
 * next step.
 */
final class SubmissionSchema {
  static final int MAX_CLIENT_ID = 64;
  private static final int MAX_EXPLANATION = 2000;
  private static final BigDecimal LARGE = BigDecimal.valueOf(Long.MAX_VALUE);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Campaign campaign;
  private final Duty duty;

  SubmissionSchema(Campaign campaign, Duty duty) {
    this.campaign = campaign;
    this.duty = duty;
  }

  Schema compile() {
    Schema schema = Schemas.registry(Map.of()).getSchema(generate());
    schema.initializeValidators();
    return schema;
  }

  ObjectNode generate() {
    ObjectNode forms = NODES.objectNode();
    for (FormId form : duty.forms()) forms.set(form.value(), form(campaign.form(form)));
    ObjectNode properties = NODES.objectNode();
    properties.set("$schema", NODES.objectNode().put("type", "string"));
    properties.set("$comment", NODES.objectNode().put("type", "string"));
    properties.set("id", text(1, MAX_CLIENT_ID));
    ObjectNode version = NODES.objectNode().put("type", "integer").put("minimum", 0);
    properties.set("basedOn", version.put("maximum", Integer.MAX_VALUE));
    properties.set("forms", closed(forms, duty.forms().stream().map(FormId::value).toList()));
    ObjectNode root = closed(properties, List.of("forms"));
    root.put("$schema", SpecificationVersion.DRAFT_2020_12.getDialectId());
    return root;
  }

  private ObjectNode form(Form form) {
    ObjectNode properties = NODES.objectNode();
    ArrayNode required = NODES.arrayNode();
    ObjectNode cover = columns(form.cover());
    properties.set("cover", cover);
    if (cover.has("required")) required.add("cover");
    if (form.rows().isRecord()) {
      properties.set("row", columns(form.columns()));
      required.add("row");
    } else {
      ObjectNode rows = NODES.objectNode().put("type", "object");
      properties.set("rows", rows.set("additionalProperties", columns(form.columns())));
      required.add("rows");
    }
    ObjectNode explanations = NODES.objectNode();
    form.checks().stream()
        .filter(check -> check.severity() == Check.Severity.EXPLAIN)
        .forEach(check -> explanations.set(check.id().value(), text(1, MAX_EXPLANATION)));
    properties.set("explanations", closed(explanations, List.of()));
    ObjectNode schema = closed(properties, List.of());
    schema.set("required", required);
    return schema;
  }

  /** A group that holds a required column is required. */
  private static ObjectNode columns(List<Column> columns) {
    ObjectNode properties = NODES.objectNode();
    for (Column column : columns) properties.set(column.key(), column(column));
    List<String> required =
        columns.stream()
            .filter(column -> column.indicators().anyMatch(Indicator::required))
            .map(Column::key)
            .toList();
    return closed(properties, required);
  }

  private static ObjectNode column(Column column) {
    if (column instanceof ColumnGroup group) return columns(group.columns());
    Indicator indicator = (Indicator) column;
    ObjectNode cell = NODES.objectNode().put("title", indicator.title());
    if (indicator.isComputed()) return cell.put("readOnly", true);
    if (indicator.type() instanceof FieldType.Number number) {
      cell.put("type", number.decimals() == 0 ? "integer" : "number");
      number.minimum().ifPresent(minimum -> cell.set("minimum", bound(minimum)));
      number.maximum().ifPresent(maximum -> cell.set("maximum", bound(maximum)));
      return cell;
    }
    FieldType.Words words = (FieldType.Words) indicator.type();
    ObjectNode limits = text(words.minLength(), words.maxLength());
    words.pattern().ifPresent(pattern -> limits.put("pattern", pattern.pattern()));
    return cell.setAll(limits);
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

package nuanbao.server.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.form.FormId;
import nuanbao.engine.json.AnswersJson;
import nuanbao.engine.submission.Submission;

/** The forms of a submission as they are sent, so that they can be sent again: columns nest. */
final class SentForms {
  /** Numbers stay as exact as they were sent. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private SentForms() {}

  static ObjectNode of(Submission submission, Campaign campaign) throws JsonProcessingException {
    ObjectNode forms = MAPPER.createObjectNode();
    MAPPER
        .readTree(AnswersJson.write(submission.forms()))
        .properties()
        .forEach(
            form -> {
              boolean isRecord = campaign.form(new FormId(form.getKey())).rows().isRecord();
              forms.set(form.getKey(), sent(form.getValue(), isRecord));
            });
    return forms;
  }

  /** What is empty is left out: a form without fields above its table takes none. */
  private static ObjectNode sent(JsonNode stored, boolean isRecord) {
    ObjectNode form = MAPPER.createObjectNode();
    if (!stored.path("cover").isEmpty()) form.set("cover", nested(stored.path("cover")));
    for (var row : stored.path("rows").properties()) {
      ObjectNode cells = nested(row.getValue());
      if (isRecord) form.set("row", cells);
      else form.withObject("/rows").set(row.getKey(), cells);
    }
    if (!stored.path("explanations").isEmpty()) {
      form.set("explanations", stored.path("explanations"));
    }
    return form;
  }

  private static ObjectNode nested(JsonNode byPath) {
    ObjectNode cells = MAPPER.createObjectNode();
    for (var cell : byPath.properties()) {
      String[] keys = cell.getKey().split("\\.");
      ObjectNode group = cells;
      for (int i = 0; i < keys.length - 1; i++) group = group.withObjectProperty(keys[i]);
      group.set(keys[keys.length - 1], cell.getValue());
    }
    return cells;
  }
}

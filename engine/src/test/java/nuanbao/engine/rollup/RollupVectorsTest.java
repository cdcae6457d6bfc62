package nuanbao.engine.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.ValueText;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.report.ReportSpec.Span;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What 0, blank, 不适用 and not reported do under each rule of roll-up, as the page says. */
class RollupVectorsTest {
  private static final JsonNode VECTORS = vectors();
  private static final String CAMPAIGN =
      """
      { "nuanbao": 1, "id": "t", "title": "t", "from": "2026-03-02", "to": "2026-03-08",
        "calendar": { "zone": "Asia/Shanghai" },
        "duties": { "d": { "reporters": ["各村"], "forms": ["f"], "rounds": { "repeat": "once", "due": { "date": "2026-03-06" } } } } }
      """;
  private static final String UNITS =
      """
      { "levels": { "town": "镇", "village": "村" },
        "units": [ { "id": "town", "name": "镇", "level": "town", "units": [ { "id": "a", "name": "甲村" }, { "id": "b", "name": "乙村" } ] } ],
        "groups": { "各村": { "units": [ { "level": "village" } ] } } }
      """;

  @TempDir private Path folder = Path.of("");

  private static JsonNode vectors() {
    try {
      Path file = Path.of("src/test/resources/nuanbao/formula/rollup/rules.json");
      return new JsonMapper().readTree(file.toFile());
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  static List<String> states() {
    List<String> states = new ArrayList<>();
    VECTORS.get("states").forEach(one -> states.add(one.asText()));
    return states;
  }

  @ParameterizedTest
  @MethodSource("states")
  void adds_up_as_the_vectors_say(String state) {
    String form =
        "{\"title\":\"f\",\"rows\":{\"of\":\"units\",\"units\":[\"各村\"]},\"row\":{\"overTime\":\"flow\",\"properties\":%s}}"
            .formatted(VECTORS.get("columns"));
    Campaigns.write(
        folder, Map.of("campaign.json", CAMPAIGN, "units.json", UNITS, "forms/f.json", form));
    Nuanbao nuanbao = Nuanbao.create();
    Campaign campaign = nuanbao.read(folder).orElseThrow();
    MemorySubmissionStore store = new MemorySubmissionStore();
    if (!state.equals("not reported")) submit(nuanbao, campaign, store, "a", state);
    submit(nuanbao, campaign, store, "b", "2");
    Figures figures =
        nuanbao.figures(
            campaign, Campaigns.key("d", "2026-03-06", "town"), new FormId("f"), Span.THIS, store);
    ValueText texts = new ValueText(campaign.units());
    for (Figures.Figure figure : figures.of(0)) {
      String expected = VECTORS.at("/cases/" + figure.name()).get(states().indexOf(state)).asText();
      assertThat(texts.of(figure.indicator(), figure.value()))
          .as(figure.name())
          .isEqualTo(expected);
    }
  }

  private static void submit(
      Nuanbao nuanbao, Campaign campaign, MemorySubmissionStore store, String unit, String state) {
    ObjectNode cells = new JsonMapper().createObjectNode();
    VECTORS
        .get("columns")
        .properties()
        .forEach(
            column -> {
              boolean isWords = List.of("join", "distinct", "tally").contains(column.getKey());
              boolean isSecond = state.equals("2");
              if (column.getKey().equals("recompute") || state.equals("blank")) return;
              if (state.equals("n/a")) cells.put(column.getKey(), "不适用");
              else if (column.getKey().equals("tally")) cells.put("tally", isSecond ? "否" : "是");
              else if (isWords) cells.put(column.getKey(), isSecond ? "乙" : "甲");
              else cells.put(column.getKey(), Integer.parseInt(state));
            });
    String sent = "{\"forms\":{\"f\":{\"rows\":{\"%s\":%s}}}}".formatted(unit, cells);
    assertThat(
            nuanbao
                .intake(campaign, store)
                .submit(
                    Campaigns.key("d", "2026-03-06", unit),
                    Campaigns.bytes(sent),
                    "sent.json",
                    Campaigns.at("2026-03-06T08:00:00Z"))
                .problems())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FORMULAS.md", "FORMULAS.zh-CN.md"})
  void stands_on_the_page(String page) throws IOException {
    String text = Files.readString(Path.of(page));
    VECTORS
        .get("cases")
        .properties()
        .forEach(
            rule -> {
              List<String> cells = new ArrayList<>();
              rule.getValue()
                  .forEach(one -> cells.add(one.asText().isEmpty() ? "空" : one.asText()));
              assertThat(text)
                  .contains("| `" + rule.getKey() + "` | " + String.join(" | ", cells) + " |");
            });
  }
}

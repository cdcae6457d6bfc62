package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nuanbao.engine.json.Upgrade.Upgraded;
import nuanbao.engine.problem.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder of an older version comes forward step by step. */
class UpgradeTest {
  private static final String FORM =
      """
      { "title": "表",   "header": { "properties": { "hint": { "title": "hint" } } },
        "checks": [ { "rule": "a < b", "severity": "hint" },
                    { "rule": "a < c", "severity": "must" } ] }
      """;

  private static Upgraded upgrade(Map<String, String> files) {
    return Upgrade.of(files).orElseThrow();
  }

  @Test
  void brings_a_draft_to_version_1_and_leaves_the_rest_as_written() {
    Upgraded upgraded =
        upgrade(
            Map.of(
                "campaign.json", "{\n  \"$schema\": \"s\",\n  \"id\": \"x\"\n}\n",
                "units.json", "{ \"header\": 1 }",
                "forms/f.json", FORM));
    assertThat(upgraded.from()).isZero();
    assertThat(upgraded.files())
        .containsOnlyKeys("campaign.json", "forms/f.json")
        .containsEntry(
            "campaign.json", "{\n  \"$schema\": \"s\",\n  \"nuanbao\": 1,\n  \"id\": \"x\"\n}\n")
        .containsEntry(
            "forms/f.json",
            FORM.replace("\"header\"", "\"cover\"")
                .replace("\"severity\": \"hint\"", "\"severity\": \"remark\""));
    assertThat(upgraded.changes())
        .extracting(change -> change.place() + " " + change.says().chinese())
        .containsExactly(
            "campaign.json:3:3 写明语言版本 nuanbao: 1",
            "forms/f.json:1:19 header 改叫 cover",
            "forms/f.json:2:34 severity 的 hint 改叫 remark");
  }

  /** What a case hands in has to be taken by the form as it is called now. */
  @Test
  void brings_the_answers_of_cases_forward_with_their_forms() {
    String answers =
        """
        { "id": "header", "forms": { "f": { "header":   { "hint": "header" },
          "rows": { "header": { "header": 1 } } }, "g": { "row": { "header": 1 } } } }
        """;
    Upgraded upgraded =
        upgrade(
            Map.of(
                "campaign.json", "{ \"nuanbao\": 0 }",
                "cases/a/answers/d/2022-02-28/east.json", answers,
                "cases/a/case.json", "{ \"title\": \"header\", \"accepted\": [] }",
                "cases/a/refused/cut.json", "{ \"forms\": { \"f\": { \"header\":",
                "cases/a/refused/twice.json",
                    "{ \"forms\": { \"f\": { \"header\": 1, \"header\": 2 } } }",
                "cases/a/refused/list.json", "{ \"forms\": [ \"header\" ] }"));
    assertThat(upgraded.files())
        .containsOnlyKeys("campaign.json", "cases/a/answers/d/2022-02-28/east.json")
        .containsEntry(
            "cases/a/answers/d/2022-02-28/east.json",
            answers.replace("\"header\":   {", "\"cover\":   {"));
    assertThat(upgraded.changes())
        .extracting(change -> change.place() + " " + change.says().chinese())
        .contains("cases/a/answers/d/2022-02-28/east.json:1:37 header 改叫 cover");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          { "id": "x" }               | 0 | { "nuanbao": 1, "id": "x" }
          { "nuanbao": 0, "id": "x" } | 0 | { "nuanbao": 1, "id": "x" }
          { "nuanbao": 1, "id": "x" } | 1 |
          """)
  void says_the_version(String campaign, int from, String after) {
    Upgraded upgraded = upgrade(Map.of("campaign.json", campaign));
    assertThat(upgraded.from()).isEqualTo(from);
    assertThat(upgraded.files().get("campaign.json")).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          { "nuanbao": 2 } | campaign.json:1:14 language-newer
          { "nuanbao":     | campaign.json:1:12 json-unfinished
          """)
  void refuses_what_it_cannot_bring_forward(String campaign, String problem) {
    Outcome<Upgraded> outcome = Upgrade.of(Map.of("campaign.json", campaign, "forms/f.json", FORM));
    assertThat(outcome.problems())
        .extracting(one -> one.source() + " " + one.code())
        .containsExactly(problem);
  }
}

package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Outcome.Accepted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes that have no folder of their own under campaigns/refused. */
class CampaignReaderTest {
  private static final String CAMPAIGN =
      """
      { "nuanbao": 1, "id": "t", "title": "t", "from": "2022-01-01", "to": "2022-03-31",
        "calendar": { "zone": "Asia/Shanghai" },
        "duties": { "monthly": { "reporters": ["东"], "forms": ["table"],
          "rounds": { "repeat": "monthly", "due": { "day": 30 } } } } }
      """;
  private static final String UNITS =
      """
      { "levels": { "county": "县", "town": "乡" },
        "units": [{ "id": "county", "name": "县", "units": [{ "id": "east", "name": "东" }] }] }
      """;
  private static final String FORM =
      """
      { "title": "t", "row": { "overTime": "flow", "properties": {
        "a": { "title": "甲", "$ref": "nuanbao:count" } } } }
      """;

  @TempDir private Path folder;

  private Outcome<Campaign> read(Map<String, String> changed) {
    Map<String, String> files =
        new HashMap<>(
            Map.of("campaign.json", CAMPAIGN, "units.json", UNITS, "forms/table.json", FORM));
    files.putAll(changed);
    return Nuanbao.create().read(Campaigns.write(folder, files));
  }

  private static List<String> codes(Outcome<Campaign> outcome) {
    return outcome.problems().stream().map(one -> one.code() + " " + one.source()).toList();
  }

  @Test
  void reads_the_smallest_campaign_without_a_word() {
    assertThat(codes(read(Map.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lizhou-2021", "guangxi-spring-2022", "example-small"})
  void reads_the_campaigns_of_the_project(String name) {
    assertThat(Nuanbao.create().read(Campaigns.folder(name))).isInstanceOf(Accepted.class);
  }

  @Test
  void refuses_a_report_of_forms_that_no_duty_hands_in_together() {
    String duties =
        CAMPAIGN.replace(
            "\"monthly\": {",
            "\"other\": { \"reporters\": [\"东\"], \"forms\": [\"two\"], \"rounds\": { \"repeat\": \"monthly\", \"due\": { \"day\": 30 } } }, \"monthly\": {");
    String report =
        "{ \"title\": \"r\", \"parts\": [{ \"part\": \"table\", \"form\": \"table\" }, { \"part\": \"table\", \"form\": \"two\" }] }";
    assertThat(
            codes(
                read(
                    Map.of(
                        "campaign.json",
                        duties,
                        "forms/two.json",
                        FORM,
                        "reports/r.json",
                        report))))
        .containsExactly("report-of-two-duties reports/r.json:1:17");
  }

  @Test
  void begins_with_the_first_and_ends_with_the_last_day_of_a_third_of_a_month() {
    Campaign read =
        read(Map.of(
                "campaign.json",
                CAMPAIGN
                    .replace("\"2022-01-01\"", "{ \"month\": \"2022-01\", \"part\": \"middle\" }")
                    .replace("\"2022-03-31\"", "{ \"month\": \"2022-03\", \"part\": \"late\" }")))
            .orElseThrow();
    assertThat(read.from()).isEqualTo("2022-01-11");
    assertThat(read.to().orElseThrow()).isEqualTo("2022-03-31");
  }

  @Test
  void says_what_an_empty_folder_lacks() {
    assertThat(codes(Nuanbao.create().read(folder)))
        .containsExactly(
            "file-missing campaign.json", "file-missing forms/", "file-missing units.json");
  }

  /** Found by the fuzzer. */
  @Test
  void refuses_a_name_that_nobody_sees() {
    String units = UNITS.replaceFirst("\"name\": \"[^\"]+\"", "\"name\": \"\u3000 \"");
    assertThat(codes(read(Map.of("units.json", units))))
        .anyMatch(problem -> problem.startsWith("bad-form units.json:"));
    String ids =
        UNITS
            .replaceFirst("\"name\": ", "\"id\": \" \", \"name\": ")
            .replaceFirst("\"id\": \"[^\" ]+\", ", "");
    assertThat(codes(read(Map.of("units.json", ids))))
        .anyMatch(problem -> problem.startsWith("bad-form units.json:"));
  }

  /** Found by the fuzzer. */
  @Test
  void refuses_rounds_without_an_end() {
    assertThat(codes(read(Map.of("campaign.json", CAMPAIGN.replace("2022-03-31", "9999-12-31")))))
        .anyMatch(problem -> problem.startsWith("rounds-too-long campaign.json:"));
  }

  /** Found by the fuzzer. */
  @Test
  void refuses_a_head_that_no_row_has() {
    String form =
        FORM.replace(
            "\"title\":",
            "\"rows\": { \"of\": \"single\", \"head\": { \"慰问金\": {} } }, \"title\":");
    assertThat(codes(read(Map.of("forms/table.json", form))))
        .anyMatch(problem -> problem.startsWith("unknown-key forms/table.json:1:"));
  }

  @ParameterizedTest
  @MethodSource
  void refuses(String file, String from, String to, String problem) {
    Map<String, String> all =
        Map.of("campaign.json", CAMPAIGN, "units.json", UNITS, "forms/table.json", FORM);
    String text = all.getOrDefault(file, "");
    assertThat(text).contains(from);
    assertThat(codes(read(Map.of(file, text.replace(from, to))))).containsExactly(problem);
  }

  static Stream<Arguments> refuses() {
    String form = "forms/table.json";
    String count = "\"$ref\": \"nuanbao:count\"";
    return Stream.of(
        argumentSet(
            "a zone that is none",
            "campaign.json",
            "Asia/Shanghai",
            "Asia/Nowhere",
            "unknown-zone campaign.json:2:25"),
        argumentSet(
            "a day of the week for a month",
            "campaign.json",
            "{ \"day\": 30 }",
            "{ \"day\": 30, \"weekday\": \"monday\" }",
            "key-not-here campaign.json:4:58"),
        argumentSet(
            "rounds without a due day",
            "campaign.json",
            "{ \"day\": 30 }",
            "{ \"time\": \"12:00\" }",
            "missing-key campaign.json:4:45"),
        argumentSet(
            "a festival without its year",
            "campaign.json",
            "\"to\": \"2022-03-31\"",
            "\"to\": { \"festival\": \"春节\" }",
            "key-needs-key campaign.json:1:70"),
        argumentSet(
            "a reason without what is printed",
            "campaign.json",
            "\"to\": \"2022-03-31\"",
            "\"to\": { \"date\": \"2022-03-31\", \"reason\": \"x\" }",
            "key-needs-key campaign.json:1:70"),
        argumentSet(
            "a date that says nothing",
            "campaign.json",
            "\"to\": \"2022-03-31\"",
            "\"to\": { \"days\": 1 }",
            "missing-one-of campaign.json:1:70"),
        argumentSet(
            "no duties",
            "campaign.json",
            "\"monthly\": {",
            "\"1\": {",
            "bad-key campaign.json:3:15"),
        argumentSet(
            "a level below the last",
            "units.json",
            ", \"town\": \"乡\"",
            "",
            "level-missing units.json:2:54"),
        argumentSet(
            "a number without decimals",
            form,
            count,
            "\"type\": \"number\"",
            "number-without-decimals forms/table.json:2:3"),
        argumentSet(
            "a column without type",
            form,
            ", " + count,
            "",
            "column-without-type forms/table.json:2:3"),
        argumentSet(
            "words that are added",
            form,
            count,
            "\"$ref\": \"nuanbao:text\", \"rollup\": \"sum\"",
            "rollup-needs-number forms/table.json:2:58"),
        argumentSet(
            "numbers that are joined",
            form,
            count,
            count + ", \"rollup\": \"join\"",
            "rollup-needs-words forms/table.json:2:59"),
        argumentSet(
            "bounds that cross",
            form,
            count,
            count + ", \"minimum\": 9, \"maximum\": 1",
            "bounds-crossed forms/table.json:2:60"),
        argumentSet(
            "two checks of one id",
            form,
            "} } }",
            "} } }, \"checks\": [{ \"id\": \"x\", \"rule\": \"甲 > 1\" }, { \"id\": \"x\", \"rule\": \"甲 > 2\" }]",
            "duplicate-check-id forms/table.json:2:106"),
        argumentSet(
            "a placeholder for nothing",
            form,
            "\"a\": { \"title\": \"甲\", " + count + " }",
            "\"g\": { \"print\": \"{b}\", \"properties\": { \"a\": { " + count + " } } }",
            "print-unknown-part forms/table.json:2:19"));
  }

  @Test
  void refuses_types_that_ask_for_more_columns_than_a_page_could_hold() {
    StringBuilder types = new StringBuilder("{ \"t0\": { \"$ref\": \"nuanbao:count\" }");
    for (int i = 1; i <= 12; i++) {
      types.append(", \"t%d\": { \"properties\": {".formatted(i));
      for (int j = 0; j < 9; j++) {
        types.append(
            "%s \"c_%d\": { \"$ref\": \"campaign:t%d\" }".formatted(j == 0 ? "" : ",", j, i - 1));
      }
      types.append(" } }");
    }
    String form = FORM.replace("nuanbao:count", "campaign:t12");
    assertThat(codes(read(Map.of("types.json", types + " }", "forms/table.json", form))))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("too-many-columns");
  }
}

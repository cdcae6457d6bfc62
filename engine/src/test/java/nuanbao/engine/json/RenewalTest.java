package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.json.Renewal.Renewed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Last year's campaign in the next year: dates moved, all else as written, questions told. */
class RenewalTest {
  private static final String UNITS =
      """
      { "levels": { "village": "村" }, "units": [ { "id": "a", "name": "甲村" } ],
        "groups": { "各村": { "units": [ { "level": "village" } ] } } }
      """;
  private static final String FORM =
      """
      { "title": "2021年走访表", "rows": { "of": "units", "units": ["各村"] },
        "notes": ["比2019年多，比2021年少"],
        "row": { "overTime": "flow", "properties": {
          "x": { "title": "2021年末户数", "$ref": "nuanbao:count" } } } }
      """;
  private static final String WEEKLY =
      "\"repeat\": \"weekly\", \"due\": { \"weekday\": \"thursday\" }, \"tail\": \"last-day\"";
  private static final String MONTHLY =
      "\"repeat\": \"monthly\", \"due\": { \"day\": 25 }, \"tail\": \"last-day\"";

  @TempDir private Path folder = Path.of("");

  private static String campaign(String id, String from, String to, String rounds) {
    return """
        { "nuanbao": 1, "id": "%s", "title": "2021年冬",  "from": %s, "to": %s,
          "calendar": { "zone": "Asia/Shanghai", "onHoliday": "as-is" },
          "duties": { "d": { "title": "2021年周报", "reporters": ["各村"], "forms": ["f"],
            "rounds": { %s } } } }
        """
        .formatted(id, from, to, rounds);
  }

  private Campaign read(Map<String, String> files) {
    return Nuanbao.create().read(Campaigns.write(folder, files)).orElseThrow();
  }

  private static Map<String, String> files(String campaign) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("campaign.json", campaign);
    files.put("units.json", UNITS);
    files.put("forms/f.json", FORM);
    return files;
  }

  private Renewed renew(String campaign, int year) {
    Map<String, String> files = files(campaign);
    return Renewal.of(read(files), files, year);
  }

  private static List<String> lines(List<Remark> remarks) {
    return remarks.stream().map(one -> one.place() + " " + one.says().chinese()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "2021-11-07"                            | "2022-11-07"
          "2024-02-29"                            | "2025-02-28"
          { "festival": "元宵节", "year": 2022 }     | { "festival": "元宵节", "year": 2023 }
          { "date": "2022-03-05", "before": true } | { "date": "2023-03-05", "before": true }
          { "month": "2022-04", "part": "middle" } | { "month": "2023-04", "part": "middle" }
          { "festival": "春节", "year": 2022, "printed": "除夕前", "reason": "口误", "before": true } | { "festival": "春节", "year": 2023, "before": true }
          """)
  void moves_a_date(String before, String after) {
    String campaign = campaign("c-2021", "\"2021-01-01\"", before, MONTHLY);
    assertThat(renew(campaign, 2022).files().get("campaign.json"))
        .contains("\"to\": " + after + ", \"follows\"");
  }

  @Test
  void changes_nothing_else() {
    String campaign = campaign("c-2021", "\"2021-11-01\"", "\"2021-12-30\"", WEEKLY);
    Renewed renewed = renew(campaign, 2023);
    assertThat(renewed.files())
        .containsEntry(
            "campaign.json",
            campaign
                .replace("2021", "2023")
                .replace(
                    "\"2023-12-30\",",
                    "\"2023-12-30\", \"follows\": { \"campaign\": \"c-2021\", \"rounds\": \"ordinal\" },"))
        .containsEntry("units.json", UNITS)
        .containsEntry("forms/f.json", FORM.replace("2021年走访表", "2023年走访表"));
    assertThat(lines(renewed.toLookAt()))
        .containsExactly(
            "forms/f.json:2:23 还写着2021：比2019年多，比2021年少", "forms/f.json:4:22 还写着2021：2021年末户数");
    Nuanbao.create().read(Campaigns.write(folder, renewed.files())).orElseThrow();
  }

  /** 小年 2022 is 25 January; a date from 15 days before it until 元宵节 may be meant by 春节. */
  @ParameterizedTest
  @CsvSource({
    "2022-01-09, false",
    "2022-01-10, true",
    "2022-02-01, true",
    "2022-02-15, true",
    "2022-02-16, false"
  })
  void asks_about_plain_dates_around_spring_festival(String day, boolean isAsked) {
    String campaign = campaign("c-2021", "\"2021-12-01\"", '"' + day + '"', MONTHLY);
    assertThat(lines(renew(campaign, 2022).toLookAt()).stream().anyMatch(one -> one.contains("春节")))
        .isEqualTo(isAsked);
  }

  @Test
  void says_where_such_a_date_lies_this_year_and_last() {
    String campaign = campaign("c-2021", "\"2021-12-01\"", "\"2022-01-20\"", MONTHLY);
    assertThat(lines(renew(campaign, 2022).toLookAt()))
        .first()
        .asString()
        .contains("2022-01-20（春节前12天）→ 2023-01-20（春节前2天）")
        .endsWith("写 2023-01-10");
  }

  @ParameterizedTest
  @CsvSource({
    "c-2021, 2021-11-01, 2022-02-10, weekly, spring-festival-week",
    "c-2021, 2021-11-01, 2022-01-31, weekly, ordinal",
    "c-2021, 2021-11-01, 2022-02-28, monthly, month"
  })
  void chooses_how_rounds_correspond(
      String id, String from, String to, String repeat, String rounds) {
    String campaign =
        campaign(id, '"' + from + '"', '"' + to + '"', repeat.equals("weekly") ? WEEKLY : MONTHLY);
    assertThat(renew(campaign, 2022).rounds().word()).isEqualTo(rounds);
  }

  @ParameterizedTest
  @CsvSource({
    "c-2021, 2022, c-2022",
    "c-2021-2022, 2022, c-2022-2023",
    "c, 2022, c-2022",
    "c2021x, 2025, c2025x"
  })
  void names_the_new_campaign(String id, int year, String expected) {
    String campaign = campaign(id, "\"2021-11-01\"", "\"2022-01-05\"", WEEKLY);
    Renewed renewed = renew(campaign, year);
    assertThat(renewed.id()).hasToString(expected);
    assertThat(renewed.files().get("campaign.json"))
        .contains("\"id\": \"" + expected + "\"")
        .contains("\"campaign\": \"" + id + "\"");
  }

  @Test
  void follows_the_campaign_before_and_no_longer_the_one_before_that() {
    Map<String, String> first =
        files(campaign("c-2021", "\"2021-11-01\"", "\"2022-02-10\"", WEEKLY));
    Map<String, String> second = Renewal.of(read(first), first, 2022).files();
    String third = Renewal.of(read(second), second, 2023).files().get("campaign.json");
    assertThat(third).contains("\"campaign\": \"c-2022\"").doesNotContain("c-2021");
  }

  @Test
  void moves_the_dates_of_measures_and_of_headings() {
    String campaign =
        campaign("c-2021", "\"2021-11-01\"", "\"2021-12-31\"", WEEKLY)
            .replace(
                "\"duties\"",
                """
                "measures": { "head": { "kind": "section", "title": "一", "from": "2021-11-08",
                  "by": { "month": "2021-12", "part": "early" }, "measures": {
                    "one": { "title": "甲", "responsible": "甲村", "by": "2021-12-20",
                      "target": { "least": 1, "in": "次", "per": { "years": 3 } } } } } },
                "duties"\
                """);
    String renewed = renew(campaign, 2022).files().getOrDefault("campaign.json", "");
    assertThat(renewed)
        .contains("\"from\": \"2022-11-08\"")
        .contains("\"by\": { \"month\": \"2022-12\", \"part\": \"early\" }")
        .contains("\"by\": \"2022-12-20\"")
        .contains("\"per\": { \"years\": 3 }");
  }

  @Test
  void goes_forward_only() {
    Map<String, String> files =
        files(campaign("c-2021", "\"2021-11-01\"", "\"2022-01-05\"", WEEKLY));
    Campaign old = read(files);
    assertThatThrownBy(() -> Renewal.of(old, files, 2021))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package nuanbao.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.EarlierCampaigns.Earlier;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.ValueText;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Text;
import nuanbao.engine.report.ReportSpec.Span;
import nuanbao.engine.rollup.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 上年同期 and 同比 read the campaign that one follows: rounds aligned, figures by key, units by id. */
class FollowsTest {
  private static final String CAMPAIGN =
      """
      { "nuanbao": 1, "id": "%s", "title": "%s", %s "from": "%s", "to": "%s",
        "calendar": { "zone": "Asia/Shanghai", "onHoliday": "as-is" },
        "duties": { "d": { "reporters": ["各村"], "forms": ["f"],
          "rounds": { "repeat": "weekly", "due": { "weekday": "thursday" }, "tail": "last-day" } } } }
      """;
  private static final String UNITS =
      """
      { "levels": { "town": "镇", "village": "村" },
        "units": [ { "id": "town", "name": "镇", "level": "town", "units": [ %s ] } ],
        "groups": { "各村": { "units": [ { "level": "village" } ] } } }
      """;
  private static final String FORM =
      """
      { "title": "走访表", "rows": { "of": "units", "units": ["各村"] },
        "row": { "overTime": "flow", "properties": { %s } } }
      """;
  private static final String X = "\"x\": { \"title\": \"户数\", \"$ref\": \"nuanbao:count\" }";
  private static final String X_AND_LAST_YEAR =
      X
          + """
          , "before": { "title": "去年", "type": "integer", "formula": "上年同期(x)" },
            "more": { "title": "同比", "type": "integer", "formula": "同比(x)" }
          """;
  private static final String A = "{ \"id\": \"a\", \"name\": \"甲村\" }";
  private static final String B = "{ \"id\": \"b\", \"name\": \"乙村\" }";

  @TempDir private Path folder = Path.of("");
  private final MemorySubmissionStore then = new MemorySubmissionStore();
  private final MemorySubmissionStore now = new MemorySubmissionStore();

  private Campaign read(String name, String follows, String dates, String units, String columns) {
    String[] fromAndTo = dates.split("/");
    Campaigns.write(
        folder.resolve(name),
        Map.of(
            "campaign.json",
            CAMPAIGN.formatted(name, "活动" + name, follows, fromAndTo[0], fromAndTo[1]),
            "units.json",
            UNITS.formatted(units),
            "forms/f.json",
            FORM.formatted(columns)));
    return Nuanbao.create().read(folder.resolve(name)).orElseThrow();
  }

  private Campaign lastYear(String columns) {
    return read("y2025", "", "2025-01-03/2025-02-20", A, columns);
  }

  private Campaign thisYear(String follows) {
    return read("y2026", follows, "2026-01-09/2026-03-05", A + "," + B, X_AND_LAST_YEAR);
  }

  private static String follows(String rounds) {
    return "\"follows\": { \"campaign\": \"y2025\", \"rounds\": \"%s\" },".formatted(rounds);
  }

  private static void report(
      Nuanbao nuanbao,
      Campaign campaign,
      MemorySubmissionStore store,
      String round,
      String unit,
      int x) {
    String json = "{\"forms\":{\"f\":{\"rows\":{\"%s\":{\"x\":%d}}}}}".formatted(unit, x);
    Outcome<?> outcome =
        nuanbao
            .intake(campaign, store)
            .submit(
                Campaigns.key("d", round, unit),
                Campaigns.bytes(json),
                "sent.json",
                Campaigns.at(round + "T08:00:00Z"));
    assertThat(outcome.problems()).isEmpty();
  }

  private static Figures figures(
      Nuanbao nuanbao, Campaign campaign, MemorySubmissionStore store, String round) {
    return nuanbao.figures(
        campaign, Campaigns.key("d", round, "town"), new FormId("f"), Span.THIS, store);
  }

  /** As {@code 镇 5/8/-38}: this year, last year, per cent more. */
  private static String shown(Campaign campaign, Figures figures) {
    ValueText texts = new ValueText(campaign.units());
    StringBuilder shown = new StringBuilder();
    for (int row = 0; row < figures.rows().size(); row++) {
      shown.append(figures.rows().get(row).title()).append(' ');
      shown.append(
          String.join(
              "/",
              figures.of(row).stream()
                  .map(one -> texts.of(one.indicator(), one.value()))
                  .toList()));
      shown.append(' ');
    }
    return shown.toString().strip();
  }

  /** 2025: 春节 on 01-29; 2026: on 02-17. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ordinal | 2026-01-15 | 2025-01-09",
        "month | 2026-02-05 | 2025-02-06",
        "spring-festival-week | 2026-02-19 | 2025-01-30"
      })
  void reads_the_round_that_corresponds(String rounds, String round, String counterpart) {
    Campaign before = lastYear(X);
    Nuanbao nuanbao =
        Nuanbao.builder()
            .earlier(
                id ->
                    Optional.of(new Earlier(before, then::latestOf))
                        .filter(one -> one.campaign().id().equals(id)))
            .build();
    Campaign campaign = thisYear(follows(rounds));
    report(nuanbao, before, then, counterpart, "a", 8);
    report(nuanbao, campaign, now, round, "a", 5);
    report(nuanbao, campaign, now, round, "b", 2);
    Figures figures = figures(nuanbao, campaign, now, round);
    assertThat(shown(campaign, figures)).isEqualTo("镇 7/8/-13 甲村 5/8/-38 乙村 2//");
    assertThat(figures.whyNoLastYear()).isEmpty();
  }

  @Test
  void leaves_blank_what_held_something_else_last_year() {
    Campaign before = lastYear("\"x\": { \"title\": \"户主\", \"$ref\": \"nuanbao:text\" }");
    Nuanbao nuanbao =
        Nuanbao.builder().earlier(id -> Optional.of(new Earlier(before, then::latestOf))).build();
    Campaign campaign = thisYear(follows("ordinal"));
    report(nuanbao, campaign, now, "2026-01-15", "a", 5);
    assertThat(shown(campaign, figures(nuanbao, campaign, now, "2026-01-15")))
        .isEqualTo("镇 5// 甲村 5// 乙村 //");
  }

  private static String why(Figures figures) {
    return figures.whyNoLastYear().map(Text::chinese).orElse("");
  }

  @Test
  void says_why_there_is_no_counterpart() {
    Nuanbao alone = Nuanbao.create();
    assertThat(why(figures(alone, thisYear(""), now, "2026-01-15")))
        .isEqualTo("方案没有写明接续哪一次行动（follows）");
    assertThat(why(figures(alone, thisYear(follows("ordinal")), now, "2026-01-15")))
        .isEqualTo("这里没有所接续的行动“y2025”");
    Campaign before = lastYear(X);
    Nuanbao nuanbao =
        Nuanbao.builder().earlier(id -> Optional.of(new Earlier(before, then::latestOf))).build();
    assertThat(why(figures(nuanbao, thisYear(follows("month")), now, "2026-03-05")))
        .isEqualTo("活动y2025没有与第8期相当的一期");
    assertThat(Nuanbao.create().read(Campaigns.write(folder.resolve("y2026"), Map.of())).problems())
        .isEmpty();
  }

  @Test
  void refuses_a_rule_of_alignment_that_there_is_not() {
    read("y2026", "", "2026-01-09/2026-03-05", A, X);
    Campaigns.write(
        folder.resolve("y2026"),
        Map.of(
            "campaign.json",
            CAMPAIGN.formatted("y2026", "活动", follows("lunar"), "2026-01-09", "2026-03-05")));
    assertThat(Nuanbao.create().read(folder.resolve("y2026")).problems())
        .extracting(one -> one.message(Language.CHINESE))
        .singleElement()
        .asString()
        .contains("lunar");
  }
}

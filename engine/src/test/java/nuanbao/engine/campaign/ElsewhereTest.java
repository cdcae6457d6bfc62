package nuanbao.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.ValueText;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.Severity;
import nuanbao.engine.report.ReportSpec.Span;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.submission.SubmissionKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What formulas find in other forms, of other units and in shorter rounds: villages report visits
 * week by week, their towns a total of their own, and towns a count day by day.
 */
class ElsewhereTest {
  private static final String CAMPAIGN =
      """
      { "nuanbao": 1, "id": "t", "title": "t", "from": "2026-03-02", "to": "2026-03-29",
        "calendar": { "zone": "Asia/Shanghai", "onHoliday": "as-is" },
        "duties": {
          "visits": { "reporters": ["各村"], "forms": ["visits", "people"],
            "rounds": { "repeat": "weekly", "due": { "weekday": "sunday" } } },
          "days": { "reporters": ["各镇"], "forms": ["days"], "rounds": { "repeat": "weekly", "due": { "weekday": "thursday" }, "tail": "last-day" } },
          "month": { "reporters": ["各镇"], "forms": ["month"],
            "rounds": { "repeat": "monthly", "due": { "day": 29 } } },
          "totals": { "reporters": ["各镇"], "forms": ["totals", "parts"],
            "rounds": { "repeat": "weekly", "due": { "weekday": "sunday" } } } } }
      """;
  private static final String UNITS =
      """
      { "levels": { "county": "县", "town": "镇", "village": "村" },
        "units": [ { "id": "county", "name": "县", "level": "county", "units": [
          { "id": "east", "name": "东镇", "units": [ { "id": "e1", "name": "东一村" }, { "id": "e2", "name": "东二村" } ] },
          { "id": "west", "name": "西镇", "units": [ { "id": "w1", "name": "西一村" } ] } ] } ],
        "groups": { "各村": { "units": [ { "level": "village" } ] }, "各镇": { "units": [ { "level": "town" } ] } } }
      """;
  private static final String VISITS =
      """
      { "title": "走访表", "rows": { "of": "units", "units": ["各村"] },
        "row": { "overTime": "flow", "properties": { "x": { "title": "走访户数", "$ref": "nuanbao:count" } } } }
      """;
  private static final String PEOPLE =
      """
      { "title": "名册", "rows": { "of": "entries" },
        "row": { "overTime": "flow", "properties": {
          "name": { "title": "姓名", "$ref": "nuanbao:text" },
          "age": { "title": "周岁", "$ref": "nuanbao:count" } } } }
      """;
  private static final String DAYS =
      """
      { "title": "日报", "row": { "overTime": "flow", "properties": { "n": { "title": "班次", "$ref": "nuanbao:count" } } } }
      """;
  private static final String TOTALS =
      """
      { "title": "镇汇总", "rows": { "of": "units", "units": ["各镇"] },
        "row": { "overTime": "flow", "properties": {
          "x": { "title": "户数", "$ref": "nuanbao:count" }, "c": { "title": "算", "type": "integer", "formula": "%s" } } },
        "notes": ["注"] %s }
      """;
  private static final String PARTS =
      """
      { "title": "分项", "rows": { "of": "fixed", "rows": {
          "all": { "title": "合计", "rows": { "a": { "title": "甲类" }, "b": { "title": "乙类" }, "of": { "title": "女", "kind": "of-which" } } } } },
        "row": { "overTime": "flow", "properties": { "n": { "title": "数", "$ref": "nuanbao:count", "optional": true } } },
        "notes": ["注"] %s }
      """;

  private static final String MONTH =
      """
      { "title": "月报", "row": { "overTime": "flow", "properties": {
          "n": { "title": "数", "$ref": "nuanbao:count", "optional": true },
          "c": { "title": "算", "type": "integer", "formula": "期内(表[visits].x)" } } } }
      """;

  @TempDir private Path folder = Path.of("");
  private final Nuanbao nuanbao = Nuanbao.create();
  private final MemorySubmissionStore store = new MemorySubmissionStore();

  private Outcome<Campaign> read(String formula, String checks, String partChecks) {
    Campaigns.write(
        folder,
        Map.of(
            "campaign.json", CAMPAIGN,
            "units.json", UNITS,
            "forms/visits.json", VISITS,
            "forms/people.json", PEOPLE,
            "forms/days.json", DAYS,
            "forms/month.json", MONTH,
            "forms/totals.json", TOTALS.formatted(formula, checks),
            "forms/parts.json", PARTS.formatted(partChecks)));
    return nuanbao.read(folder);
  }

  private static String check(String rule) {
    return ", \"checks\": [ { \"id\": \"c\", \"rule\": \"" + rule + "\" } ]";
  }

  private List<String> submit(Campaign campaign, SubmissionKey key, String forms) {
    Instant at = Campaigns.at(key.round() + "T08:00:00Z");
    String json = "{\"forms\":{" + forms + "}}";
    Outcome<?> outcome =
        nuanbao.intake(campaign, store).submit(key, Campaigns.bytes(json), "sent.json", at);
    return outcome.problems().stream().map(one -> one.message(Language.CHINESE)).toList();
  }

  /**
   * Two weeks of visits: 3, 4 and 5, then 1, 1 and 1; and a thursday of 2 and one of 6 in the east.
   */
  private void report(Campaign campaign) {
    village(campaign, "2026-03-08", "e1", 3, 17);
    village(campaign, "2026-03-08", "e2", 4, 20);
    village(campaign, "2026-03-08", "w1", 5, 30);
    village(campaign, "2026-03-15", "e1", 1, 17);
    village(campaign, "2026-03-15", "e2", 1, 20);
    village(campaign, "2026-03-15", "w1", 1, 30);
    day(campaign, "2026-03-05", 2);
    day(campaign, "2026-03-12", 6);
  }

  private void village(Campaign campaign, String round, String unit, int visits, int age) {
    String forms =
        "\"visits\":{\"rows\":{\"%s\":{\"x\":%d}}},\"people\":{\"rows\":[{\"id\":\"p\",\"name\":\"张三\",\"age\":%d}]}"
            .formatted(unit, visits, age);
    assertThat(submit(campaign, Campaigns.key("visits", round, unit), forms)).isEmpty();
  }

  private void day(Campaign campaign, String round, int count) {
    String forms = "\"days\":{\"row\":{\"n\":" + count + "}}";
    assertThat(submit(campaign, Campaigns.key("days", round, "east"), forms)).isEmpty();
  }

  private List<String> submitTotal(Campaign campaign, String round, int x, String parts) {
    String forms =
        "\"totals\":{\"rows\":{\"east\":{\"x\":%d}}},\"parts\":{\"rows\":{%s}}".formatted(x, parts);
    return submit(campaign, Campaigns.key("totals", round, "east"), forms);
  }

  /** The computed column of a form, of county, east and west. */
  private List<String> computed(Campaign campaign, String form, String round) {
    Figures figures =
        nuanbao.figures(
            campaign, Campaigns.key(form, round, "county"), new FormId(form), Span.THIS, store);
    ValueText texts = new ValueText(campaign.units());
    List<String> column = new ArrayList<>();
    for (int row = 0; row < figures.rows().size(); row++) {
      for (Figures.Figure figure : figures.of(row)) {
        if (figure.name().equals("c")) column.add(texts.of(figure.indicator(), figure.value()));
      }
    }
    return column;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x = 表[visits].x | 户数 8 ≠ 《走访表》走访户数 7（差 1）",
        "x = 表[走访表].走访户数 | 户数 8 ≠ 《走访表》走访户数 7（差 1）",
        "x = 合计(表[visits].下级.x) | 户数 8 ≠ 合计(《走访表》下级.走访户数) 7（差 1）",
        "x ≤ 表[visits].单位[西镇].x | 户数 8 > 《走访表》西镇.走访户数 5（差 3）",
        "x > 表[visits].上级.x | 户数 8 ≤ 《走访表》上级.走访户数 12（差 4）",
        "x = 计数(表[people].各行 当 周岁 >= 18) | 户数 8 ≠ 计数(《名册》各行 当 周岁 ≥ 18) 1（差 7）",
        "表[visits].x > 10 | 《走访表》走访户数 7 ≤ 10（差 3）"
      })
  void checks_a_town_against_its_villages(String rule, String expected) {
    Campaign campaign = read("x", check(rule), "").orElseThrow();
    report(campaign);
    List<String> told = submitTotal(campaign, "2026-03-08", 8, "");
    assertThat(told).singleElement().asString().contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "表[visits].x | 3 | 2 | 1",
        "上期(表[visits].x) | 12 | 7 | 5",
        "累计(表[visits].x) | 15 | 9 | 6",
        "环比(表[visits].x) | -75 | -71 | -80",
        "期内(表[days].n) | 6 | 6 | ''",
        "表[days].n | 6 | 6 | ''",
        "累计(表[days].n) | 8 | 8 | ''",
        "合计(表[visits].下级.x) | 3 | 2 | 1",
        "计数(下级.x) | 1 | 0 | 0",
        "计数(表[people].各行 当 周岁 >= 18) | 2 | 1 | 1",
        "平均(表[people].各行.周岁) | 22 | 19 | 30",
        "表[visits].x + 合计(表[parts].行[甲类].数) | 12 | 11 | 1"
      })
  void computes_from_other_forms_up_the_tree(
      String formula, String county, String east, String west) {
    Campaign campaign = read(formula, "", "").orElseThrow();
    report(campaign);
    assertThat(submitTotal(campaign, "2026-03-15", 2, "\"a\":{\"n\":9}")).isEmpty();
    assertThat(computed(campaign, "totals", "2026-03-15")).containsExactly(county, east, west);
  }

  @Test
  void sees_the_other_form_as_it_is_handed_in_with_this_one() {
    Campaign campaign = read("x", check("x = 表[parts].行[合计].数"), "").orElseThrow();
    assertThat(submitTotal(campaign, "2026-03-08", 8, "\"all\":{\"n\":8}")).isEmpty();
    assertThat(submitTotal(campaign, "2026-03-15", 8, "\"all\":{\"n\":9}"))
        .singleElement()
        .asString()
        .contains("户数 8 ≠ 《分项》合计.数 9（差 1）");
  }

  @Test
  void compares_a_row_with_the_others_of_its_group() {
    String rule = check("行[a] ≤ 合计(同组)");
    Campaign alone = read("x", "", check("数 ≤ 合计(同组.数)")).orElseThrow();
    assertThat(
            submitTotal(
                alone,
                "2026-03-08",
                1,
                "\"all\":{\"n\":5},\"a\":{\"n\":3},\"b\":{\"n\":2},\"of\":{\"n\":5}"))
        .singleElement()
        .asString()
        .contains("数 3 > 合计(同组.数) 2（差 1）");
    assertThat(read("x", "", rule).problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x = 表[visit].x | 表[visits]",
        "x = 表[visits].y | ''",
        "x = 单位[东真].x | 单位[东镇]",
        "x = 表[parts].数 | 表[parts].行[甲类].数",
        "x = 合计(下级.各行.x) | ''",
        "x = 表[days].表头.n | ''"
      })
  void names_what_could_be_meant_elsewhere(String rule, String nearest) {
    List<Problem> problems = read("x", check(rule), "").problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).code().severity()).isEqualTo(Severity.ERROR);
    assertThat(
            problems.get(0).message(Language.CHINESE)
                + problems.get(0).remedy(Language.CHINESE).orElse(""))
        .contains(nearest);
  }

  @Test
  void states_one_rule_for_a_run_of_tables() {
    String check =
        ", \"checks\": [ { \"id\": \"c\", \"rule\": \"表[{n}].x >= 8\", \"for\": { \"n\": [\"visits\", \"totals\"] } } ]";
    Campaign campaign = read("x", check, "").orElseThrow();
    report(campaign);
    assertThat(submitTotal(campaign, "2026-03-08", 8, ""))
        .singleElement()
        .asString()
        .contains("《走访表》走访户数 7 < 8");
  }

  @Test
  void tells_of_circles_through_other_forms() {
    String parts =
        PARTS.replace(
            "\"$ref\": \"nuanbao:count\", \"optional\": true",
            "\"type\": \"integer\", \"formula\": \"表[totals].c\"");
    read("表[parts].行[甲类].数", "", "");
    Campaigns.write(folder, Map.of("forms/parts.json", parts.formatted("")));
    assertThat(nuanbao.read(folder).problems())
        .extracting(one -> one.message(Language.CHINESE))
        .singleElement()
        .asString()
        .contains("表[totals].c → 表[parts].a.n → 表[totals].c");
  }

  @Test
  void adds_up_the_shorter_rounds_within_a_longer_one() {
    Campaign campaign = read("x", "", "").orElseThrow();
    report(campaign);
    assertThat(computed(campaign, "month", "2026-03-29")).containsExactly("15", "9", "6");
  }

  @Test
  void lets_a_balance_go_on_from_round_to_round() {
    Campaign campaign = read("上期(c) + x", "", "").orElseThrow();
    submitTotal(campaign, "2026-03-08", 3, "");
    submitTotal(campaign, "2026-03-15", 4, "");
    assertThat(computed(campaign, "totals", "2026-03-15")).containsExactly("7", "7", "");
  }
}

package nuanbao.engine.form;

import static nuanbao.engine.Kitchen.FIRST;
import static nuanbao.engine.Kitchen.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import nuanbao.engine.Kitchen;
import nuanbao.engine.report.ReportSpec.Span;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.rollup.RegisterCounts.Count;
import org.junit.jupiter.api.Test;

/** A form of every row source: handed in, rolled up, printed. */
class RowSourcesTest {
  private static final String ENTRY =
      """
      { "id": "%s", "unit": "%s", "name": "甲", "firm": "不适用", "birth": "2000-01-01",
        "span": { "from": "2026-03-01", "to": "2026-03-02" }, "state": "%s", "field": "种植",
        "kind": "稻", "hours": %s, "score": %s, "steps": %s, "month": "2026-03", "site": "e1"%s }
      """;

  private final Kitchen kitchen = new Kitchen();

  private static String entry(
      String id, String unit, String state, String hours, String score, String more) {
    return ENTRY.formatted(id, unit, state, hours, score, "5", more);
  }

  private static String ledger(String... entries) {
    return "{\"cover\":{\"sure\":true,\"phone\":\"028-87654321\"},\"rows\":[%s]}"
        .formatted(String.join(",", entries));
  }

  @Test
  void adds_entries_up_from_their_unit_to_the_top() {
    String papers = ", \"papers\": [{\"name\":\"驾照\",\"count\":2},{\"name\":\"护照\",\"count\":1}]";
    String jobs = ", \"jobs\": [{\"place\":\"城里\",\"days\":3},{\"place\":\"镇上\",\"days\":4}]";
    assertThat(
            kitchen.handIn(
                "ledger",
                FIRST,
                "east",
                ledger(
                    entry("1", "e1", "1", "10", "80", papers),
                    entry("2", "e1", "2", "30", "60", jobs + ", \"why\": \"培训\""),
                    entry("3", "east", "1", "5", "100", papers))))
        .isEmpty();
    assertThat(kitchen.handIn("ledger", FIRST, "west", ledger())).isEmpty();
    Figures figures = kitchen.figures("ledger", FIRST, Span.THIS);
    assertThat(kitchen.column(figures, "hours")).isEqualTo("全县=45.0 东镇=45.0 东镇本级=5.0 东一村=40.0");
    assertThat(kitchen.column(figures, "score")).isEqualTo("全县=68.9 东镇=68.9 东镇本级=100.0 东一村=65.0");
    assertThat(kitchen.column(figures, "steps")).isEqualTo("全县=5 东镇=5 东镇本级=5 东一村=5");
    assertThat(kitchen.column(figures, "state"))
        .isEqualTo("全县=在岗2、待岗1 东镇=在岗2、待岗1 东镇本级=在岗1 东一村=在岗1、待岗1");
    assertThat(kitchen.column(figures, "papers"))
        .isEqualTo("全县=驾照4、护照2 东镇=驾照4、护照2 东镇本级=驾照2、护照1 东一村=驾照2、护照1");
    assertThat(kitchen.column(figures, "days")).isEqualTo("全县=7 东镇=7 东一村=7");
    assertThat(kitchen.column(figures, "age")).isEqualTo("全县=26 东镇=26 东镇本级=26 东一村=26");
    assertThat(figures.coverage(0).received()).isEqualTo(2);
    assertThat(figures.coverage(0).blankRows()).isZero();
  }

  @Test
  void prints_entries_below_their_units() {
    kitchen.handIn("ledger", FIRST, "east", ledger(entry("1", "e1", "1", "10", "80", "")));
    assertThat(kitchen.print("ledger", FIRST, "county").lines().limit(6))
        .containsExactly(
            "来客名册（1—3月）",
            "填报单位：县\t已核对：\t电话：",
            "序号\t单位\t姓名\t证号\t企业代码\t生日\t年龄\t监护人电话\t时段\t情况\t原因\t行业\t品种\t技能（最多两项）\t小时\t评分\t级\t月份\t去处\t其他证照\t经历\t总天数\t照片",
            "\t全县\t\t\t\t\t26\t\t\t在岗1\t\t\t\t\t10.0\t80.0\t5",
            "　\t东镇\t\t\t\t\t26\t\t\t在岗1\t\t\t\t\t10.0\t80.0\t5",
            "　　1\t东一村\t甲\t\t—\t2000-01-01\t26\t\t2026-03-01至2026-03-02\t在岗\t\t种植\t稻\t\t10.0\t80.0\t5\t2026-03\t东一村");
  }

  @Test
  void refuses_ids_that_cannot_be_printed() {
    String entry = entry("1\\u0001", "e1", "1", "10", "80", ", \"photo\": \"a\\u0000\"");
    assertThat(kitchen.handIn("ledger", FIRST, "east", ledger(entry)))
        .containsExactly(
            "answers-format id：“\\u0000…\\u001F”写法不对",
            "answers-format 东一村第1条 / 照片：“\\u0000…\\u001F”写法不对");
  }

  @Test
  void keeps_no_answer_that_was_not_shown_and_asks_for_what_is() {
    String hidden =
        entry("1", "e1", "1", "1", "1", ", \"why\": \"不显示\", \"guardian\": \"13800000000\"");
    assertThat(kitchen.handIn("ledger", FIRST, "east", ledger(hidden))).isEmpty();
    assertThat(kitchen.print("ledger", FIRST, "county")).doesNotContain("不显示", "138");
    assertThat(
            kitchen.handIn("ledger", SECOND, "east", ledger(entry("1", "e1", "2", "1", "1", ""))))
        .containsExactly("answers-missing-cell 东一村第1条 / 原因：必填，没有也要填 0 或写明");
  }

  @Test
  void adds_up_fixed_rows_one_by_one_and_computes_the_rest() {
    String sheet =
        """
        { "cover": {}, "rows": {
          "parks": { "now": %s, "before": 1 }, "free": { "now": 1, "before": 0 },
          "trees": { "now": 1.5, "before": 1, "remark": "新种" }, "lawn": { "now": 2.25, "before": 1 },
          "staff": { "now": %s, "before": 3 }, "inside": { "now": 2, "before": 2 },
          "hired": { "now": 3, "before": 1 }, "guests": { "now": 9, "before": 9 } } }
        """;
    assertThat(kitchen.handIn("statistics", FIRST, "east", sheet.formatted("2", "5"))).isEmpty();
    assertThat(kitchen.handIn("statistics", FIRST, "west", sheet.formatted("3", "5"))).isEmpty();
    assertThat(kitchen.print("statistics", FIRST, "county"))
        .isEqualTo(
            """
            基本情况
            填报单位：县
            指标名称\t计量单位\t代码\t本期\t上期\t增减\t说明
            甲\t乙\t丙\t1\t2\t3\t4
            一、场所
            　（一）公园\t个\t01\t5\t2\t3
            　　其中：免费开放\t个\t02\t2\t0\t2
            　（二）绿地\t公顷\t04\t7.50\t4.00\t3.50
            　　林地\t公顷\t05\t3.00\t2.00\t1.00
            　　草坪\t公顷\t07\t4.50\t2.00\t2.50
            二、人员\t人\t11\t10\t6\t4
            　在编\t人\t12\t4\t4\t0
            　聘用\t人\t14\t6\t2\t4
            　另有志愿者\t人\t15\t18\t18\t0
            三、平均每园\t人\t21\t2.00\t3.00\t—

            """);
  }

  @Test
  void prints_a_field_of_the_cover_only_above_tables_of_units_it_applies_to() {
    assertThat(kitchen.print("statistics", FIRST, "west")).startsWith("基本情况\n填报单位：西镇\t含湖心岛：\n");
    assertThat(kitchen.print("statistics", FIRST, "east")).startsWith("基本情况\n填报单位：东镇\n");
  }

  @Test
  void holds_what_fixed_rows_mean_against_the_answers() {
    String sheet =
        """
        { "cover": {}, "rows": {
          "parks": { "now": 1, "before": 2 }, "free": { "now": 2, "before": 0 },
          "trees": { "now": 1, "before": 1 }, "lawn": { "now": 1, "before": 1 },
          "staff": { "now": 6, "before": 3 }, "inside": { "now": 2, "before": 2 },
          "hired": { "now": 3, "before": 1 }, "guests": { "now": 9, "before": 9 } } }
        """;
    assertThat(kitchen.handIn("statistics", FIRST, "east", sheet))
        .containsExactly(
            "check-remark （一）公园 / 本期：审核关系不成立：公园.本期 1 < 公园.上期 2（差 1）",
            "check-failed 其中：免费开放 / 本期：审核关系不成立：其中：免费开放 2 > 公园 1（差 1）",
            "check-failed 二、人员 / 本期：审核关系不成立：人员 6 ≠ 在编 2 + 聘用 3 = 5（差 1）");
  }

  @Test
  void gives_each_reporter_its_own_measures_and_adds_what_the_leaders_say() {
    String done =
        "{ \"cover\": {}, \"rows\": { \"opera\": { \"done\": %s, \"progress\": \"%s\" }, \"cinema\": { \"done\": %s } } }";
    assertThat(kitchen.handIn("tasks", FIRST, "west", done.formatted(4, "西", 2))).isEmpty();
    assertThat(
            kitchen.handIn(
                "tasks",
                FIRST,
                "east",
                "{\"cover\":{},\"rows\":{\"opera\":{\"done\":3,\"progress\":\"东\"},\"cinema\":{\"done\":1},\"hall\":{\"done\":1}}}"))
        .isEmpty();
    assertThat(kitchen.print("tasks", FIRST, "county"))
        .isEqualTo(
            """
            任务进展
            填报单位：县
            任务\t牵头单位\t责任单位\t目标\t时限\t完成数\t完成率\t进展
            一、演出
            　1.送戏下乡\t东镇\t西镇\t不少于3场\t\t3\t100.00\t东
            　2.放电影\t西镇\t东镇\t\t2026-03-20\t2
            二、修礼堂\t东镇\t\t约2座\t\t1\t50.00

            """);
    assertThat(
            kitchen.handIn(
                "tasks", SECOND, "west", "{\"cover\":{},\"rows\":{\"hall\":{\"done\":1}}}"))
        .anyMatch(problem -> problem.startsWith("answers-unknown-row"));
  }

  @Test
  void carries_cases_from_round_to_round_until_they_are_closed() {
    String open =
        "{ \"id\": \"%s\", \"what\": \"%s\", \"owner\": \"某\", \"due\": \"2026-03-31\", \"owed\": %s, \"state\": \"%s\", \"changed\": \"2026-03-05\" }";
    kitchen.handIn(
        "cases",
        FIRST,
        "east",
        "{\"cover\":{},\"rows\":["
            + open.formatted("a", "漏水", "100", "open")
            + ","
            + open.formatted("b", "断路", "50.5", "open")
            + "]}");
    kitchen.handIn(
        "cases",
        SECOND,
        "east",
        "{\"cover\":{},\"rows\":[" + open.formatted("a", "漏水", "100", "closed") + "]}");
    kitchen.handIn(
        "cases",
        SECOND,
        "west",
        "{\"cover\":{},\"rows\":[" + open.formatted("c", "停电", "7", "open") + "]}");
    assertThat(kitchen.openCases(FIRST, "east")).isEmpty();
    assertThat(kitchen.openCases(SECOND, "east")).containsExactly("a", "b");
    assertThat(kitchen.openCases("2026-03-20", "east")).containsExactly("b");
    assertThat(kitchen.openCases("2026-03-20", "west")).containsExactly("c");
    assertThat(count("cases", FIRST, Span.THIS)).isEqualTo(new Count(0, 2, 0, 2));
    assertThat(count("cases", SECOND, Span.THIS)).isEqualTo(new Count(2, 1, 1, 2));
    assertThat(count("cases", SECOND, Span.CUMULATIVE)).isEqualTo(new Count(0, 3, 1, 2));
    assertThat(kitchen.column(kitchen.figures("cases", SECOND, Span.THIS), "owed"))
        .isEqualTo("全县=57.50 东镇=50.50 西镇=7.00");
    assertThat(kitchen.print("cases", SECOND, "county"))
        .contains("东镇\t漏水\t某\t2026-03-31\t100.00\t已销账", "台账：期初 2 件，新增 1 件，销账 1 件，期末 2 件。");
  }

  private Count count(String form, String round, Span span) {
    return kitchen.figures(form, round, span).register().orElseThrow().of(0);
  }

  @Test
  void holds_a_sheet_against_what_the_same_unit_reported_before() {
    String rows =
        "{\"cover\":{},\"rows\":{\"west\":{\"people\":{\"all\":%s,\"women\":1}},"
            + "\"w1\":{\"people\":{\"all\":%s,\"women\":1}}}}";
    assertThat(kitchen.handIn("villages", FIRST, "west", rows.formatted(1, 10))).isEmpty();
    assertThat(kitchen.handIn("villages", SECOND, "west", rows.formatted(1, 21)))
        .containsExactly("check-remark 西一村 / 人口：比上期翻番：人口 21 > 上期(人口) 10 × 2 = 20（差 1）");
  }

  @Test
  void lets_nobody_type_what_another_unit_fills_in() {
    assertThat(
            kitchen.handIn(
                "villages",
                FIRST,
                "office",
                "{\"cover\":{},\"rows\":{\"e1\":{\"checked\":11,\"people\":{\"all\":1,\"women\":1}}}}"))
        .contains(
            "answers-typed-elsewhere 东一村 / 人口不由您填写", "answers-typed-elsewhere 东一村 / 人口.其中：女不由您填写");
  }

  @Test
  void knows_what_does_not_apply_and_what_came_before() {
    String rows =
        "{\"cover\":{},\"rows\":{\"east\":{\"people\":{\"all\":%s,\"women\":1}},\"e1\":{\"people\":{\"all\":10,\"women\":4},\"lake\":1,\"least\":7},\"e2\":{\"people\":{\"all\":20,\"women\":9}%s}}}";
    assertThat(kitchen.handIn("villages", FIRST, "east", rows.formatted(5, ", \"lake\": 1")))
        .containsExactly("answers-not-applicable 东二村 / 湖对这个单位（或这种情况）不适用，不要填");
    assertThat(
            kitchen.handIn(
                "villages", FIRST, "east", rows.formatted(5, ", \"lake\": \"不适用\", \"least\": 3")))
        .isEmpty();
    assertThat(kitchen.handIn("villages", SECOND, "east", rows.formatted(8, ""))).isEmpty();
    assertThat(
            kitchen.handIn(
                "villages",
                SECOND,
                "office",
                "{\"cover\":{},\"rows\":{\"e1\":{\"checked\":11},\"e2\":{\"checked\":19},\"east\":{\"checked\":7},\"west\":{\"checked\":0},\"w1\":{\"checked\":2}}}"))
        .isEmpty();
    assertThat(kitchen.print("villages", SECOND, "county"))
        .isEqualTo(
            """
            各村情况
            填报单位：县
            单位\t人口\t\t湖\t核定数\t最少\t比上期\t占比
            \t\t其中：女
            　　东镇本级\t8\t1\t\t7\t\t3\t21.05
            　　东一村\t10\t4\t1\t11\t7\t0\t26.32
            　　东二村\t20\t9\t\t19\t\t0\t52.63
            　东镇\t38\t14\t1\t37\t7\t3\t100.00
            　　西镇本级\t\t\t\t0
            　　西一村\t\t\t\t2
            　西镇\t\t\t\t2
            全县\t38\t14\t1\t39\t7\t3\t100.00
            平均\t38.00\t14.00\t1.00\t19.50\t7.00\t3.00\t100.00

            """);
  }
}

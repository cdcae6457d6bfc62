package nuanbao.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told when one word of a definition changes, and what it does to figures. */
class DifferencesTest {
  private static final String CAMPAIGN =
      """
      { "nuanbao": 1, "id": "c", "title": "活动", "from": "2021-11-01", "to": "2021-12-31",
        "calendar": { "zone": "Asia/Shanghai", "onHoliday": "as-is" },
        "duties": {
          "d": { "title": "周报", "reporters": ["各村"], "forms": ["f"],
            "rounds": { "repeat": "weekly", "due": { "weekday": "thursday" }, "tail": "last-day" } },
          "g": { "title": "月报", "reporters": ["各村"], "forms": ["g"],
            "rounds": { "repeat": "monthly", "due": { "day": 25 }, "tail": "last-day" } } } }
      """;
  private static final String UNITS =
      """
      { "levels": { "town": "镇", "village": "村" },
        "units": [
          { "id": "east", "name": "东镇", "units": [ { "id": "a", "name": "甲村" } ] },
          { "id": "west", "name": "西镇", "units": [ { "id": "b", "name": "乙村" } ] } ],
        "groups": { "各村": { "units": [ { "level": "village" } ] } } }
      """;
  private static final String FORM =
      """
      { "title": "走访表", "rows": { "of": "units", "units": ["各村"] },
        "row": { "overTime": "flow", "properties": {
          "x": { "title": "户数", "$ref": "nuanbao:count" },
          "y": { "title": "走访", "type": "integer", "in": "户" },
          "z": { "title": "慰问金", "type": "number", "decimals": 2, "in": "元", "optional": true },
          "s": { "title": "两数之和", "type": "integer", "formula": "x + y" },
          "how": { "title": "方式", "enum": ["上门", "电话"] } } },
        "checks": [ { "id": "k", "rule": "走访 <= 户数" } ] }
      """;
  private static final String FIXED =
      """
      { "title": "设施表",
        "rows": { "of": "fixed", "rows": {
          "all": { "title": "总计", "rows": { "park": { "title": "公园" } } },
          "rest": { "title": "其他" } } },
        "row": { "properties": { "n": { "title": "数", "$ref": "nuanbao:count", "overTime": "flow" } } } }
      """;

  @TempDir private Path folder = Path.of("");

  private Campaign read(String name, String from, String to) {
    Path written = folder.resolve(name);
    Campaigns.write(
        written,
        Map.of(
            "campaign.json", CAMPAIGN.replace(from, to),
            "units.json", UNITS.replace(from, to),
            "forms/f.json", FORM.replace(from, to),
            "forms/g.json", FIXED.replace(from, to)));
    return Nuanbao.create().read(written).orElseThrow();
  }

  private List<String> told(String from, String to) {
    Campaign before = read("before", "\0", "");
    Campaign after = read("after", from, to);
    return Differences.between(before, after).stream().map(DifferencesTest::line).toList();
  }

  private static String line(Difference one) {
    return "%s %s %s %s → %s"
        .formatted(
            one.kind().title().chinese(),
            one.about(),
            one.change().title().chinese(),
            one.says().chinese(),
            one.effect().map(effect -> effect.chinese()).orElse("-"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "title": "活动"       | "title": "新活动"    | 活动 c 改名 “活动” → “新活动” → -
          "id": "c"            | "id": "c2"         | 活动 c2 改动 编号：c → c2 → 库里按编号存：以前报的数不在新编号下
          "name": "甲村"        | "name": "新甲村"     | 单位 a 改名 “甲村” → “新甲村” → -
          "title": "周报"       | "title": "星期报"    | 任务 d 改名 “周报” → “星期报” → -
          "weekday": "thursday" | "weekday": "thursday", "time": "17:00" | 任务 d 改动 到期时刻：下班 → 17:00 → 收下的报送，按时、迟报不再重算
          "weekday": "thursday" | "weekday": "friday" | 任务 d 移动 到期：每周星期四 → 每周星期五 → 原有10期，有9期（2021-11-04…）没有了：这些期报的数留在库里，不再汇总
          "title": "走访表"      | "title": "走访统计表" | 表 f 改名 “走访表” → “走访统计表” → -
          "in": "元"            | "in": "万元"        | 栏目 f/z 改动 计量单位：元 → 万元 → 以前的数还是按旧单位报的：加在一起、与上年同期比都不对
          "decimals": 2         | "decimals": 1      | 栏目 f/z 改动 小数位：2 → 1 → 收下的不重审，以后的按新的办
          , "optional": true    | `                  ` | 栏目 f/z 改动 可不填 → 必填 → 收下的不重审，以后的按新的办
          "formula": "x + y"    | "formula": "x + y + 1" | 栏目 f/s 改动 公式：x + y → x + y + 1 → 以前各期的数也按新公式算
          , "formula": "x + y"  | `                  ` | 栏目 f/s 改动 公式：x + y → 无 → 以前没有填过：以前各期为空
          "走访 <= 户数"          | "走访 < 户数"        | 审核 f/k 改动 规则：走访 <= 户数 → 走访 < 户数 → 收下的不重审，以后的按新的办
          户数" }               | 户数", "severity": "explain" } | 审核 f/k 改动 轻重：must → explain → 收下的不重审，以后的按新的办
          户数" }               | 户数", "tolerance": 0.50 } | 审核 f/k 改动 允许的误差：0 → 0.5 → 收下的不重审，以后的按新的办
          户数" }               | 户数", "blankIsZero": true } | 审核 f/k 改动 空白算 0：否 → 是 → 收下的不重审，以后的按新的办
          ["上门", "电话"]       | ["上门", "电话", "其他"] | 栏目 f/how 改动 新有选项“其他” → -
          "title": "公园"       | "title": "公园绿地"   | 行 g/park 改名 “公园” → “公园绿地” → -
          """)
  void tells_what_changed(String from, String to, String expected) {
    assertThat(told(from, to)).contains(expected);
  }

  /** A default written out and a figure in another spelling change nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"\"tolerance\": 0", "\"tolerance\": 0.00", "\"blankIsZero\": false"})
  void nothing_changes_where_a_check_says_what_holds_anyway(String said) {
    assertThat(told("户数\" }", "户数\", " + said + " }")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "y": {                | "y2": {
          """)
  void a_column_with_another_key_is_another_column(String from, String to) {
    Campaign before = read("before", "\0", "");
    Campaigns.write(
        folder.resolve("after"),
        Map.of(
            "campaign.json", CAMPAIGN,
            "units.json", UNITS,
            "forms/f.json", FORM.replace(from, to).replace("x + y", "x + y2"),
            "forms/g.json", FIXED));
    Campaign after = Nuanbao.create().read(folder.resolve("after")).orElseThrow();
    assertThat(Differences.between(before, after).stream().map(DifferencesTest::line))
        .contains("栏目 f/y 取消 走访 → 以前报的数留在库里，不再汇总、不再印", "栏目 f/y2 新增 走访 → 以前各期没有它的数，上年同期为空");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          , "units": [ { "id": "b", "name": "乙村" } ] | `  ` | 单位 b 取消 乙村 → 它以前报的数留在库里，不再汇总进上级
          { "id": "a", "name": "甲村" } ] | { "id": "a", "name": "甲村" }, { "id": "n", "name": "丙村" } ] | 单位 n 新增 丙村（东镇） → 以前没有它的数，上年同期为空
          "title": "公园" } } } | "title": "公园" } } }, "pool": { "title": "泳池" } | 行 g/pool 新增 泳池 → 以前各期没有它的数，上年同期为空
          , "rows": { "park": { "title": "公园" } } } | }, "park": { "title": "公园" } | 行 g/park 移动 “all” → “—” → 合计会变，与以前的不能比
          "type": "integer", "in": "户" | "$ref": "nuanbao:text", "overTime": "none" | 栏目 f/y 改动 类型：数 → 文字 → 以前报的类型不合，上年同期为空
          """)
  void tells_what_it_does_to_figures(String from, String to, String expected) {
    String form = FORM.replace(", \"formula\": \"x + y\"", "").replace("走访 <= 户数", "户数 > 0");
    Campaign before = of("before", form, "\0", "");
    Campaign after = of("after", form, from, to);
    assertThat(Differences.between(before, after).stream().map(DifferencesTest::line))
        .contains(expected);
  }

  private Campaign of(String name, String form, String from, String to) {
    Path written = folder.resolve(name);
    Campaigns.write(
        written,
        Map.of(
            "campaign.json", CAMPAIGN,
            "units.json", UNITS.replace(from, to),
            "forms/f.json", form.replace(from, to),
            "forms/g.json", FIXED.replace(from, to)));
    return Nuanbao.create().read(written).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lizhou-2021", "example-small", "guangxi-spring-2022", "all-rows"})
  void nothing_differs_from_itself(String name) {
    assertThat(Differences.between(Campaigns.read(name), Campaigns.read(name))).isEmpty();
  }
}

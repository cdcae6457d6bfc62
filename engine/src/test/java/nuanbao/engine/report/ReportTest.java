package nuanbao.engine.report;

import static nuanbao.engine.Campaigns.bytes;
import static nuanbao.engine.Campaigns.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.submission.SubmissionKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two townships, one with figures of its own, printed as plain text. */
class ReportTest {
  private static final String ROUND = "2022-01-04";
  private static final Map<String, String> FILES =
      Map.of(
          "campaign.json",
          """
          { "nuanbao": 1, "id": "t", "title": "t", "from": "2022-01-01", "to": "2022-01-04",
            "calendar": { "zone": "Asia/Shanghai", "onHoliday": "as-is" },
            "duties": { "weekly": { "reporters": [{ "level": "town" }], "forms": ["table"],
              "rounds": { "repeat": "weekly", "due": { "weekday": "tuesday" } } } } }
          """,
          "units.json",
          """
          { "levels": { "county": "县", "town": "乡", "village": "村" },
            "units": [{ "id": "county", "name": "某县", "total": "全县", "units": [
              { "id": "east", "name": "东乡", "units": [{ "name": "e1" }, { "name": "e2" }] },
              { "id": "west", "name": "西乡", "units": [{ "name": "w1" }] } ] }] }
          """,
          "forms/table.json",
          """
          { "title": "表", "attachment": "附件9", "measuredIn": "万元",
            "cover": { "properties": { "who": { "title": "填表人", "$ref": "nuanbao:text" } } },
            "rows": { "of": "units", "units": [{ "level": "village" }], "own": ["east"],
              "head": { "name": { "title": "地方" } } },
            "row": { "overTime": "flow", "properties": {
              "money": { "title": "钱", "$ref": "nuanbao:moneyWan" },
              "goods": { "title": "物", "print": "{what}，{worth}", "properties": {
                "what": { "title": "名", "$ref": "nuanbao:text", "rollup": "distinct", "optional": true },
                "worth": { "title": "值", "$ref": "nuanbao:moneyWan", "optional": true } } } } },
            "notes": ["一", "二"] }
          """,
          "reports/all.json",
          """
          { "title": "全", "parts": [{ "part": "table", "form": "table" }] }
          """,
          "reports/towns.json",
          """
          { "title": "乡", "parts": [
            { "part": "table", "form": "table", "units": ["county", { "level": "town" }], "coverage": false } ] }
          """);

  @TempDir private Path folder;

  private String print(String report, String unit) throws IOException {
    Nuanbao nuanbao = Nuanbao.create();
    Campaign campaign = nuanbao.read(Campaigns.write(folder, new HashMap<>(FILES))).orElseThrow();
    MemorySubmissionStore store = new MemorySubmissionStore();
    Intake intake = nuanbao.intake(campaign, store);
    SubmissionKey east = key("weekly", ROUND, "east");
    String sheet =
        """
        { "forms": { "table": { "cover": { "who": "王㛃" }, "rows": {
          "east": { "money": 0.004 },
          "e1": { "money": 0.004, "goods": { "what": "米、油", "worth": 1.5 } },
          "e2": { "money": 0.004, "goods": { "what": "油" } } } } } }
        """;
    intake
        .submit(
            east,
            bytes(sheet),
            "east.json",
            campaign.rounds(campaign.duties().get(0)).get(0).window().due())
        .orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TextReportWriter()
        .write(
            nuanbao.report(campaign, new ReportId(report), key("weekly", ROUND, unit), store), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void prints_sums_before_parts_with_notes_below() throws IOException {
    assertThat(print("all", "county"))
        .isEqualTo(
            """
            附件9
            表
            填报单位：某县\t填表人：
            计量单位：万元
            地方\t钱\t物
            全县\t0.01\t米、油，1.50
            　东乡\t0.01\t米、油，1.50
            　　东乡本级\t0.00
            　　e1\t0.00\t米、油，1.50
            　　e2\t0.00\t油
            　西乡
            　　w1
            备注：1.一
            　　　2.二
            部分数据因四舍五入的原因，存在总计与分项合计不等的情况。
            报送情况：应报 2 份，已报 1 份，上报率 50.0%；未报：西乡。

            """);
  }

  @Test
  void prints_own_figures_only_where_something_below_is_printed() throws IOException {
    assertThat(print("towns", "county"))
        .contains("　东乡\t0.01")
        .doesNotContain("东乡本级")
        .doesNotContain("报送情况");
  }

  @Test
  void prints_the_cover_of_a_unit_that_reports_itself() throws IOException {
    assertThat(print("all", "east"))
        .contains("填报单位：东乡\t填表人：王㛃")
        .contains("应报 1 份，已报 1 份，上报率 100.0%。")
        .doesNotContain("西乡");
  }
}

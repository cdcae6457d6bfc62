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

/** What is told when a measure changes. */
class MeasureDifferencesTest {
  private static final String CAMPAIGN =
      """
      { "nuanbao": 1, "id": "c", "title": "活动", "from": "2021-11-01", "to": "2021-11-28",
        "calendar": { "zone": "Asia/Shanghai" }, "notation": { "semicolon": "lead-before" },
        "measures": {
          "head": { "kind": "section", "no": "一、", "title": "清洁", "measures": {
            "drift": { "no": "1.", "title": "打捞", "text": "每周一次。", "responsible": "东镇；西镇", "from": "2021-11-08",
              "by": "2021-11-20", "target": { "least": 3, "in": "次", "figure": "表[f].x" } } } },
          "other": { "kind": "section", "title": "其他" } },
        "duties": { "d": { "reporters": ["东镇", "西镇"], "forms": ["f"],
          "rounds": { "repeat": "weekly", "due": { "weekday": "sunday" } } } } }
      """;
  private static final String UNITS =
      """
      { "levels": { "town": "镇" }, "units": [ { "id": "east", "name": "东镇" }, { "id": "west", "name": "西镇" } ] }
      """;
  private static final String FORM =
      """
      { "title": "表", "row": { "overTime": "flow", "properties": {
        "x": { "title": "次数", "$ref": "nuanbao:count" }, "y": { "title": "人次", "$ref": "nuanbao:count" } } } }
      """;

  @TempDir private Path folder = Path.of("");

  private Campaign read(String name, String from, String to) {
    return Nuanbao.create()
        .read(
            Campaigns.write(
                folder.resolve(name),
                Map.of(
                    "campaign.json", CAMPAIGN.replace(from, to),
                    "units.json", UNITS,
                    "forms/f.json", FORM)))
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          打捞             | 清捞                  | 工作任务 drift 改名 “1.打捞” → “1.清捞”
          每周一次         | 每周两次              | 工作任务 drift 改动 全文变了
          东镇；西镇       | 西镇；东镇            | 工作任务 drift 改动 牵头单位：东镇 → 西镇, 工作任务 drift 改动 责任单位：西镇 → 东镇
          2021-11-20       | 2021-11-21            | 工作任务 drift 改动 时限：2021-11-20 → 2021-11-21
          2021-11-08       | 2021-11-09            | 工作任务 drift 改动 开始：2021-11-08 → 2021-11-09
          "least": 3       | "least": 4            | 工作任务 drift 改动 目标：不少于3次 → 不少于4次
          表[f].x          | 表[f].y               | 工作任务 drift 改动 完成数：表[f].x → 表[f].y
          "other": { "kind | "another": { "kind    | 工作任务 other 取消 其他, 工作任务 another 新增 其他
          """)
  void tells_what_changed(String from, String to, String expected) {
    List<String> told =
        Differences.between(read("before", "\0", ""), read("after", from, to)).stream()
            .map(
                one ->
                    "%s %s %s %s"
                        .formatted(
                            one.kind().title().chinese(),
                            one.about(),
                            one.change().title().chinese(),
                            one.says().chinese()))
            .toList();
    assertThat(String.join(", ", told)).isEqualTo(expected);
  }
}

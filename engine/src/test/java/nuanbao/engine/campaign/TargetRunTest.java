package nuanbao.engine.campaign;

import static nuanbao.engine.Campaigns.at;
import static nuanbao.engine.Campaigns.bytes;
import static nuanbao.engine.Campaigns.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.TargetResult.Line;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.formula.Value;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was handed in, held against the targets. */
class TargetRunTest {
  private static final String CAMPAIGN =
      """
      { "nuanbao": 1, "id": "rivers", "title": "清河", "from": "2025-11-03", "to": "2026-12-27",
        "calendar": { "zone": "Asia/Shanghai", "onHoliday": "as-is" },
        "measures": {
          "drift": { "title": "打捞", "lead": ["各镇"], "target":
            { "least": 10, "in": "次", "per": { "years": 1 }, "figure": "表[work].trips", "byUnit": { "东镇": 4, "西镇": 6 } } },
          "each": { "title": "每镇打捞", "lead": ["各镇"], "target":
            { "least": 3, "in": "次", "each": ["各镇"], "byUnit": { "西镇": 5 }, "figure": "累计(表[work].trips)" } },
          "spills": { "title": "倾倒", "lead": ["各镇"], "target": { "most": 0, "in": "起", "figure": "表[work].spills" } },
          "either": { "title": "宣传", "lead": ["各镇"], "target": { "either": [
            { "least": 100, "in": "次", "figure": "表[work].trips" },
            { "title": "水质", "least": 90, "in": "%", "decimals": 1, "figure": "表[work].clean" } ] } },
          "villages": { "title": "各村都去", "lead": ["各镇"], "target": { "everyRow": { "form": "work", "column": "trips" } } },
          "answered": { "title": "各村都报", "lead": ["各镇"], "target": { "everyRow": { "form": "work" } } },
          "ledger": { "title": "台账上的数", "lead": ["东镇"], "assist": ["西镇"], "target": { "least": 2, "in": "场" } },
          "rate": { "title": "台账上的率", "lead": ["东镇"], "target":
            { "least": 90, "in": "%", "decimals": 1, "rollup": "average", "overTime": "stock" } },
          "nothing": { "title": "没有数可比", "lead": ["东镇"], "target": { "least": 1, "in": "次" } },
          "plain": { "title": "没有目标", "lead": ["东镇"] } },
        "duties": {
          "work": { "reporters": ["各镇"], "forms": ["work"],
            "rounds": { "repeat": "weekly", "due": { "weekday": "sunday" } } },
          "tasks": { "reporters": ["各镇"], "forms": ["tasks"],
            "rounds": { "repeat": "weekly", "due": { "weekday": "sunday" } } } } }
      """;
  private static final String UNITS =
      """
      { "levels": { "county": "县", "town": "镇", "village": "村" }, "units": [ { "id": "county", "name": "县", "units": [
          { "id": "east", "name": "东镇", "units": [{ "id": "e1", "name": "东一村" }, { "id": "e2", "name": "东二村" }] },
          { "id": "west", "name": "西镇", "units": [{ "id": "w1", "name": "西一村" }] } ] } ],
        "groups": { "各镇": { "units": [{ "level": "town" }] }, "各村": { "units": [{ "level": "village" }] } } }
      """;
  private static final String WORK =
      """
      { "title": "清河情况", "rows": { "of": "units", "units": ["各村"] },
        "row": { "overTime": "flow", "optional": true, "properties": {
          "trips": { "title": "打捞次数", "$ref": "nuanbao:count", "mayNotApply": true },
          "spills": { "title": "倾倒", "$ref": "nuanbao:count" },
          "clean": { "title": "水质达标率", "type": "number", "decimals": 2, "rollup": "average", "overTime": "stock" } } } }
      """;
  private static final String TASKS =
      """
      { "title": "台账", "rows": { "of": "measures", "measures": ["drift", "ledger", "rate", "plain"], "counts": ["lead"] },
        "row": { "properties": {
          "done": { "title": "本期完成" },
          "progress": { "title": "进展", "$ref": "nuanbao:text", "optional": true } } } }
      """;

  @TempDir private Path folder;
  private final MemorySubmissionStore store = new MemorySubmissionStore();
  private Campaign campaign = Campaigns.read("example-small");

  @BeforeEach
  void read() {
    campaign =
        Nuanbao.create()
            .read(
                Campaigns.write(
                    folder,
                    Map.of(
                        "campaign.json", CAMPAIGN,
                        "units.json", UNITS,
                        "forms/work.json", WORK,
                        "forms/tasks.json", TASKS)))
            .orElseThrow();
  }

  private void handIn(String duty, String round, String unit, String rows) {
    String json = "{\"forms\":{\"%s\":{\"rows\":%s}}}".formatted(duty, rows);
    Outcome<?> outcome =
        Nuanbao.create()
            .intake(campaign, store)
            .submit(key(duty, round, unit), bytes(json), "sent.json", at(round + "T09:00:00Z"));
    assertThat(outcome).as(outcome.problems().toString()).isInstanceOf(Outcome.Accepted.class);
  }

  private TargetResult result(String measure, String day) {
    return Nuanbao.create().targets(campaign, LocalDate.parse(day), store).stream()
        .filter(one -> one.measure().key().equals(measure))
        .findFirst()
        .orElseThrow();
  }

  private List<String> lines(String measure, String day) {
    return result(measure, day).lines().stream().map(TargetRunTest::shown).toList();
  }

  private static String shown(Line line) {
    String figure =
        line.achievement().figure() instanceof Value.Number number
            ? number.amount().stripTrailingZeros().toPlainString()
            : line.achievement().figure().getClass().getSimpleName();
    return "%s %s/%s %s %d/%d%s"
        .formatted(
            line.unit().map(unit -> unit.shortName()).orElse("全部"),
            figure,
            line.achievement().number().toPlainString(),
            line.achievement().verdict().words().chinese(),
            line.coverage().received(),
            line.coverage().expected(),
            line.missing().isEmpty() ? "" : " 缺 " + String.join("、", line.missing()));
  }

  @Test
  void a_ledger_asks_for_no_number_that_comes_from_a_form() {
    assertThat(cellOf("ledger")).isPresent();
    assertThat(cellOf("drift")).isEmpty();
  }

  private Optional<Indicator> cellOf(String measure) {
    return campaign
        .form(new FormId("tasks"))
        .findItem(measure)
        .flatMap(item -> item.findCell(new ColumnPath("done")));
  }

  @Test
  void counts_for_the_span_around_the_day() {
    handIn("work", "2025-11-09", "east", "{\"e1\":{\"trips\":9}}");
    handIn("work", "2026-01-04", "east", "{\"e1\":{\"trips\":1},\"e2\":{\"trips\":3}}");
    handIn("work", "2026-01-04", "west", "{\"w1\":{\"trips\":6}}");
    assertThat(lines("drift", "2025-11-09"))
        .containsExactly("全部 9/10 未达标 1/2", "东镇 9/4 达标 1/1", "西镇 Blank/6 没有数 0/1");
    assertThat(lines("drift", "2026-01-04"))
        .containsExactly("全部 10/10 达标 2/2", "东镇 4/4 达标 1/1", "西镇 6/6 达标 1/1");
    assertThat(result("drift", "2026-01-04").verdict().words().chinese()).isEqualTo("达标");
  }

  @Test
  void is_decided_by_the_whole_where_units_have_shares_of_it() {
    handIn("work", "2026-01-04", "east", "{\"e1\":{\"trips\":10}}");
    handIn("work", "2026-01-04", "west", "{\"w1\":{\"trips\":1}}");
    assertThat(lines("drift", "2026-01-04"))
        .containsExactly("全部 11/10 达标 2/2", "东镇 10/4 达标 1/1", "西镇 1/6 未达标 1/1");
    assertThat(result("drift", "2026-01-04").verdict().words().chinese()).isEqualTo("达标");
  }

  @Test
  void says_where_nothing_is_held_against_a_number() {
    assertThat(lines("nothing", "2026-01-04")).containsExactly("全部 Blank/1 没有写完成数从哪里取 0/0");
  }

  @Test
  void holds_each_unit_to_the_common_number_or_its_own() {
    handIn("work", "2025-11-09", "east", "{\"e1\":{\"trips\":3}}");
    handIn("work", "2025-11-09", "west", "{\"w1\":{\"trips\":3}}");
    handIn("work", "2026-01-04", "west", "{\"w1\":{\"trips\":1}}");
    assertThat(lines("each", "2026-01-04")).containsExactly("东镇 3/3 达标 1/9", "西镇 4/5 未达标 2/9");
  }

  @Test
  void never_takes_what_is_missing_for_zero() {
    assertThat(lines("spills", "2025-11-08")).containsExactly("全部 Blank/0 没有数 0/0");
    assertThat(lines("spills", "2025-11-09")).containsExactly("全部 Blank/0 没有数 0/2");
    handIn("work", "2025-11-09", "east", "{\"e1\":{\"spills\":0}}");
    assertThat(lines("spills", "2025-11-09")).containsExactly("全部 0/0 未报齐 1/2");
    handIn("work", "2025-11-09", "west", "{\"w1\":{\"spills\":0}}");
    assertThat(lines("spills", "2025-11-09")).containsExactly("全部 0/0 达标 2/2");
  }

  @Test
  void is_content_with_one_of_several_ways() {
    handIn("work", "2025-11-09", "east", "{\"e1\":{\"trips\":3,\"clean\":89.96}}");
    assertThat(result("either", "2025-11-09").verdict().words().chinese()).isEqualTo("未达标");
    handIn("work", "2025-11-16", "east", "{\"e1\":{\"clean\":90}}");
    assertThat(lines("either", "2025-11-16"))
        .containsExactly("全部 3/100 未达标 2/4", "全部 90/90 达标 2/4");
    assertThat(result("either", "2025-11-16").verdict().words().chinese()).isEqualTo("达标");
  }

  @Test
  void names_the_rows_that_are_left_out() {
    assertThat(lines("villages", "2025-11-09")).containsExactly("全部 0/3 未达标 0/2 缺 东一村、东二村、西一村");
    handIn("work", "2025-11-09", "east", "{\"e1\":{\"trips\":1},\"e2\":{\"trips\":0}}");
    handIn("work", "2025-11-09", "west", "{\"w1\":{\"trips\":\"不适用\"}}");
    assertThat(lines("villages", "2025-11-09")).containsExactly("全部 1/2 未达标 2/2 缺 东二村");
    assertThat(lines("answered", "2025-11-09")).containsExactly("全部 3/3 达标 2/2");
    handIn("work", "2025-11-16", "east", "{\"e2\":{\"trips\":2}}");
    assertThat(lines("villages", "2025-11-16")).containsExactly("全部 2/2 达标 3/4");
  }

  @Test
  void takes_the_column_without_a_type_from_the_ledger() {
    handIn(
        "tasks",
        "2025-11-09",
        "east",
        "{\"ledger\":{\"done\":1},\"rate\":{\"done\":91.5},\"plain\":{}}");
    handIn("tasks", "2025-11-09", "west", "{\"ledger\":{\"done\":7}}");
    handIn("tasks", "2025-11-16", "east", "{\"ledger\":{\"done\":1},\"rate\":{\"done\":89.5}}");
    assertThat(lines("ledger", "2025-11-09")).containsExactly("全部 1/2 未达标 1/1");
    assertThat(lines("ledger", "2025-11-16")).containsExactly("全部 2/2 达标 2/2");
    assertThat(lines("rate", "2025-11-09")).containsExactly("全部 91.5/90 达标 1/1");
    assertThat(lines("rate", "2025-11-16")).containsExactly("全部 89.5/90 未达标 2/2");
    assertThat(campaign.form(new FormId("tasks")).findItem("plain").orElseThrow().cells())
        .hasSize(1);
  }
}

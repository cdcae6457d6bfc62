package nuanbao.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.CheckFailure;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How rules are written, where they run, and what they mean for what is handed in. */
class ChecksTest {
  private static final String CAMPAIGN =
      """
      { "nuanbao": 1, "id": "t", "title": "t", "from": "2026-01-01", "to": "2026-01-31",
        "calendar": { "zone": "Asia/Shanghai" },
        "duties": { "d": { "reporters": ["甲"], "forms": ["f"],
          "rounds": { "repeat": "weekly", "due": { "weekday": "friday" }, "tail": "last-day" } } } }
      """;
  private static final String UNITS =
      """
      { "levels": { "top": "级" }, "units": [ { "id": "a", "name": "甲", "level": "top" } ] }
      """;
  private static final String FORM =
      """
      { "title": "f",
        "rows": { "of": "fixed", "rows": {
          "r1": { "title": "一", "code": "01" }, "r2": { "title": "二", "code": "02" }, "r3": { "title": "三", "code": "03" } } },
        "row": { "overTime": "flow", "properties": {
          "x": { "title": "甲", "$ref": "nuanbao:count" }, "y": { "title": "乙", "$ref": "nuanbao:count", "optional": true } } },
        "checks": [ %s ] }
      """;

  @TempDir private Path folder = Path.of("");
  private final MemorySubmissionStore store = new MemorySubmissionStore();

  private Outcome<Campaign> read(String checks) {
    Campaigns.write(
        folder,
        Map.of(
            "campaign.json", CAMPAIGN,
            "units.json", UNITS,
            "forms/f.json", FORM.formatted(checks)));
    return Nuanbao.create().read(folder);
  }

  /** Hands in three rows of x and y, blanks as a dash; what is said of it. */
  private List<String> told(String checks, String round, String rows, String explanations) {
    Intake intake = Nuanbao.create().intake(read(checks).orElseThrow(), store);
    StringBuilder json = new StringBuilder();
    String[] cells = rows.split(" ");
    for (int i = 0; i < 3; i++) {
      String y = cells[2 * i + 1];
      json.append(i == 0 ? "" : ",")
          .append(
              "\"r%d\":{\"x\":%s%s}"
                  .formatted(i + 1, cells[2 * i], y.equals("-") ? "" : ",\"y\":" + y));
    }
    String sent =
        "{\"forms\":{\"f\":{\"rows\":{%s},\"explanations\":{%s}}}}".formatted(json, explanations);
    Outcome<?> outcome =
        intake.submit(
            Campaigns.key("d", round, "a"),
            Campaigns.bytes(sent),
            "sent.json",
            Campaigns.at(round + "T09:00:00Z"));
    List<String> told =
        outcome.problems().stream().map(one -> one.code() + " " + one.cell()).toList();
    return outcome instanceof Outcome.Accepted || told.isEmpty()
        ? told
        : Stream.concat(Stream.of("refused"), told.stream()).toList();
  }

  private List<String> told(String checks, String rows) {
    return told(checks, "2026-01-02", rows, "");
  }

  @Test
  void refuses_an_explanation_that_cannot_be_printed() {
    String check = "{ \"id\": \"c\", \"severity\": \"explain\", \"rule\": \"甲 >= 乙\" }";
    assertThat(told(check, "2026-01-02", "1 2 1 1 1 1", "\"c\": \"原因写在这里\\u0001\""))
        .containsExactly("refused", "answers-format null", "check-explained 一 / 甲");
  }

  @Test
  void runs_a_rule_about_columns_in_every_row_or_in_those_it_names() {
    assertThat(told("{ \"id\": \"c\", \"rule\": \"甲 >= 乙\" }", "1 2 1 1 1 3"))
        .containsExactly("refused", "check-failed 一 / 甲", "check-failed 三 / 甲");
    assertThat(told("{ \"id\": \"c\", \"rule\": \"甲 >= 乙\", \"rows\": [\"03\"] }", "1 2 1 1 1 3"))
        .containsExactly("refused", "check-failed 三 / 甲");
  }

  @Test
  void runs_a_rule_about_rows_in_every_column_or_in_those_it_names() {
    assertThat(told("{ \"id\": \"c\", \"rule\": \"r01 + r02 = r03\" }", "1 1 1 1 3 3"))
        .containsExactly("refused", "check-failed 一 / 甲", "check-failed 一 / 乙");
    assertThat(
            told(
                "{ \"id\": \"c\", \"rule\": \"r01 + r02 = r03\", \"columns\": [\"乙\"] }",
                "1 1 1 1 3 3"))
        .containsExactly("refused", "check-failed 一 / 乙");
  }

  @Test
  void runs_a_rule_that_counts_rows_once() {
    assertThat(told("{ \"id\": \"c\", \"rule\": \"计数(各行 当 甲 > 1) <= 1\" }", "2 - 2 - 2 -"))
        .containsExactly("refused", "check-failed 各行");
  }

  @Test
  void runs_a_rule_only_where_its_condition_holds() {
    String check = "{ \"id\": \"c\", \"rule\": \"甲 >= 乙\", \"where\": \"乙 > 2\" }";
    assertThat(told(check, "1 2 1 1 1 3")).containsExactly("refused", "check-failed 三 / 甲");
  }

  @Test
  void states_one_rule_for_a_run() {
    String check =
        "{ \"id\": \"c\", \"rule\": \"r{n} <= r{n-1}\", \"for\": { \"n\": { \"from\": \"02\", \"to\": \"03\" } } }";
    assertThat(told(check, "3 - 2 - 1 -")).isEmpty();
    assertThat(told(check, "2026-01-09", "1 - 2 - 3 -", ""))
        .containsExactly("refused", "check-failed 二 / 甲", "check-failed 三 / 甲");
  }

  @Test
  void allows_a_difference_and_counts_blanks_as_zero_where_asked() {
    assertThat(told("{ \"id\": \"c\", \"rule\": \"甲 = 乙\", \"tolerance\": 1 }", "1 2 1 3 1 1"))
        .containsExactly("refused", "check-failed 二 / 甲");
    assertThat(told("{ \"id\": \"c\", \"rule\": \"甲 <= 乙\" }", "1 - 1 1 1 1")).isEmpty();
    assertThat(
            told(
                "{ \"id\": \"c\", \"rule\": \"甲 <= 乙\", \"blankIsZero\": true }",
                "2026-01-09",
                "1 - 1 1 1 1",
                ""))
        .containsExactly("refused", "check-failed 一 / 甲");
  }

  @Test
  void takes_in_what_the_recipient_may_excuse_and_what_is_only_remarked_on() {
    assertThat(
            told(
                "{ \"id\": \"c\", \"rule\": \"甲 >= 乙\", \"severity\": \"must-or-excused\" }",
                "1 2 1 1 1 1"))
        .containsExactly("check-needs-excuse 一 / 甲");
  }

  @Test
  void asks_for_an_explanation_of_six_characters() {
    String check = "{ \"id\": \"c\", \"rule\": \"甲 >= 乙\", \"severity\": \"explain\" }";
    assertThat(told(check, "1 2 1 1 1 1"))
        .containsExactly("refused", "check-needs-explanation 一 / 甲");
    assertThat(told(check, "2026-01-02", "1 2 1 1 1 1", "\"c\": \"有原因\""))
        .contains("refused", "answers-length null");
    assertThat(told(check, "2026-01-02", "1 2 1 1 1 1", "\"c\": \"上周漏报，本周补\""))
        .containsExactly("check-explained 一 / 甲");
  }

  @Test
  void tells_of_jumps_against_the_last_round() {
    String check =
        "{ \"id\": \"c\", \"jump\": 50, \"columns\": [\"甲\"], \"severity\": \"remark\" }";
    assertThat(told(check, "2026-01-02", "10 1 10 1 0 1", "")).isEmpty();
    assertThat(told(check, "2026-01-09", "16 9 15 1 7 1", ""))
        .containsExactly("check-remark 一 / 甲");
  }

  @Test
  void leaves_a_rule_out_that_the_campaign_does_not_hold() {
    assertThat(
            told(
                "{ \"id\": \"c\", \"rule\": \"甲 >= 乙\", \"off\": true, \"printed\": \"1≥2\", \"reason\": \"表印错了\" }",
                "1 2 1 1 1 1"))
        .isEmpty();
  }

  @Test
  void tells_rows_and_columns_that_are_not_there() {
    List<Problem> problems =
        read("{ \"id\": \"c\", \"rule\": \"甲 >= 乙\", \"rows\": [\"四\"], \"columns\": [\"丙\"] }")
            .problems();
    assertThat(problems.stream().map(one -> one.code() + " " + one.message(Language.CHINESE)))
        .containsExactlyInAnyOrder("unknown-item 没有叫“四”的行", "unknown-column 没有叫“丙”的栏目");
  }

  private CheckFailure failure(String checks, String sent) {
    Outcome<?> outcome =
        Nuanbao.create()
            .intake(read(checks).orElseThrow(), store)
            .submit(
                Campaigns.key("d", "2026-01-02", "a"),
                Campaigns.bytes(sent),
                "sent.json",
                Campaigns.at("2026-01-02T09:00:00Z"));
    return Objects.requireNonNull(outcome.problems().get(0).failure());
  }

  @Test
  void names_the_cells_concerned_and_both_sides_for_programs() {
    String sent =
        """
        {"forms":{"f":{"rows":{"r1":{"x":1},"r2":{"x":2},"r3":{"x":4}}}}}
        """;
    CheckFailure failure = failure("{ \"id\": \"c\", \"rule\": \"r01 + r02 = r03\" }", sent);
    assertThat(failure.check()).isEqualTo("c");
    assertThat(failure.cells().stream().map(CellPosition::toString))
        .containsExactly("一 / 甲", "二 / 甲", "三 / 甲");
    CheckFailure.Sides sides = failure.sides().orElseThrow();
    assertThat(sides.left().chinese()).isEqualTo("一 1 + 二 2 = 3");
    assertThat(sides.right().chinese()).isEqualTo("三 4");
    assertThat(sides.difference().map(BigDecimal::toPlainString)).contains("-1");
    assertThat(failure("{ \"id\": \"c\", \"rule\": \"合计(各行.x) = r01.x\" }", sent).cells())
        .hasSize(3);
  }

  @Test
  void tells_what_fails_in_the_order_of_the_table() {
    String checks =
        """
        { "id": "down", "rule": "r02 >= r03" }, { "id": "b", "rule": "乙 >= 甲" }, { "id": "a", "rule": "甲 >= 10" }
        """;
    assertThat(told(checks, "12 1 11 11 12 12"))
        .containsExactly(
            "refused", "check-failed 一 / 乙", "check-failed 二 / 甲", "check-failed 二 / 乙");
  }
}

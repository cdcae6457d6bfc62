package nuanbao.engine.rollup;

import static nuanbao.engine.Campaigns.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.formula.Value;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.UnitId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two townships with two villages each; the first also types figures of its own. */
class RollupPlanTest {
  private static final FormId FORM = new FormId("table");
  private static final String FIRST = "2022-01-04";
  private static final String SECOND = "2022-01-11";

  private static final Map<String, String> FILES =
      Map.of(
          "campaign.json",
          """
          { "nuanbao": 1, "id": "t", "title": "t", "from": "2022-01-01", "to": "2022-01-11",
            "calendar": { "zone": "Asia/Shanghai", "onHoliday": "as-is" },
            "duties": { "weekly": { "reporters": [{ "level": "town" }], "forms": ["table"],
              "rounds": { "repeat": "weekly", "due": { "weekday": "tuesday" } } } } }
          """,
          "units.json",
          """
          { "levels": { "county": "县", "town": "乡", "village": "村" },
            "units": [{ "id": "county", "name": "县", "units": [
              { "id": "east", "name": "东", "units": [{ "name": "e1" }, { "name": "e2" }] },
              { "id": "west", "name": "西", "units": [{ "name": "w1" }, { "name": "w2" }] } ] }] }
          """,
          "forms/table.json",
          """
          { "title": "t",
            "rows": { "of": "units", "units": [{ "level": "village" }], "own": ["east"] },
            "row": { "properties": {
              "stock": { "$ref": "nuanbao:balance", "overTime": "stock" },
              "flow": { "type": "number", "decimals": 4, "overTime": "flow" },
              "huge": { "type": "number", "decimals": 8, "overTime": "flow", "optional": true },
              "ratio": { "type": "number", "decimals": 2, "formula": "flow ÷ stock" },
              "kept": { "$ref": "nuanbao:count", "overTime": "flow", "rollup": "none" },
              "distinct": { "$ref": "nuanbao:text", "rollup": "distinct", "overTime": "flow" },
              "joined": { "$ref": "nuanbao:text", "rollup": "join", "overTime": "stock" } } } }
          """);

  @TempDir private Path folder;
  private Campaign campaign;
  private final List<Submission> handedIn = new ArrayList<>();

  @BeforeEach
  void read() {
    campaign = Nuanbao.create().read(Campaigns.write(folder, FILES)).orElseThrow();
  }

  /** Hands in rows written as {@code e1: stock=1 flow=0.5}. */
  private void handIn(String unit, String round, String... rows) {
    Form form = campaign.form(FORM);
    Map<RowKey, Map<ColumnPath, Value>> cells = new HashMap<>();
    for (String row : rows) {
      String[] parts = row.split(": ", -1);
      Map<ColumnPath, Value> values = new HashMap<>();
      for (String cell : parts[1].isEmpty() ? new String[0] : parts[1].split(" ")) {
        ColumnPath path = new ColumnPath(cell.substring(0, cell.indexOf('=')));
        String value = cell.substring(cell.indexOf('=') + 1);
        values.put(
            path,
            form.indicator(path).isNumber() ? Value.of(new BigDecimal(value)) : Value.of(value));
      }
      cells.put(new RowKey(new UnitId(parts[0])), values);
    }
    Answers answers = new Answers(FORM, Map.of(), cells, Map.of());
    handedIn.add(
        new Submission(
            key("weekly", round, unit),
            1,
            Optional.empty(),
            Instant.EPOCH,
            false,
            Map.of(FORM, answers)));
  }

  private Figures run(String... rounds) {
    List<RoundId> ids = Arrays.stream(rounds).map(id -> RoundId.read(id).orElseThrow()).toList();
    return plan().run(ids, handedIn);
  }

  private RollupPlan plan() {
    Duty duty = campaign.duties().get(0);
    return RollupPlan.of(campaign.form(FORM), duty, campaign.units());
  }

  /** One column of all rows, as {@code 县=1.5 东=1 …}; blanks left out. */
  private String column(Figures figures, String path) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < figures.rows().size(); i++) {
      Value value = figures.value(i, campaign.form(FORM).indicator(new ColumnPath(path)));
      String title = figures.rows().get(i).title();
      if (value instanceof Value.Number number) {
        texts.add(title + "=" + number.amount().stripTrailingZeros().toPlainString());
      } else if (value instanceof Value.Words words) {
        texts.add(title + "=" + words.text());
      } else if (value instanceof Value.Failed) {
        texts.add(title + "=!");
      }
    }
    return String.join(" ", texts);
  }

  @Test
  void stands_in_tree_order_with_own_figures_before_the_units_below() {
    assertThat(run(FIRST).rows())
        .extracting(row -> row.kind() + " " + row.title() + " " + row.depth())
        .containsExactly(
            "TOTAL 县 0",
            "TOTAL 东 1",
            "OWN 东本级 2",
            "TYPED e1 2",
            "TYPED e2 2",
            "TOTAL 西 1",
            "TYPED w1 2",
            "TYPED w2 2");
  }

  @Test
  void adds_own_figures_and_those_below_exactly() {
    handIn("east", FIRST, "east: flow=0.1", "e1: flow=0.2", "e2: flow=0.0003");
    handIn("west", FIRST, "w1: flow=1", "w2: flow=2");
    assertThat(column(run(FIRST), "flow"))
        .isEqualTo("县=3.3003 东=0.3003 东本级=0.1 e1=0.2 e2=0.0003 西=3 w1=1 w2=2");
  }

  @Test
  void takes_a_blank_as_nothing_and_nothing_but_blanks_as_blank() {
    handIn("east", FIRST, "e1: stock=0", "e2: ");
    assertThat(column(run(FIRST), "stock")).isEqualTo("县=0 东=0 e1=0");
    assertThat(column(run(FIRST), "flow")).isEmpty();
  }

  @Test
  void adds_flows_over_rounds_and_keeps_the_latest_stock_that_was_reported() {
    handIn("east", FIRST, "e1: stock=10 flow=1", "e2: stock=5 flow=1");
    handIn("east", SECOND, "e1: stock=12 flow=2");
    assertThat(column(run(FIRST, SECOND), "stock")).isEqualTo("县=17 东=17 e1=12 e2=5");
    assertThat(column(run(FIRST, SECOND), "flow")).isEqualTo("县=4 东=4 e1=3 e2=1");
    assertThat(column(run(SECOND), "stock")).isEqualTo("县=12 东=12 e1=12");
  }

  @Test
  void computes_a_ratio_again_over_the_sums() {
    handIn("east", FIRST, "e1: stock=1 flow=1", "e2: stock=3 flow=1");
    assertThat(column(run(FIRST), "ratio"))
        .isEqualTo("县=0.5 东=0.5 e1=1 e2=0.3333333333333333333333333333333333");
  }

  @Test
  void leaves_a_column_without_roll_up_where_it_was_written() {
    handIn("east", FIRST, "e1: kept=1", "e2: kept=2");
    assertThat(column(run(FIRST), "kept")).isEqualTo("e1=1 e2=2");
  }

  @Test
  void joins_texts_in_the_order_of_the_tree() {
    handIn("west", FIRST, "w1: distinct=甲、丙 joined=三");
    handIn("east", FIRST, "e2: distinct=甲，乙 joined=二", "e1: distinct=乙 joined=一");
    assertThat(column(run(FIRST), "distinct")).isEqualTo("县=乙、甲、丙 东=乙、甲 e1=乙 e2=甲，乙 西=甲、丙 w1=甲、丙");
    assertThat(column(run(FIRST), "joined")).isEqualTo("县=一；二；三 东=一；二 e1=一 e2=二 西=三 w1=三");
  }

  @Test
  void takes_texts_apart_over_several_rounds_even_where_one_was_written() {
    handIn("east", FIRST, "e1: flow=1", "e2: distinct=甲，乙");
    handIn("east", SECOND, "e1: flow=1", "e2: flow=1");
    assertThat(column(run(FIRST, SECOND), "distinct")).isEqualTo("县=甲、乙 东=甲、乙 e2=甲、乙");
  }

  @Test
  void fails_a_sum_that_does_not_fit_and_never_wraps() {
    handIn("east", FIRST, "e1: huge=90000000000", "e2: huge=90000000000");
    handIn("west", FIRST, "w1: huge=1");
    assertThat(column(run(FIRST), "huge"))
        .isEqualTo("县=! 东=! e1=90000000000 e2=90000000000 西=1 w1=1");
  }

  @Test
  void lets_what_a_reporter_sent_later_take_the_place_of_what_it_sent_before() {
    handIn("east", FIRST, "e1: stock=1 flow=1 joined=一", "e2: flow=1");
    handIn("east", FIRST, "e1: flow=5");
    assertThat(column(run(FIRST), "flow")).isEqualTo("县=5 东=5 e1=5");
    assertThat(column(run(FIRST), "stock")).isEmpty();
    assertThat(column(run(FIRST), "joined")).isEmpty();
    assertThat(run(FIRST).coverage(0)).isEqualTo(new Coverage(2, 1, 2));
  }

  @Test
  void leaves_figures_as_they_were_when_more_is_taken_in() {
    RollupPlan plan = plan();
    Reported reported = plan.reported(RoundId.read(FIRST).orElseThrow());
    handIn("east", FIRST, "e1: flow=1 joined=一");
    handIn("west", FIRST, "w1: flow=2 joined=三");
    reported.take(handedIn.get(0));
    Figures before = plan.addUp(List.of(reported));
    reported.take(handedIn.get(1));
    assertThat(column(before, "flow")).isEqualTo("县=1 东=1 e1=1");
    assertThat(column(before, "joined")).isEqualTo("县=一 东=一 e1=一");
    assertThat(column(plan.addUp(List.of(reported)), "flow")).isEqualTo("县=3 东=1 e1=1 西=2 w1=2");
  }

  @Test
  void refuses_what_was_taken_in_by_another_plan() {
    Reported other = plan().reported(RoundId.read(FIRST).orElseThrow());
    assertThatThrownBy(() -> plan().addUp(List.of(other)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void counts_what_each_row_rests_on() {
    handIn("east", FIRST, "east: flow=1", "e1: flow=1");
    handIn("east", SECOND, "east: flow=1", "e1: flow=1", "e2: flow=1");
    handIn("west", SECOND, "w1: flow=1", "w2: flow=1");
    Figures figures = run(FIRST, SECOND);
    List<String> coverage = new ArrayList<>();
    for (int i = 0; i < figures.rows().size(); i++) {
      Coverage one = figures.coverage(i);
      FormRow row = figures.rows().get(i);
      coverage.add(
          "%s %d/%d/%d".formatted(row.title(), one.received(), one.expected(), one.blankRows()));
    }
    assertThat(coverage)
        .containsExactly(
            "县 3/4/1",
            "东 2/2/1",
            "东本级 2/2/0",
            "e1 2/2/0",
            "e2 2/2/1",
            "西 1/2/0",
            "w1 1/2/0",
            "w2 1/2/0");
    assertThat(figures.missing()).extracting(unit -> unit.id().value()).containsExactly("west");
  }
}

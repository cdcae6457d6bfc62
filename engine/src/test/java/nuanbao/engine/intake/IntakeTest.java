package nuanbao.engine.intake;

import static nuanbao.engine.Campaigns.bytes;
import static nuanbao.engine.Campaigns.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Outcome.Accepted;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.submission.SubmissionKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gate, as an ordinary reporter of the small example meets it: a township, every Tuesday 17:30.
 */
class IntakeTest {
  private static final Campaign CAMPAIGN = Campaigns.read("example-small");
  private static final SubmissionKey EAST = key("visits", "2022-01-18", "east");
  private static final Instant DUE = Instant.parse("2022-01-18T09:30:00Z");
  private static final String ROW =
      """
      { "home": { "people": 30, "visited": %s }, "away": { "homes": 4, "visited": 2 }, "amount": %s }
      """;

  private final MemorySubmissionStore store = new MemorySubmissionStore();
  private final Intake intake = Nuanbao.create().intake(CAMPAIGN, store);

  private static String sheet(String rows, String more) {
    return "{ \"forms\": { \"table\": { \"rows\": { " + rows + " } } }" + more + " }";
  }

  private static String row(String unit, String visited, String amount) {
    return "\"" + unit + "\": " + ROW.formatted(visited, amount);
  }

  private static final String GOOD = row("willow", "10", "0.5") + "," + row("stone", "0", "0");

  private Outcome<Receipt> submit(SubmissionKey key, String json, Instant at) {
    return intake.submit(key, bytes(json), "a.json", at);
  }

  private List<String> codes(String json) {
    return submit(EAST, json, DUE).problems().stream().map(one -> one.code().code()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2022-01-11T15:59:59Z, window-not-open",
    "2022-01-11T16:00:00Z, ''",
    "2022-01-18T09:29:59Z, ''",
    "2022-01-18T09:30:00Z, ''",
    "2022-01-18T09:30:01Z, window-closed"
  })
  void opens_and_closes_to_the_second(Instant at, String code) {
    Outcome<Receipt> outcome = submit(EAST, sheet(GOOD, ""), at);
    assertThat(outcome instanceof Accepted).isEqualTo(code.isEmpty());
    assertThat(String.join(" ", outcome.problems().stream().map(one -> one.code().code()).toList()))
        .isEqualTo(code);
    assertThat(store.findLatest(EAST).isPresent()).isEqualTo(code.isEmpty());
  }

  @Test
  void says_when_it_closed_and_when_the_next_round_opens() {
    Problem problem = submit(EAST, sheet(GOOD, ""), DUE.plusSeconds(1)).problems().get(0);
    assertThat(problem.message(Language.CHINESE))
        .isEqualTo("这一期 2022-01-18 17:30:00 截止，现在是 2022-01-18 17:30:01");
    assertThat(problem.remedy(Language.CHINESE))
        .contains("下一期：2022-01-25（2022-01-19 00:00:00 起，2022-01-25 17:30:00 止）");
  }

  @Test
  void answers_a_replay_as_before_whenever_it_comes() {
    String json = sheet(GOOD, ", \"id\": \"c-1\"");
    Receipt first = submit(EAST, json, DUE).orElseThrow();
    Receipt again = submit(EAST, json, DUE.plusSeconds(86_400)).orElseThrow();
    assertThat(again).isEqualTo(first);
    assertThat(store.latestOf(EAST.duty())).hasSize(1);
  }

  @Test
  void takes_no_other_contents_under_an_id_that_was_used() {
    submit(EAST, sheet(GOOD, ", \"id\": \"c-1\""), DUE).orElseThrow();
    String changed = sheet(row("willow", "11", "0.5"), ", \"id\": \"c-1\"");
    assertThat(codes(changed)).containsExactly("submission-id-reused");
  }

  @Test
  void lets_nobody_overwrite_a_version_unseen() {
    submit(EAST, sheet(GOOD, ""), DUE).orElseThrow();
    assertThat(codes(sheet(GOOD, ""))).containsExactly("submission-outdated");
    Receipt second = submit(EAST, sheet(GOOD, ", \"basedOn\": 1"), DUE).orElseThrow();
    assertThat(second.version()).isEqualTo(2);
  }

  @Test
  void tells_a_row_left_out_without_refusing_the_rest() {
    Outcome<Receipt> outcome = submit(EAST, sheet(row("willow", "10", "0.5"), ""), DUE);
    assertThat(outcome).isInstanceOf(Accepted.class);
    assertThat(outcome.problems())
        .singleElement()
        .satisfies(one -> assertThat(one.code()).hasToString("answers-missing-row"));
  }

  @ParameterizedTest
  @MethodSource
  void refuses(String json, List<String> expected) {
    assertThat(codes(json))
        .filteredOn(code -> !code.equals("answers-missing-row"))
        .isEqualTo(expected);
    assertThat(store.findLatest(EAST)).isEmpty();
  }

  static Stream<Arguments> refuses() {
    return Stream.of(
        argumentSet("what is no JSON", "你好", List.of("json-syntax")),
        argumentSet("a list", "[]", List.of("wrong-type")),
        argumentSet("nothing at all", "{}", List.of("missing-key")),
        argumentSet("a missing form", "{\"forms\": {}}", List.of("answers-missing-form")),
        argumentSet(
            "an unknown form",
            "{\"forms\": {\"table\": {\"rows\": {" + GOOD + "}}, \"x\": {}}}",
            List.of("answers-unknown-form")),
        argumentSet(
            "a unit that is not ours",
            sheet(GOOD + "," + row("pine", "1", "1"), ""),
            List.of("answers-unknown-row")),
        argumentSet(
            "a unit that nobody knows",
            sheet(GOOD + "," + row("moon", "1", "1"), ""),
            List.of("answers-unknown-row")),
        argumentSet(
            "an unknown column",
            sheet(GOOD.replaceFirst("\"amount\": 0.5", "\"amount\": 0.5, \"amuont\": 1"), ""),
            List.of("answers-unknown-column")),
        argumentSet(
            "a cell left out",
            sheet(GOOD.replaceFirst(", \"amount\": 0.5", ""), ""),
            List.of("answers-missing-cell")),
        argumentSet(
            "a group left out, cell by cell",
            sheet(GOOD.replaceFirst("\"home\": \\{[^}]*}, ", ""), ""),
            List.of("answers-missing-cell", "answers-missing-cell")),
        argumentSet("null", sheet(row("willow", "null", "0"), ""), List.of("answers-null")),
        argumentSet(
            "words for a number", sheet(row("willow", "\"十\"", "0"), ""), List.of("answers-type")),
        argumentSet(
            "a number in quotes", sheet(row("willow", "\"10\"", "0"), ""), List.of("answers-type")),
        argumentSet("half a person", sheet(row("willow", "0.5", "0"), ""), List.of("answers-type")),
        argumentSet(
            "a negative count",
            sheet(row("willow", "-1", "0"), ""),
            List.of("answers-out-of-range")),
        argumentSet(
            "seven decimals",
            sheet(row("willow", "1", "0.1234567"), ""),
            List.of("answers-decimals")),
        argumentSet(
            "an exponent",
            sheet(row("willow", "1", "1e999999999"), ""),
            List.of("number-exponent")),
        argumentSet(
            "40 digits", sheet(row("willow", "1", "1".repeat(40)), ""), List.of("number-too-long")),
        argumentSet(
            "a key twice",
            sheet(GOOD.replaceFirst("\"amount\": 0.5", "\"amount\": 0.5, \"amount\": 1"), ""),
            List.of("json-duplicate-key")),
        argumentSet("text behind it", sheet(GOOD, "") + " ok", List.of("json-syntax")),
        argumentSet(
            "an explanation of a check that must hold",
            "{\"forms\": {\"table\": {\"rows\": {"
                + GOOD
                + "}, \"explanations\": {\"visited-at-most-home\": \"x\"}}}}",
            List.of("answers-unknown-check")),
        argumentSet("an empty id", sheet(GOOD, ", \"id\": \"\""), List.of("answers-length")),
        argumentSet(
            "an id that cannot be printed",
            sheet(GOOD, ", \"id\": \"a\\u0000\""),
            List.of("answers-format")),
        argumentSet(
            "half a character",
            sheet(GOOD, ", \"id\": \"\\ud800\""),
            List.of("json-half-character")),
        argumentSet("an unknown key", sheet(GOOD, ", \"user\": 1"), List.of("unknown-key")),
        argumentSet("10,000 levels", "[".repeat(10_000), List.of("json-too-deep")),
        argumentSet(
            "a failed check, told with a mistake in another row",
            sheet(row("willow", "31", "0") + "," + row("stone", "0", "\"x\""), ""),
            List.of("answers-type", "check-failed")));
  }

  @Test
  void refuses_fifty_megabytes() {
    byte[] large = ("[\"" + "x".repeat(50 << 20) + "\"]").getBytes(StandardCharsets.UTF_8);
    assertThat(intake.submit(EAST, large, "a.json", DUE).problems())
        .extracting(one -> one.code().code())
        .containsExactly("file-too-large");
  }

  @ParameterizedTest
  @CsvSource({
    "nothing, 2022-01-18, east, unknown-duty",
    "visits, 2022-01-19, east, unknown-round",
    "visits, 2022-01-18, willow, not-a-reporter",
    "visits, 2022-01-18, moon, not-a-reporter"
  })
  void refuses_what_is_nobodys_to_report(String duty, String round, String unit, String code) {
    Outcome<Receipt> outcome = submit(key(duty, round, unit), sheet(GOOD, ""), DUE);
    assertThat(outcome.problems()).extracting(one -> one.code().code()).containsExactly(code);
  }

  @Test
  void places_a_failed_check_at_its_cell_with_both_sides() {
    Problem problem =
        submit(EAST, sheet(row("willow", "31", "0") + "," + row("stone", "0", "0"), ""), DUE)
            .problems()
            .get(0);
    assertThat(problem.message(Language.CHINESE))
        .isEqualTo("柳树村 / 返乡农民工.走访：审核关系不成立：返乡农民工.走访 31 > 返乡农民工.人数 30（差 1）");
    assertThat(problem.cell()).isNotNull();
    assertThat(String.valueOf(problem.cell())).isEqualTo("柳树村 / 返乡农民工.走访");
  }
}

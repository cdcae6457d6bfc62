package nuanbao.engine.intake;

import static nuanbao.engine.Campaigns.at;
import static nuanbao.engine.Campaigns.bytes;
import static nuanbao.engine.Campaigns.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormView;
import nuanbao.engine.memory.MemoryReviewStore;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Outcome.Accepted;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.submission.Acceptance;
import nuanbao.engine.submission.Excuse;
import nuanbao.engine.submission.Standing;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.submission.Waiver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a reviewer decides. The form has two rows and a check of each severity, called by it: each
 * number is at most 10.
 */
class ReviewTest {
  private static final String DEFINITION =
      """
      { "nuanbao": 1, "id": "t", "title": "t", "from": "2026-01-01", "to": "2026-01-31",
        "calendar": { "zone": "Asia/Shanghai" },
        "duties": { "d": { "reporters": ["甲镇", "乙镇"], "forms": ["f"],
          "rounds": { "repeat": "weekly", "due": { "weekday": "friday" }, "tail": "last-day" } } } }
      """;
  private static final String UNITS =
      """
      { "levels": { "county": "县", "town": "镇" },
        "units": [ { "id": "c", "name": "某县", "units": [
          { "id": "a", "name": "甲镇" }, { "id": "b", "name": "乙镇" } ] } ] }
      """;
  private static final String FORM =
      """
      { "title": "f",
        "rows": { "of": "fixed", "rows": { "r1": { "title": "一" }, "r2": { "title": "二" } } },
        "row": { "overTime": "flow", "properties": {
          "m": { "title": "强", "$ref": "nuanbao:count" },
          "x": { "title": "准", "$ref": "nuanbao:count" },
          "e": { "title": "核", "$ref": "nuanbao:count" },
          "r": { "title": "提", "$ref": "nuanbao:count" } } },
        "checks": [
          { "id": "remark", "rule": "提 <= 10", "severity": "remark" },
          { "id": "explain", "rule": "核 <= 10", "severity": "explain" },
          { "id": "excusable", "rule": "准 <= 10", "severity": "must-or-excused" },
          { "id": "must", "rule": "强 <= 10" },
          { "id": "growth", "rule": "强 >= 上期(强)" } ] }
      """;

  private static final SubmissionKey KEY = key("d", "2026-01-09", "a");
  private static final Instant SENT = at("2026-01-09T09:00:00Z");
  private static final Instant REVIEWED = at("2026-01-20T02:00:00Z");
  private static final String REASON = "分校并入本校";
  private static final String BY = "王敏";

  @TempDir private Path folder = Path.of("");
  private final MemorySubmissionStore store = new MemorySubmissionStore();
  private final MemoryReviewStore reviews = new MemoryReviewStore();

  private Campaign campaign() {
    Campaigns.write(
        folder, Map.of("campaign.json", DEFINITION, "units.json", UNITS, "forms/f.json", FORM));
    return Nuanbao.create().read(folder).orElseThrow();
  }

  private Intake intake() {
    return Nuanbao.create().intake(campaign(), store, reviews);
  }

  private Review review() {
    return Nuanbao.create().review(campaign(), store, reviews);
  }

  /** The numbers of both rows, in the order of the columns. */
  private static byte[] sheet(int basedOn, String numbers, String explanations) {
    String[] n = numbers.split(" ");
    String row = "{\"m\":%s,\"x\":%s,\"e\":%s,\"r\":%s}";
    return bytes(
        "{\"basedOn\":%d,\"forms\":{\"f\":{\"rows\":{\"r1\":%s,\"r2\":%s},\"explanations\":{%s}}}}"
            .formatted(
                basedOn,
                row.formatted(n[0], n[1], n[2], n[3]),
                row.formatted(n[4], n[5], n[6], n[7]),
                explanations));
  }

  private Outcome<Receipt> submit(int basedOn, String numbers) {
    return intake().submit(KEY, sheet(basedOn, numbers, ""), "sent.json", SENT);
  }

  private Outcome<Waiver> waive(String check, String reason) {
    return review().waive(KEY, excuse("f", check, reason), BY, REVIEWED);
  }

  private static Excuse excuse(String form, String check, String reason) {
    return new Excuse(new FormId(form), new CheckId(check), reason);
  }

  private Outcome<Acceptance> accept(int version) {
    return review().accept(KEY, version, BY, REVIEWED);
  }

  private static List<String> codes(Outcome<?> outcome) {
    return outcome.problems().stream().map(one -> one.code().code()).toList();
  }

  private static List<String> places(Outcome<?> outcome) {
    return outcome.problems().stream().map(one -> one.code() + " " + one.cell()).toList();
  }

  // What a waiver does to the checks.

  @ParameterizedTest
  @CsvSource({
    "must, 11 0 0 0 0 0 0 0, check-failed",
    "excusable, 0 11 0 0 0 0 0 0, check-needs-excuse",
    "explain, 0 0 11 0 0 0 0 0, check-needs-explanation",
    "remark, 0 0 0 11 0 0 0 0, check-remark"
  })
  void a_waived_check_of_any_severity_is_only_told(String check, String numbers, String before) {
    byte[] sent = sheet(0, numbers, "");
    assertThat(intake().look(KEY, sent, "sent.json").problems())
        .extracting(one -> one.code().code())
        .containsExactly(before);
    waive(check, REASON).orElseThrow();
    assertThat(intake().look(KEY, sent, "sent.json").problems())
        .extracting(one -> one.code().code())
        .containsExactly("check-waived");
    Outcome<Receipt> outcome = submit(0, numbers);
    assertThat(outcome).isInstanceOf(Accepted.class);
    assertThat(codes(outcome)).containsExactly("check-waived");
    assertThat(intake().remarks(store.findLatest(KEY).orElseThrow())).isEqualTo(outcome.problems());
  }

  @Test
  void a_waived_check_is_told_at_its_place_with_both_sides_why_and_by_whom() {
    waive("must", REASON).orElseThrow();
    Problem told = submit(0, "11 0 0 0 0 0 0 0").problems().get(0);
    assertThat(told.message(Language.CHINESE))
        .isEqualTo("一 / 强：审核关系不成立：强 11 > 10（差 1）（王敏已豁免：分校并入本校）");
    assertThat(String.valueOf(told.cell())).isEqualTo("一 / 强");
  }

  @Test
  void a_check_that_is_waived_and_holds_is_not_spoken_of() {
    waive("must", REASON).orElseThrow();
    assertThat(submit(0, "1 1 1 1 1 1 1 1").problems()).isEmpty();
  }

  @Test
  void a_waiver_is_for_one_check_one_unit_and_one_round() {
    waive("must", REASON).orElseThrow();
    assertThat(codes(submit(0, "11 0 11 0 0 0 0 0")))
        .containsExactlyInAnyOrder("check-waived", "check-needs-explanation");
    for (SubmissionKey other : List.of(key("d", "2026-01-09", "b"), key("d", "2026-01-16", "a"))) {
      Outcome<Receipt> outcome =
          intake()
              .submit(
                  other,
                  sheet(0, "11 0 0 0 0 0 0 0", ""),
                  "sent.json",
                  at(other.round() + "T09:00:00Z"));
      assertThat(codes(outcome)).containsExactly("check-failed");
    }
  }

  @Test
  void a_waived_check_asks_for_no_explanation() {
    assertThat(explanationsAsked("0 0 11 0 0 0 0 0", "")).containsExactly("");
    waive("explain", REASON).orElseThrow();
    assertThat(explanationsAsked("0 0 11 0 0 0 0 0", "")).isEmpty();
  }

  @Test
  void an_explanation_written_before_the_waiver_stays_with_the_sheet() {
    String explanation = "\"explain\":\"上周漏报，本周补\"";
    byte[] sent = sheet(0, "0 0 11 0 0 0 0 0", explanation);
    intake().submit(KEY, sent, "sent.json", SENT).orElseThrow();
    waive("explain", REASON).orElseThrow();
    assertThat(explanationsAsked("0 0 11 0 0 0 0 0", explanation)).containsExactly("上周漏报，本周补");
    assertThat(review().failed(store.findLatest(KEY).orElseThrow()))
        .singleElement()
        .satisfies(one -> assertThat(one.explanation()).contains("上周漏报，本周补"))
        .satisfies(one -> assertThat(one.waiver()).isPresent());
  }

  /** The texts of the places for explanations that the form shows. */
  private List<String> explanationsAsked(String numbers, String explanations) {
    SubmissionReader.Reading reading =
        intake().look(KEY, sheet(0, numbers, explanations), "sent.json");
    FormId form = new FormId("f");
    FormView.Written written =
        new FormView.Written(
            reading.contents().forms().getOrDefault(form, Answers.none(form)), Map.of());
    return Nuanbao.create()
        .form(campaign(), KEY, form, written, reading.problems(), store)
        .explanations()
        .stream()
        .map(FormView.Explanation::text)
        .toList();
  }

  // Granting a waiver.

  @ParameterizedTest
  @CsvSource({
    "分校并入本, waiver-reason-length",
    "'  分校并入本　 ', waiver-reason-length",
    "'', waiver-reason-length",
    "分校并入本校, ''",
    "'　分校并入本校\n', ''",
    "𠮷𠮷𠮷𠮷𠮷, waiver-reason-length",
    "𠮷𠮷𠮷𠮷𠮷𠮷, ''"
  })
  void a_reason_has_six_characters_or_more(String reason, String code) {
    Outcome<Waiver> outcome = waive("must", reason);
    assertThat(String.join(" ", codes(outcome))).isEqualTo(code);
    assertThat(review().waivers(KEY)).hasSize(code.isEmpty() ? 1 : 0);
  }

  @Test
  void a_reason_that_is_too_short_or_too_long_is_told_with_its_length() {
    assertThat(waive("must", "分校并入本").problems().get(0).message(Language.CHINESE))
        .isEqualTo("豁免的理由要写 6 至 2000 个字，现在是 5 个字");
    assertThat(waive("must", "字".repeat(2000))).isInstanceOf(Accepted.class);
    assertThat(codes(waive("remark", "字".repeat(2001)))).containsExactly("waiver-reason-length");
  }

  @Test
  void keeps_why_who_and_when() {
    Waiver waiver = waive("must", "  " + REASON + " ").orElseThrow();
    assertThat(waiver)
        .isEqualTo(new Waiver(KEY, new FormId("f"), new CheckId("must"), REASON, BY, REVIEWED));
    assertThat(review().waivers(KEY)).containsExactly(waiver);
  }

  @ParameterizedTest
  @CsvSource({
    "x, 2026-01-09, a, f, must, unknown-duty",
    "d, 2026-01-10, a, f, must, unknown-round",
    "d, 2026-01-09, c, f, must, not-a-reporter",
    "d, 2026-01-09, x, f, must, not-a-reporter",
    "d, 2026-01-09, a, g, must, unknown-form",
    "d, 2026-01-09, a, f, most, unknown-check"
  })
  void refuses_to_waive_what_is_not_there(
      String duty, String round, String unit, String form, String check, String code) {
    Outcome<Waiver> outcome =
        review().waive(key(duty, round, unit), excuse(form, check, REASON), BY, REVIEWED);
    assertThat(codes(outcome)).containsExactly(code);
  }

  @Test
  void tells_everything_that_is_wrong_with_an_excuse_together() {
    Outcome<Waiver> outcome =
        review().waive(key("d", "2026-01-10", "c"), excuse("f", "most", "x"), BY, REVIEWED);
    assertThat(codes(outcome))
        .containsExactly(
            "not-a-reporter", "unknown-round", "unknown-check", "waiver-reason-length");
    assertThat(outcome.problems().get(2).remedy(Language.CHINESE))
        .contains("可选：remark、explain、excusable、must、growth");
  }

  @Test
  void a_check_is_waived_once_and_the_same_excuse_is_answered_as_before() {
    Waiver first = waive("must", REASON).orElseThrow();
    Outcome<Waiver> again =
        review().waive(KEY, excuse("f", "must", REASON + " "), BY, REVIEWED.plusSeconds(60));
    assertThat(again.orElseThrow()).isEqualTo(first);
    assertThat(codes(waive("must", "另一个理由，也够长"))).containsExactly("waived-already");
    Outcome<Waiver> other =
        review().waive(KEY, excuse("f", "must", REASON), "李强", REVIEWED.plusSeconds(60));
    assertThat(other.problems().get(0).message(Language.CHINESE))
        .isEqualTo("审核关系“must”已由王敏在 2026-01-20 10:00:00 豁免：分校并入本校");
    assertThat(review().waivers(KEY)).containsExactly(first);
  }

  // Accepting.

  @Test
  void accepts_what_no_check_has_anything_against() {
    submit(0, "1 1 1 1 1 1 1 1").orElseThrow();
    assertThat(accept(1).orElseThrow()).isEqualTo(new Acceptance(KEY, 1, BY, REVIEWED));
  }

  @Test
  void accepts_with_explained_checks_and_remarks_and_tells_them() {
    byte[] sent = sheet(0, "0 0 11 11 0 0 0 0", "\"explain\":\"上周漏报，本周补\"");
    intake().submit(KEY, sent, "sent.json", SENT).orElseThrow();
    Outcome<Acceptance> outcome = accept(1);
    assertThat(outcome).isInstanceOf(Accepted.class);
    assertThat(codes(outcome)).containsExactly("check-explained", "check-remark");
  }

  @Test
  void refuses_until_every_excusable_check_that_fails_is_waived() {
    submit(0, "0 11 0 0 0 12 0 0").orElseThrow();
    Outcome<Acceptance> refused = accept(1);
    assertThat(places(refused))
        .containsExactly("acceptance-needs-excuse 一 / 准", "acceptance-needs-excuse 二 / 准");
    assertThat(refused.problems().get(1).message(Language.CHINESE))
        .isEqualTo("二 / 准：审核关系不成立：准 12 > 10（差 2）");
    assertThat(refused.problems().get(1).remedy(Language.CHINESE))
        .contains("请单位改正，或写明理由豁免（审核关系：excusable）");
    waive("excusable", REASON).orElseThrow();
    Outcome<Acceptance> accepted = accept(1);
    assertThat(accepted).isInstanceOf(Accepted.class);
    assertThat(places(accepted)).containsExactly("check-waived 一 / 准", "check-waived 二 / 准");
  }

  @Test
  void refuses_what_fails_since_an_earlier_round_was_changed() {
    SubmissionKey before = key("d", "2026-01-02", "a");
    Instant then = at("2026-01-02T09:00:00Z");
    intake().submit(before, sheet(0, "1 0 0 0 1 0 0 0", ""), "sent.json", then).orElseThrow();
    submit(0, "5 0 0 0 5 0 0 0").orElseThrow();
    intake().submit(before, sheet(1, "6 0 0 0 1 0 0 0", ""), "sent.json", then).orElseThrow();
    assertThat(places(accept(1))).containsExactly("check-failed 一 / 强");
    waive("growth", REASON).orElseThrow();
    assertThat(accept(1)).isInstanceOf(Accepted.class);
  }

  @Test
  void has_nothing_to_accept_where_nothing_was_handed_in() {
    Outcome<Acceptance> outcome = accept(1);
    assertThat(codes(outcome)).containsExactly("nothing-to-accept");
    assertThat(outcome.problems().get(0).message(Language.CHINESE)).isEqualTo("甲镇这一期还没有上报，没有可以验收的");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1, 3})
  void accepts_no_other_version_than_the_latest(int version) {
    submit(0, "1 1 1 1 1 1 1 1").orElseThrow();
    submit(1, "2 2 2 2 2 2 2 2").orElseThrow();
    Outcome<Acceptance> outcome = accept(version);
    assertThat(codes(outcome)).containsExactly("acceptance-outdated");
    assertThat(outcome.problems().get(0).message(Language.CHINESE))
        .isEqualTo("要验收的是第 %d 版，最新的是第 2 版".formatted(version));
  }

  @Test
  void answers_a_replay_as_before_whatever_came_after_it() {
    submit(0, "1 1 1 1 1 1 1 1").orElseThrow();
    Acceptance first = accept(1).orElseThrow();
    submit(1, "2 2 2 2 2 2 2 2").orElseThrow();
    assertThat(review().accept(KEY, 1, BY, REVIEWED.plusSeconds(60)).orElseThrow())
        .isEqualTo(first);
  }

  @Test
  void tells_somebody_else_who_accepted_it_and_when() {
    submit(0, "1 1 1 1 1 1 1 1").orElseThrow();
    accept(1).orElseThrow();
    Outcome<Acceptance> other = review().accept(KEY, 1, "李强", REVIEWED.plusSeconds(60));
    assertThat(codes(other)).containsExactly("accepted-already");
    assertThat(other.problems().get(0).message(Language.CHINESE))
        .isEqualTo("第 1 版已由王敏在 2026-01-20 10:00:00 验收");
  }

  @Test
  void a_version_handed_in_after_the_acceptance_is_not_accepted() {
    submit(0, "1 1 1 1 1 1 1 1").orElseThrow();
    accept(1).orElseThrow();
    assertThat(intake().standing(KEY, SENT).isAccepted()).isTrue();
    submit(1, "2 2 2 2 2 2 2 2").orElseThrow();
    assertThat(intake().standing(KEY, SENT).isAccepted()).isFalse();
    assertThat(progress().isAccepted()).isFalse();
    assertThat(accept(2)).isInstanceOf(Accepted.class);
    assertThat(progress().acceptance()).map(Acceptance::version).contains(2);
  }

  private Standing progress() {
    return intake().progress(KEY.duty(), KEY.round(), SENT).entrySet().stream()
        .filter(one -> one.getKey().id().equals(KEY.unit()))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-01-01T00:00:00Z",
        "2026-01-09T09:59:59Z",
        "2026-01-09T10:00:01Z",
        "2099-01-01T00:00:00Z"
      })
  void reviews_at_any_moment(Instant moment) {
    submit(0, "0 11 0 0 0 0 0 0").orElseThrow();
    assertThat(review().waive(KEY, excuse("f", "excusable", REASON), BY, moment))
        .isInstanceOf(Accepted.class);
    assertThat(review().accept(KEY, 1, BY, moment).orElseThrow().at()).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource({
    "x, 2026-01-09, a, unknown-duty",
    "d, 2026-01-10, a, unknown-round",
    "d, 2026-01-09, c, not-a-reporter"
  })
  void refuses_to_accept_what_is_nobodys_to_report(
      String duty, String round, String unit, String code) {
    assertThat(codes(review().accept(key(duty, round, unit), 1, BY, REVIEWED)))
        .containsExactly(code);
  }

  @Test
  void lists_what_fails_once_for_each_check_the_most_binding_first() {
    byte[] sent = sheet(0, "11 11 11 11 11 11 11 11", "\"explain\":\"上周漏报，本周补\"");
    waive("must", REASON).orElseThrow();
    intake().submit(KEY, sent, "sent.json", SENT).orElseThrow();
    List<FailedCheck> failed = review().failed(store.findLatest(KEY).orElseThrow());
    assertThat(failed.stream().map(one -> one.check().id() + " " + one.isOpen()))
        .containsExactly("must false", "excusable true", "explain false", "remark false");
    assertThat(failed).allSatisfy(one -> assertThat(one.places()).hasSize(2));
  }
}

package nuanbao.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.FormId;
import nuanbao.engine.intake.EventCase;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.rollup.Coverage;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.submission.Standing;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.SubmissionWindow;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A campaign without an end in which reports come by phases, lists of dates, and as things happen.
 */
class RhythmsTest {
  private static final Campaign CAMPAIGN =
      Nuanbao.create().read(Path.of("src/test/resources/nuanbao/rhythms")).orElseThrow();
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private final MemorySubmissionStore store = new MemorySubmissionStore();
  private final Intake intake = Nuanbao.create().intake(CAMPAIGN, store);

  private static Duty duty(String id) {
    return CAMPAIGN.duty(new DutyId(id));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }

  private static String moment(Instant instant) {
    return instant.atZone(ZONE).toLocalDateTime().toString();
  }

  private List<String> submit(String duty, String round, String unit, String form, String at) {
    SubmissionKey key = Campaigns.key(duty, round, unit);
    int basedOn = store.findLatest(key).map(one -> one.version()).orElse(0);
    String sent = "{ \"basedOn\": %d, \"forms\": { %s } }".formatted(basedOn, form);
    return intake.submit(key, Campaigns.bytes(sent), "sent.json", at(at)).problems().stream()
        .map(Problem::code)
        .map(code -> code.code())
        .toList();
  }

  private List<String> incident(String duty, String round, String unit, int people, String at) {
    String form =
        "\"incident\": { \"row\": { \"what\": \"塌方\", \"people\": %d } }".formatted(people);
    return submit(duty, round, unit, form, at);
  }

  private List<String> progress(String round, String unit, String at) {
    return submit("progress", round, unit, "\"progress\": { \"row\": { \"length\": 1.5 } }", at);
  }

  @Test
  void runs_a_phase_by_custom_months_and_lets_the_deadline_rise() {
    List<Round> rounds = CAMPAIGN.rounds(duty("progress"));
    assertThat(rounds).hasSize(10);
    assertThat(rounds.get(0).from() + "/" + rounds.get(0).to()).isEqualTo("2026-01-01/2026-01-15");
    assertThat(rounds.get(9).from() + "/" + rounds.get(9).to()).isEqualTo("2026-09-16/2026-09-30");
    Round round = rounds.get(1);
    assertThat(round.from() + "/" + round.to()).isEqualTo("2026-01-16/2026-02-15");
    Unit street = CAMPAIGN.units().findUnit("e1").orElseThrow();
    Unit district = CAMPAIGN.units().findUnit("east").orElseThrow();
    assertThat(moment(round.of(street).window().due())).isEqualTo("2026-02-25T15:00");
    assertThat(moment(round.of(district).window().due())).isEqualTo("2026-02-26T17:30");
    assertThat(round.of(district).due()).isEqualTo("2026-02-26");
    assertThat(moment(round.window().due())).isEqualTo("2026-02-26T17:30");
    assertThat(moment(round.of(street).window().opens())).isEqualTo("2026-02-11T15:00");
    assertThat(moment(round.of(street).window().closes())).isEqualTo("2026-03-03T15:00");
  }

  @ParameterizedTest
  @CsvSource({
    "e1, 2026-02-11T14:59:59, NOT_OPEN",
    "e1, 2026-02-11T15:00:00, ON_TIME",
    "e1, 2026-02-25T15:00:00, ON_TIME",
    "e1, 2026-02-25T15:00:01, LATE",
    "e1, 2026-03-03T15:00:00, LATE",
    "e1, 2026-03-03T15:00:01, CLOSED",
    "east, 2026-02-25T15:00:01, ON_TIME",
    "east, 2026-02-26T17:30:00, ON_TIME",
    "east, 2026-02-26T17:30:01, LATE"
  })
  void judges_each_level_by_its_own_deadline(
      String unit, String at, SubmissionWindow.State expected) {
    SubmissionKey key = Campaigns.key("progress", "2026-01-16", unit);
    assertThat(intake.standing(key, at(at)).window()).isEqualTo(expected);
  }

  @Test
  void expects_nothing_of_the_exempt_and_takes_nothing_from_them() {
    Round first = CAMPAIGN.rounds(duty("progress")).get(1);
    Round last = CAMPAIGN.rounds(duty("progress")).get(6);
    assertThat(last.to()).isEqualTo("2026-07-15");
    assertThat(names(CAMPAIGN.reporters(duty("progress"), first))).doesNotContain("东三街道");
    assertThat(names(CAMPAIGN.reporters(duty("progress"), last))).contains("东三街道");
    assertThat(progress("2026-01-16", "e3", "2026-02-20T10:00:00"))
        .containsExactly("reporter-exempt");
    progress("2026-01-16", "e1", "2026-02-20T10:00:00");
    Figures figures =
        Nuanbao.create()
            .figures(
                CAMPAIGN,
                Campaigns.key("progress", "2026-01-16", "city"),
                new FormId("progress"),
                ReportSpec.Span.THIS,
                store);
    assertThat(names(figures.missing())).containsExactly("东区", "东二街道", "西区", "西一街道", "西二街道");
    Coverage east = figures.coverage(figures.findRow(new UnitId("east")).orElseThrow());
    assertThat(east.received() + " of " + east.expected()).isEqualTo("1 of 3");
  }

  private static List<String> names(List<Unit> units) {
    return units.stream().map(Unit::name).toList();
  }

  @ParameterizedTest
  @CsvSource({"2026-05-16, 2026-06-10, 西二街道, 西新街道", "2026-06-16, 2026-07-10, 西新街道, 西二街道"})
  void asks_those_who_are_there_when_a_round_opens(
      String round, String opens, String there, String gone) {
    Round opened = CAMPAIGN.round(duty("progress"), Campaigns.key("progress", round, "w1").round());
    assertThat(moment(opened.window().opens())).startsWith(opens);
    assertThat(names(CAMPAIGN.reporters(duty("progress"), opened))).contains(there);
    assertThat(names(CAMPAIGN.reporters(duty("progress"), opened))).doesNotContain(gone);
  }

  @Test
  void says_who_reports_for_a_unit_that_is_gone() {
    SubmissionKey key = Campaigns.key("progress", "2026-07-16", "w2");
    Problem told =
        intake
            .submit(key, Campaigns.bytes("{}"), "sent.json", at("2026-08-17T10:00:00"))
            .problems()
            .get(0);
    assertThat(told.code().code()).isEqualTo("reporter-not-there");
    assertThat(told.arguments().toString()).contains("西新街道");
  }

  @Test
  void hands_over_what_came_from_below_and_says_who_is_missing() {
    String round = "2026-01-16";
    progress(round, "e1", "2026-02-24T10:00:00");
    SubmissionKey east = Campaigns.key("progress", round, "east");
    assertThat(intake.bundle(east).orElseThrow().missing())
        .containsExactly(Campaigns.key("progress", round, "e2"));
    assertThat(progress(round, "east", "2026-02-26T17:30:00")).containsExactly("bundle-incomplete");
    progress(round, "e2", "2026-02-26T17:31:00");
    var bundle = intake.bundle(east).orElseThrow();
    assertThat(bundle.handedOver()).hasSize(1);
    assertThat(bundle.since().get(0).key().unit().value()).isEqualTo("e2");
    assertThat(progress(round, "east", "2026-02-26T17:32:00")).isEmpty();
    assertThat(intake.bundle(east).orElseThrow().isWhole()).isTrue();
    assertThat(intake.bundle(Campaigns.key("progress", round, "e1")).orElseThrow().isWhole())
        .isTrue();
    assertThat(intake.bundle(Campaigns.key("openings", "2026-12-25", "east"))).isEmpty();
  }

  @Test
  void comes_on_the_dates_of_an_agenda_with_the_forms_of_each() {
    List<String> shown =
        CAMPAIGN.rounds(duty("openings")).stream()
            .map(
                round ->
                    "%s %s %s–%s %s %s"
                        .formatted(
                            round.id(),
                            round.name().orElseThrow().title(),
                            round.from(),
                            round.to(),
                            moment(round.window().due()),
                            CAMPAIGN.forms(
                                Campaigns.key("openings", round.id().toString(), "east"))))
            .toList();
    assertThat(shown)
        .containsExactly(
            "2026-10-09 首次开放 2026-10-01–2026-10-09 2026-10-09T18:00 [progress]",
            "2026-11-20 中期 2026-10-10–2026-11-20 2026-11-20T12:00 [classes]",
            "2026-12-25 终期 2026-11-21–2026-12-25 2026-12-25T18:00 [progress, classes]");
    String classes = "\"classes\": { \"rows\": [] }";
    assertThat(submit("openings", "2026-10-09", "east", classes, "2026-10-08T10:00:00"))
        .containsExactly("answers-missing-form", "answers-unknown-form");
    assertThat(submit("openings", "2026-11-20", "east", classes, "2026-11-20T12:00:00")).isEmpty();
    assertThat(submit("openings", "2026-11-20", "west", classes, "2026-11-20T12:00:01"))
        .containsExactly("window-closed");
  }

  @Test
  void has_rounds_for_any_range_though_there_is_no_end() {
    assertThat(CAMPAIGN.to()).isEmpty();
    List<Round> year =
        CAMPAIGN.rounds(duty("classes"), LocalDate.of(2080, 1, 1), LocalDate.of(2080, 12, 31));
    assertThat(year).hasSize(52);
    assertThat(CAMPAIGN.rounds(duty("incidents"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-05T0930.first, 2026-03-05T13:30",
    "2026-03-05T0930.follow, 2026-03-06T09:30",
    "2026-03-05T0930.follow-2, 2026-03-07T09:30",
    "2026-03-05T0930.follow-7, 2026-03-12T09:30",
    "2026-03-05T0930.final, 2026-03-12T18:00",
    "2026-03-05T0930.follow-8, ",
    "2026-03-05T0930.first-2, ",
    "2026-03-05T0930.later, ",
    "2026-03-05T0930, ",
    "2026-03-05, ",
    "2025-12-31T0930.first, "
  })
  void knows_when_each_report_on_a_case_is_due(String id, String due) {
    String found =
        CAMPAIGN
            .findRound(duty("incidents"), Campaigns.key("incidents", id, "e1").round())
            .map(round -> moment(round.window().due()))
            .orElse(null);
    assertThat(found).isEqualTo(due);
  }

  @Test
  void follows_a_case_from_the_first_report_to_the_final_one() {
    assertThat(incident("incidents", "2026-03-05T0930.first", "e1", 3, "2026-03-05T09:29:59"))
        .containsExactly("window-not-open");
    assertThat(incident("incidents", "2026-03-05T0930.first", "e1", 3, "2026-03-05T13:30:01"))
        .isEmpty();
    Instant now = at("2026-03-06T10:00:00");
    assertThat(cases(now))
        .containsExactly(
            "东一街道 open 2026-03-05T0930.first LATE, 2026-03-05T0930.follow missing,"
                + " 2026-03-05T0930.final open");
    incident("incidents", "2026-03-05T0930.follow", "e1", 5, "2026-03-06T11:00:00");
    incident("incidents", "2026-03-05T0930.final", "e1", 6, "2026-03-12T18:00:00");
    incident("incidents", "2026-03-06T0000.first", "w1", 2, "2026-03-06T01:00:00");
    assertThat(intake.cases(new DutyId("incidents"), now))
        .extracting(EventCase::isClosed)
        .containsExactly(true, false);
    Figures all =
        Nuanbao.create()
            .figures(
                CAMPAIGN,
                Campaigns.key("incidents", "2026-03-06T0000.first", "city"),
                new FormId("incident"),
                ReportSpec.Span.CUMULATIVE,
                store);
    Coverage top = all.coverage(all.findRow(new UnitId("city")).orElseThrow());
    assertThat(top.received() + " of " + top.expected()).isEqualTo("2 of 2");
  }

  private List<String> cases(Instant now) {
    return intake.cases(new DutyId("incidents"), now).stream()
        .map(
            one ->
                one.reporter().name()
                    + (one.isClosed() ? " closed " : " open ")
                    + one.reports().stream().map(this::shown).collect(Collectors.joining(", ")))
        .toList();
  }

  private String shown(Standing standing) {
    String how =
        standing
            .latest()
            .map(one -> one.late() ? "LATE" : "ON_TIME")
            .orElse(standing.isMissing() ? "missing" : "open");
    return standing.round().id() + " " + how;
  }

  @Test
  void takes_reports_on_what_happens_until_the_series_is_over() {
    assertThat(incident("visits", "2026-12-31T2359", "e1", 1, "2026-12-31T23:59:59")).isEmpty();
    assertThat(incident("visits", "2026-12-31T2358", "e1", 1, "2027-01-01T00:00:00"))
        .containsExactly("window-closed");
    assertThat(incident("visits", "2027-01-01T0000", "e1", 1, "2027-01-01T00:00:00"))
        .containsExactly("unknown-round");
  }

  @Test
  void asks_for_a_report_when_something_was_not_done() {
    String sent =
        """
        "classes": { "rows": [
          { "id": "a", "school": "甲校", "assigned": "2026-01-31" },
          { "id": "b", "school": "乙校", "assigned": "2026-01-31", "begun": "2026-02-10" } ] }
        """;
    assertThat(submit("classes", "2026-02-06", "e1", sent, "2026-02-06T10:00:00")).isEmpty();
    DutyId duty = new DutyId("notBegun");
    assertThat(intake.absences(duty, at("2026-02-28T23:59:59"))).isEmpty();
    List<Absence> absences = intake.absences(duty, at("2026-03-01T00:00:00"));
    assertThat(absences).hasSize(1);
    assertThat(absences.get(0).key())
        .isEqualTo(Campaigns.key("notBegun", "2026-03-01T0000", "east"));
    assertThat(absences.get(0).since().values()).containsExactly(LocalDate.of(2026, 1, 31));
    assertThat(moment(CAMPAIGN.round(absences.get(0).key()).window().due()))
        .isEqualTo("2026-03-02T00:00");
    incident("notBegun", "2026-03-01T0000", "east", 0, "2026-03-01T09:00:00");
    assertThat(intake.absences(duty, at("2026-03-01T10:00:00"))).isEmpty();
  }

  @Test
  void says_who_receives_it_and_how() {
    assertThat(duty("progress").recipients().get(0).title(CAMPAIGN.units()).chinese())
        .isEqualTo("市园林局建设科（书面，电话 0830-0000000，传真 0830-0000001，邮箱 js@example.gov.cn）");
    assertThat(names(duty("progress").receivers(CAMPAIGN.units()))).containsExactly("示例市园林局");
  }
}

package nuanbao.server.config;

import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.report.ReportId;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import nuanbao.server.config.HostedCampaigns.Hosted;

/** Finds what the parts of an address name; whatever is not there ends the request with 404. */
@Singleton
public final class Named {
  private final HostedCampaigns campaigns;

  Named(HostedCampaigns campaigns) {
    this.campaigns = campaigns;
  }

  /** Part of an address names nothing. */
  public static final class NotFound extends RuntimeException {
    private final transient Problem problem;

    NotFound(Problem problem) {
      super(problem.code().code());
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }

  public Hosted campaign(String id) {
    return campaigns
        .find(id)
        .orElseThrow(
            () ->
                notFound(
                    ProblemCode.UNKNOWN_CAMPAIGN,
                    id,
                    joined(campaigns.all().stream().map(one -> one.campaign().id()).toList())));
  }

  public Duty duty(Campaign campaign, String id) {
    return campaign
        .findDuty(new DutyId(id))
        .orElseThrow(
            () ->
                notFound(
                    ProblemCode.UNKNOWN_DUTY,
                    id,
                    joined(campaign.duties().stream().map(Duty::id).toList())));
  }

  public Round round(Campaign campaign, Duty duty, String id) {
    return RoundId.read(id)
        .flatMap(round -> campaign.findRound(duty, round))
        .orElseThrow(
            () ->
                notFound(
                    ProblemCode.UNKNOWN_ROUND,
                    duty.id(),
                    id,
                    campaign.roundsNear(
                        duty,
                        RoundId.read(id).orElseGet(() -> new RoundId(duty.rounds().from())))));
  }

  /**
   * The first report on something that happened.
   *
   * @param at when: {@code 2026-03-05T09:30}
   */
  public Round event(Campaign campaign, Duty duty, String at) {
    Optional<LocalDateTime> moment = moment(at);
    return moment
        .flatMap(
            one ->
                campaign.onEvents(duty).stream()
                    .flatMap(
                        events -> events.reportsOn(one.toLocalDate(), one.toLocalTime()).stream())
                    .findFirst())
        .orElseThrow(
            () ->
                notFound(
                    ProblemCode.UNKNOWN_ROUND,
                    duty.id(),
                    at,
                    campaign.roundsNear(duty, new RoundId(duty.rounds().from()))));
  }

  private static Optional<LocalDateTime> moment(String at) {
    try {
      return Optional.of(LocalDateTime.parse(at).truncatedTo(ChronoUnit.MINUTES));
    } catch (DateTimeParseException noMoment) {
      return Optional.empty();
    }
  }

  public Unit unit(Campaign campaign, String id) {
    return campaign
        .units()
        .findUnit(new UnitId(id))
        .orElseThrow(() -> notFound(ProblemCode.UNKNOWN_UNIT, id, ""));
  }

  /** A unit that reports on a duty. */
  public Unit reporter(Campaign campaign, Duty duty, String id) {
    Unit unit = unit(campaign, id);
    if (campaign.reporters(duty).contains(unit)) return unit;
    throw notFound(ProblemCode.NOT_A_REPORTER, unit.name(), duty.title());
  }

  /** What a unit reports on a round of a duty. */
  public SubmissionKey key(Campaign campaign, String duty, String round, String unit) {
    Duty asked = duty(campaign, duty);
    return new SubmissionKey(
        asked.id(), round(campaign, asked, round).id(), reporter(campaign, asked, unit).id());
  }

  /** A form of a duty. */
  public Form form(Campaign campaign, Duty duty, String id) {
    FormId form = new FormId(id);
    if (duty.forms().contains(form)) return campaign.form(form);
    throw notFound(ProblemCode.UNKNOWN_FORM, id, joined(duty.forms()));
  }

  /** A report whose forms a duty hands in. */
  public ReportSpec report(Campaign campaign, Duty duty, String id) {
    return campaign
        .findReport(new ReportId(id))
        .filter(report -> campaign.reportsOf(duty).contains(report))
        .orElseThrow(
            () ->
                notFound(
                    ProblemCode.UNKNOWN_REPORT,
                    id,
                    joined(campaign.reportsOf(duty).stream().map(ReportSpec::id).toList())));
  }

  private static NotFound notFound(ProblemCode code, Object... arguments) {
    return new NotFound(Problem.of(code, arguments));
  }

  private static String joined(List<?> choices) {
    return String.join("、", choices.stream().map(String::valueOf).toList());
  }
}

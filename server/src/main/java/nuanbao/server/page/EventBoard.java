package nuanbao.server.page;

import java.time.Instant;
import java.util.List;
import nuanbao.engine.campaign.Absence;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.intake.EventCase;
import nuanbao.engine.unit.Unit;
import nuanbao.server.config.HostedCampaigns.Hosted;

/**
 * What a unit reports as things happen.
 *
 * @param cases what it has reported, the latest first
 * @param absences what should have been done and asks for a report
 */
public record EventBoard(Duty duty, List<EventCase> cases, List<Absence> absences) {
  public EventBoard {
    cases = List.copyOf(cases);
    absences = List.copyOf(absences);
  }

  static EventBoard of(Hosted hosted, Duty duty, Unit reporter, Instant now) {
    List<EventCase> cases =
        hosted.intake().cases(duty.id(), now).stream()
            .filter(one -> one.reporter().equals(reporter))
            .sorted((a, b) -> first(b).compareTo(first(a)))
            .toList();
    List<Absence> absences =
        hosted.intake().absences(duty.id(), now).stream()
            .filter(one -> one.key().unit().equals(reporter.id()))
            .toList();
    return new EventBoard(duty, cases, absences);
  }

  private static Instant first(EventCase one) {
    return one.reports().get(0).round().window().opens();
  }

  /** Which rows an absence is about, and since when. */
  public String about(Absence absence, Campaign campaign) {
    return absence.since().entrySet().stream()
        .map(
            row ->
                campaign.units().unit(row.getKey().unit()).shortName()
                    + "（"
                    + row.getValue()
                    + " 起）")
        .sorted()
        .reduce((a, b) -> a + "、" + b)
        .orElse("");
  }
}

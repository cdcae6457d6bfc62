package nuanbao.examples.embedspring;

import java.util.Optional;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.FormId;
import nuanbao.engine.report.ReportId;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds what the parts of an address name; whatever is not there ends the request with 404. */
@Component
class Named {
  private final Campaign campaign;

  Named(Campaign campaign) {
    this.campaign = campaign;
  }

  /** What a unit reports on a round of a duty. */
  SubmissionKey reporter(String duty, String round, String unit) {
    Unit reporter = unit(unit);
    found(Optional.of(reporter).filter(campaign.reporters(duty(duty))::contains));
    return key(duty, round, reporter);
  }

  /** A round of a duty as a unit sees it that need not report on it. */
  SubmissionKey reader(String duty, String round, String unit) {
    return key(duty, round, unit(unit));
  }

  /** A round of a duty as the topmost unit sees it. */
  SubmissionKey top(String duty, String round) {
    return key(duty, round, campaign.units().roots().get(0));
  }

  /** A form that a duty hands in. */
  FormId form(SubmissionKey key, String id) {
    FormId form = new FormId(id);
    return found(Optional.of(form).filter(campaign.duty(key.duty()).forms()::contains));
  }

  /** A report on what a duty hands in. */
  ReportId report(SubmissionKey key, String id) {
    Duty duty = campaign.duty(key.duty());
    return found(
        campaign
            .findReport(new ReportId(id))
            .filter(campaign.reportsOf(duty)::contains)
            .map(ReportSpec::id));
  }

  private SubmissionKey key(String duty, String round, Unit unit) {
    Duty asked = duty(duty);
    RoundId due = found(RoundId.read(round).filter(id -> isRound(asked, id)));
    return new SubmissionKey(asked.id(), due, unit.id());
  }

  private boolean isRound(Duty duty, RoundId round) {
    return campaign.findRound(duty, round).isPresent();
  }

  private Duty duty(String id) {
    return found(campaign.findDuty(new DutyId(id)));
  }

  private Unit unit(String id) {
    return found(campaign.units().findUnit(new UnitId(id)));
  }

  private static <T> T found(Optional<T> named) {
    return named.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}

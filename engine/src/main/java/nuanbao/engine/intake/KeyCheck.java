package nuanbao.engine.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.Exemption;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import nuanbao.engine.unit.Validity;

/** Holds a key from outside against a campaign. */
final class KeyCheck {
  private KeyCheck() {}

  /** What it names that is not there; nothing where duty, round and reporter exist. */
  static List<Problem> problems(Campaign campaign, SubmissionKey key) {
    Optional<Duty> duty = campaign.findDuty(key.duty());
    if (duty.isEmpty()) {
      List<?> all = campaign.duties().stream().map(Duty::id).toList();
      return List.of(Problem.of(ProblemCode.UNKNOWN_DUTY, key.duty(), joined(all)));
    }
    List<Problem> problems = new ArrayList<>();
    if (!isReporter(campaign, duty.get(), key.unit())) {
      String name =
          campaign.units().findUnit(key.unit()).map(Unit::name).orElse(key.unit().value());
      problems.add(Problem.of(ProblemCode.NOT_A_REPORTER, name, duty.get().title()));
    }
    if (campaign.findRound(duty.get(), key.round()).isEmpty()) {
      problems.add(
          Problem.of(
              ProblemCode.UNKNOWN_ROUND,
              duty.get().id(),
              key.round(),
              campaign.roundsNear(duty.get(), key.round())));
    } else if (problems.isEmpty() && !isThere(campaign, duty.get(), key)) {
      problems.add(gone(campaign, key));
    } else if (problems.isEmpty() && campaign.forms(key).isEmpty()) {
      problems.add(exempt(campaign, duty.get(), key));
    }
    return problems;
  }

  private static boolean isThere(Campaign campaign, Duty duty, SubmissionKey key) {
    return campaign.isThere(campaign.units().unit(key.unit()), campaign.round(duty, key.round()));
  }

  private static Problem gone(Campaign campaign, SubmissionKey key) {
    Unit unit = campaign.units().unit(key.unit());
    Validity validity = unit.validity();
    List<String> successors =
        validity.successors().stream()
            .map(id -> campaign.units().unit(id))
            .map(Unit::name)
            .toList();
    return Problem.of(
        ProblemCode.REPORTER_NOT_THERE,
        unit.name(),
        key.round(),
        validity.since().map(LocalDate::toString).orElse(""),
        validity.until().map(LocalDate::toString).orElse(""),
        joined(successors));
  }

  private static Problem exempt(Campaign campaign, Duty duty, SubmissionKey key) {
    Unit unit = campaign.units().unit(key.unit());
    Round round = campaign.round(key);
    List<String> reasons =
        duty.exemptions().stream()
            .filter(
                one ->
                    duty.forms().stream()
                        .anyMatch(form -> one.frees(unit, form, round, campaign.units())))
            .map(Exemption::reason)
            .distinct()
            .toList();
    return Problem.of(ProblemCode.REPORTER_EXEMPT, unit.name(), key.round(), joined(reasons));
  }

  private static boolean isReporter(Campaign campaign, Duty duty, UnitId id) {
    return campaign
        .units()
        .findUnit(id)
        .filter(unit -> duty.reporters().selects(unit, campaign.units()))
        .isPresent();
  }

  /** Choices, as a problem offers them. */
  static String joined(List<?> choices) {
    return String.join("、", choices.stream().map(String::valueOf).toList());
  }
}

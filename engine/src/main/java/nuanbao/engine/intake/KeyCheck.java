package nuanbao.engine.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;

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
      List<?> all = campaign.rounds(duty.get()).stream().map(Round::id).toList();
      problems.add(
          Problem.of(ProblemCode.UNKNOWN_ROUND, duty.get().id(), key.round(), joined(all)));
    }
    return problems;
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

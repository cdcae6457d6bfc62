package nuanbao.engine.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Check;
import nuanbao.engine.form.CheckRun;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Outcome.Accepted;
import nuanbao.engine.problem.Outcome.Refused;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Severity;
import nuanbao.engine.submission.Acceptance;
import nuanbao.engine.submission.Excuse;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.submission.Waiver;
import nuanbao.engine.unit.UnitId;

/**
 * What the recipient decides (审核): which checks need not hold for a unit and round, and which
 * version of a submission is accepted. It has no window: a round may be reviewed before it opens
 * and long after it closed.
 */
public final class Review {
  private final Campaign campaign;
  private final Intake intake;
  private final SubmissionStore store;
  private final ReviewStore reviews;

  /**
   * The review of a campaign.
   *
   * @param intake of the same campaign, over the same stores
   */
  public Review(Campaign campaign, Intake intake, SubmissionStore store, ReviewStore reviews) {
    this.campaign = campaign;
    this.intake = intake;
    this.store = store;
    this.reviews = reviews;
  }

  /**
   * Waives a check for one unit and round, whatever its severity and whether it fails or not. The
   * same excuse of the same person is answered as before, whenever it comes.
   */
  public Outcome<Waiver> waive(SubmissionKey key, Excuse excuse, String by, Instant at) {
    Problems problems = new Problems();
    problems.addAll(KeyCheck.problems(campaign, key));
    campaign.findDuty(key.duty()).ifPresent(duty -> checkNames(duty, excuse, problems));
    if (!excuse.hasReason()) problems.add(badReason(excuse));
    if (problems.hasErrors()) return new Refused<>(problems.inOrder());
    Waiver waiver = new Waiver(key, excuse.form(), excuse.check(), excuse.reason(), by, at);
    return reviews.waive(waiver) ? new Accepted<>(waiver, List.of()) : again(waiver);
  }

  private void checkNames(Duty duty, Excuse excuse, Problems problems) {
    if (!duty.forms().contains(excuse.form())) {
      String forms = KeyCheck.joined(duty.forms());
      problems.add(Problem.of(ProblemCode.UNKNOWN_FORM, excuse.form(), forms));
      return;
    }
    List<Check> checks = campaign.form(excuse.form()).checks();
    if (checks.stream().anyMatch(check -> check.id().equals(excuse.check()))) return;
    String ids = KeyCheck.joined(checks.stream().map(Check::id).toList());
    problems.add(Problem.of(ProblemCode.UNKNOWN_CHECK, excuse.form(), excuse.check(), ids));
  }

  private static Problem badReason(Excuse excuse) {
    return Problem.of(
        ProblemCode.WAIVER_REASON_LENGTH, excuse.length(), Excuse.LEAST_REASON, Excuse.MOST_REASON);
  }

  /** What is answered where a check is waived already. */
  private Outcome<Waiver> again(Waiver waiver) {
    Waiver before =
        reviews.waivers(waiver.key()).stream()
            .filter(one -> one.isOf(waiver.form(), waiver.check()))
            .findFirst()
            .orElseThrow();
    boolean isReplay = before.reason().equals(waiver.reason()) && before.by().equals(waiver.by());
    return isReplay
        ? new Accepted<>(before, List.of())
        : refused(
            Problem.of(
                ProblemCode.WAIVED_ALREADY,
                before.check(),
                before.by(),
                moment(before.at()),
                before.reason()));
  }

  /** What is waived for a reporter and round, in the order in which it was granted. */
  public List<Waiver> waivers(SubmissionKey key) {
    return reviews.waivers(key);
  }

  /**
   * Accepts the latest version of a submission. The same acceptance of the same person is answered
   * as before, whenever it comes.
   *
   * @param version that was looked at; refused where it is not the latest
   */
  public Outcome<Acceptance> accept(SubmissionKey key, int version, String by, Instant at) {
    List<Problem> unknown = KeyCheck.problems(campaign, key);
    if (!unknown.isEmpty()) return new Refused<>(unknown);
    Optional<Outcome<Acceptance>> before = findAccepted(key, version, by);
    if (before.isPresent()) return before.get();
    Optional<Submission> latest = store.findLatest(key);
    if (latest.isEmpty()) {
      return refused(Problem.of(ProblemCode.NOTHING_TO_ACCEPT, unitName(key.unit())));
    }
    if (latest.get().version() != version) {
      return refused(Problem.of(ProblemCode.ACCEPTANCE_OUTDATED, version, latest.get().version()));
    }
    Problems problems = new Problems();
    for (FailedCheck failed : failed(latest.get())) {
      for (Problem told : failed.places()) problems.add(failed.isOpen() ? refusing(told) : told);
    }
    if (problems.hasErrors()) return new Refused<>(problems.inOrder());
    Acceptance acceptance = new Acceptance(key, version, by, at);
    return reviews.accept(acceptance)
        ? new Accepted<>(acceptance, problems.inOrder())
        // Its twin, or somebody else's, has come in since it was looked for.
        : findAccepted(key, version, by).orElseThrow();
  }

  /** What is answered where a version was accepted already. */
  private Optional<Outcome<Acceptance>> findAccepted(SubmissionKey key, int version, String by) {
    return reviews
        .findAcceptance(key, version)
        .map(
            before ->
                before.by().equals(by)
                    ? new Accepted<>(before, List.of())
                    : refused(
                        Problem.of(
                            ProblemCode.ACCEPTED_ALREADY,
                            version,
                            before.by(),
                            moment(before.at()))));
  }

  /** What was a warning to its reporter refuses the acceptance. */
  private static Problem refusing(Problem told) {
    return told.severity() == Severity.ERROR
        ? told
        : new Problem(
            ProblemCode.ACCEPTANCE_NEEDS_EXCUSE,
            told.arguments(),
            told.source(),
            told.cell(),
            told.failure());
  }

  /**
   * The checks that a submission fails as things stand now, the most binding first and then in the
   * order of its forms. What other rounds say, and what was waived since, may have changed what was
   * told when it was taken in.
   */
  public List<FailedCheck> failed(Submission submission) {
    List<Problem> told = intake.remarks(submission);
    List<Waiver> waivers = reviews.waivers(submission.key());
    List<FailedCheck> failed = new ArrayList<>();
    for (FormId id : campaign.forms(submission.key())) {
      Form form = campaign.form(id);
      for (Check check : form.checks()) {
        List<Problem> places =
            told.stream().filter(one -> CheckRun.isAbout(one, id, check.id())).toList();
        if (places.isEmpty()) continue;
        Optional<Waiver> waiver =
            waivers.stream().filter(one -> one.isOf(id, check.id())).findFirst();
        String explanation = submission.answers(id).explanations().get(check.id());
        failed.add(new FailedCheck(form, check, places, waiver, Optional.ofNullable(explanation)));
      }
    }
    failed.sort(Comparator.comparing(one -> one.check().severity()));
    return failed;
  }

  private String unitName(UnitId unit) {
    return campaign.units().unit(unit).name();
  }

  private String moment(Instant instant) {
    return new MomentText(campaign.calendar().zone()).of(instant);
  }

  private static <T> Outcome<T> refused(Problem problem) {
    return new Refused<>(List.of(problem));
  }
}

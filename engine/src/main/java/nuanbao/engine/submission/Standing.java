package nuanbao.engine.submission;

import java.time.Instant;
import java.util.Optional;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.SubmissionWindow;

/**
 * Where one reporter stands with one round at a moment. Pages, commands and reminders all ask here.
 *
 * @param latest what was taken in so far, if anything
 * @param acceptance of the latest version (验收); one of an earlier version counts no more
 * @param window where the moment falls
 * @param changesAt when {@code window} changes next; empty after closing
 */
public record Standing(
    Round round,
    Optional<Submission> latest,
    Optional<Acceptance> acceptance,
    SubmissionWindow.State window,
    Optional<Instant> changesAt) {

  public Standing {
    Optional<Integer> accepted = acceptance.map(Acceptance::version);
    if (accepted.isPresent() && !accepted.equals(latest.map(Submission::version))) {
      throw new IllegalArgumentException("not the latest version: " + acceptance);
    }
  }

  public static Standing of(
      Round round, Optional<Submission> latest, Optional<Acceptance> acceptance, Instant now) {
    SubmissionWindow window = round.window();
    SubmissionWindow.State state = window.stateAt(now);
    Optional<Instant> changesAt =
        switch (state) {
          case NOT_OPEN -> Optional.of(window.opens());
          case ON_TIME -> Optional.of(window.due());
          case LATE -> Optional.of(window.closes());
          case CLOSED -> Optional.empty();
        };
    return new Standing(round, latest, acceptance, state, changesAt);
  }

  public boolean isReported() {
    return latest.isPresent();
  }

  /** Whether the latest version was accepted (已验收). */
  public boolean isAccepted() {
    return acceptance.isPresent();
  }

  /** Whether a submission would be taken in now. */
  public boolean isOpen() {
    return window == SubmissionWindow.State.ON_TIME || window == SubmissionWindow.State.LATE;
  }

  /** Due and not reported: 未报. */
  public boolean isMissing() {
    return !isReported()
        && (window == SubmissionWindow.State.LATE || window == SubmissionWindow.State.CLOSED);
  }
}

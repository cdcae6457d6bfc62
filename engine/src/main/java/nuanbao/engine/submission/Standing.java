package nuanbao.engine.submission;

import java.time.Instant;
import java.util.Optional;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.SubmissionWindow;

/**
 * Where one reporter stands with one round at a moment. Pages, commands and reminders all ask here.
 *
 * @param latest what was accepted so far, if anything
 * @param window where the moment falls
 * @param changesAt when {@code window} changes next; empty after closing
 */
public record Standing(
    Round round,
    Optional<Submission> latest,
    SubmissionWindow.State window,
    Optional<Instant> changesAt) {

  public static Standing of(Round round, Optional<Submission> latest, Instant now) {
    SubmissionWindow window = round.window();
    SubmissionWindow.State state = window.stateAt(now);
    Optional<Instant> changesAt =
        switch (state) {
          case NOT_OPEN -> Optional.of(window.opens());
          case ON_TIME -> Optional.of(window.due());
          case LATE -> Optional.of(window.closes());
          case CLOSED -> Optional.empty();
        };
    return new Standing(round, latest, state, changesAt);
  }

  public boolean isReported() {
    return latest.isPresent();
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

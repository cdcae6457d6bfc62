package nuanbao.engine.timeline;

import java.time.Instant;
import java.util.List;

/**
 * When a unit may report on one round. The due instant is still on time; the closing instant is
 * still accepted.
 */
public record SubmissionWindow(Instant opens, Instant due, Instant closes) {

  /** Where a moment falls. */
  public enum State {
    NOT_OPEN,
    ON_TIME,
    LATE,
    CLOSED
  }

  public SubmissionWindow {
    if (opens.isAfter(due) || due.isAfter(closes)) {
      throw new IllegalArgumentException(
          "a window must open, fall due and close in that order: %s, %s, %s"
              .formatted(opens, due, closes));
    }
  }

  /**
   * From the first opening to the last closing of several.
   *
   * @param windows at least one
   */
  static SubmissionWindow around(List<SubmissionWindow> windows) {
    SubmissionWindow around = windows.get(0);
    for (SubmissionWindow one : windows) {
      around =
          new SubmissionWindow(
              one.opens.isBefore(around.opens) ? one.opens : around.opens,
              one.due.isAfter(around.due) ? one.due : around.due,
              one.closes.isAfter(around.closes) ? one.closes : around.closes);
    }
    return around;
  }

  public State stateAt(Instant now) {
    if (now.isBefore(opens)) return State.NOT_OPEN;
    if (!now.isAfter(due)) return State.ON_TIME;
    if (!now.isAfter(closes)) return State.LATE;
    return State.CLOSED;
  }
}

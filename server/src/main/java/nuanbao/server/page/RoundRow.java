package nuanbao.server.page;

import java.time.Instant;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.SubmissionWindow;

/** One round of a duty, and whether it is open at a moment. */
public record RoundRow(Round round, SubmissionWindow.State window) {

  static RoundRow at(Instant now, Round round) {
    return new RoundRow(round, round.window().stateAt(now));
  }

  boolean isOpen() {
    return window == SubmissionWindow.State.ON_TIME || window == SubmissionWindow.State.LATE;
  }

  /** 未开始, 填报中, 可补报, 已截止, in the words of the users. */
  public String state() {
    return switch (window) {
      case NOT_OPEN -> "未开始";
      case ON_TIME -> "填报中";
      case LATE -> "可补报";
      case CLOSED -> "已截止";
    };
  }

  /** Names the style of the state. */
  public String style() {
    return isOpen() ? "nb-open" : "nb-later";
  }
}

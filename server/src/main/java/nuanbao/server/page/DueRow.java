package nuanbao.server.page;

import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.submission.Standing;
import nuanbao.engine.unit.Unit;

/** One round of one duty of a unit, and where it stands. */
public record DueRow(Duty duty, Standing standing) {

  /** 已验收, 已报, 未报, 填报中, 未开始, in the words of the users. */
  public String state() {
    if (standing.isReported()) {
      String state = standing.isAccepted() ? "已验收" : "已报";
      return standing.latest().orElseThrow().late() ? state + "（迟报）" : state;
    }
    return switch (standing.window()) {
      case NOT_OPEN -> "未开始";
      case ON_TIME -> "填报中";
      case LATE -> "未报，可补报";
      case CLOSED -> "未报";
    };
  }

  /** Names the style of the state. */
  public String style() {
    if (standing.isReported()) return "nb-done";
    if (standing.isMissing()) return "nb-missing";
    return standing.isOpen() ? "nb-open" : "nb-later";
  }

  /** Where a reporter fills it in. */
  public String path(Campaign campaign, Unit reporter) {
    return "/c/%s/duties/%s/rounds/%s/units/%s"
        .formatted(campaign.id(), duty.id(), standing.round().id(), reporter.id());
  }

  /** Where its recipient reviews it. */
  public String reviewPath(Campaign campaign, Unit reporter) {
    return path(campaign, reporter) + "/review";
  }
}

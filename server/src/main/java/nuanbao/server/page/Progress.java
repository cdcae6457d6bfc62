package nuanbao.server.page;

import java.util.Map;
import nuanbao.engine.submission.Standing;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;

/** How many of those who report on a round have done so. */
public record Progress(Round round, Map<Unit, Standing> standings) {

  public int expected() {
    return standings.size();
  }

  public int reported() {
    return (int) standings.values().stream().filter(Standing::isReported).count();
  }

  public int missing() {
    return expected() - reported();
  }

  public int accepted() {
    return (int) standings.values().stream().filter(Standing::isAccepted).count();
  }

  /** Rounded down, so that 100 means all of them. */
  public int percent() {
    return standings.isEmpty() ? 100 : reported() * 100 / expected();
  }
}

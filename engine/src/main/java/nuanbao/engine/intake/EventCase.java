package nuanbao.engine.intake;

import java.util.List;
import nuanbao.engine.submission.Standing;
import nuanbao.engine.unit.Unit;

/**
 * Something that happened, and the reports on it.
 *
 * @param reports in the order in which they fall due: those that came and, while it is open, the
 *     next one and the final one
 * @param isClosed whether the final report came, or of stages without a final one all did
 */
public record EventCase(Unit reporter, List<Standing> reports, boolean isClosed) {
  public EventCase {
    reports = List.copyOf(reports);
  }
}

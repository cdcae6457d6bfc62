package nuanbao.engine.rollup;

import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;

/** Who has to report on which round. */
@FunctionalInterface
public interface ExpectedReports {
  /** Every reporter on every round. */
  ExpectedReports ALL = (round, reporter) -> true;

  /** Whether a reporter of the duty has to report on a round. */
  boolean expects(RoundId round, Unit reporter);
}

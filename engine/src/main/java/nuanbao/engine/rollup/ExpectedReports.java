package nuanbao.engine.rollup;

import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;

/** Who has to report on which round, and who is there at all. */
public interface ExpectedReports {
  /** Every reporter on every round. */
  ExpectedReports ALL =
      new ExpectedReports() {
        @Override
        public boolean expects(RoundId round, Unit reporter) {
          return true;
        }
      };

  /** Whether a reporter of the duty has to report on a round. */
  boolean expects(RoundId round, Unit reporter);

  /** Whether a unit is there when a round opens; one that is not has no row. */
  default boolean isThere(RoundId round, Unit unit) {
    return true;
  }
}

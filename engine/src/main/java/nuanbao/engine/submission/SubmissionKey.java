package nuanbao.engine.submission;

import nuanbao.engine.duty.DutyId;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.UnitId;

/** Which submission is meant: one reporter's for one round of one duty. */
public record SubmissionKey(DutyId duty, RoundId round, UnitId unit) {
  @Override
  public String toString() {
    return duty + "/" + round + "/" + unit;
  }
}

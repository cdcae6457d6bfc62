package nuanbao.engine.intake;

import java.util.List;
import java.util.Optional;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.submission.Acceptance;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.submission.Waiver;
import nuanbao.engine.timeline.RoundId;

/** Port: keeps what was waived and what was accepted. Nothing of it is taken back. */
public interface ReviewStore {

  /**
   * Adds a waiver.
   *
   * @return false, and nothing is kept, if that check is waived for its unit and round already
   */
  boolean waive(Waiver waiver);

  /** What is waived for a reporter and round, in the order in which it was granted. */
  List<Waiver> waivers(SubmissionKey key);

  /**
   * Adds an acceptance.
   *
   * @return false, and nothing is kept, if that version was accepted already
   */
  boolean accept(Acceptance acceptance);

  /** The acceptance of one version. */
  Optional<Acceptance> findAcceptance(SubmissionKey key, int version);

  /** Every acceptance of a round, of earlier versions as well. */
  List<Acceptance> acceptances(DutyId duty, RoundId round);
}

package nuanbao.engine.intake;

import java.util.List;
import java.util.Optional;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;

/** Port: keeps every accepted version of every submission. */
public interface SubmissionStore {

  /** The latest version. */
  Optional<Submission> findLatest(SubmissionKey key);

  /** The version that was accepted under a client's id, whatever came after it. */
  Optional<Submission> findByClientId(SubmissionKey key, String clientId);

  /**
   * Adds a version after the latest one, all of it or nothing.
   *
   * @return false, and nothing is kept, if another one took its place in the meantime
   */
  boolean append(Submission submission);

  /** The latest version of everything handed in for a duty. */
  List<Submission> latestOf(DutyId duty);
}

package nuanbao.engine.submission;

import java.time.Instant;

/**
 * One version of a submission was accepted (验收). It says nothing of the versions after it.
 *
 * @param by who accepted it
 */
public record Acceptance(SubmissionKey key, int version, String by, Instant at) {
  public Acceptance {
    if (version < 1) throw new IllegalArgumentException("versions begin with 1: " + version);
    if (by.isBlank()) throw new IllegalArgumentException("somebody accepts a version");
  }

  /** Whether it is of this version of a submission. */
  public boolean isOf(Submission submission) {
    return key.equals(submission.key()) && version == submission.version();
  }
}

package nuanbao.engine.intake;

import java.time.Instant;
import nuanbao.engine.submission.SubmissionKey;

/**
 * What a reporter gets for an accepted submission. The same submission sent again gets the same.
 *
 * @param late it arrived after due and before closing
 */
public record Receipt(SubmissionKey key, int version, Instant receivedAt, boolean late) {}

package nuanbao.engine.submission;

import java.time.Instant;
import nuanbao.engine.form.Check;
import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.FormId;

/**
 * A check that one unit need not keep in one round (豁免), with the reason in writing. It holds from
 * the moment it is granted, for what is handed in later and for what was handed in before.
 *
 * @param reason {@link Excuse#LEAST_REASON} to {@link Excuse#MOST_REASON} characters
 * @param by who granted it
 */
public record Waiver(
    SubmissionKey key, FormId form, CheckId check, String reason, String by, Instant at) {

  public Waiver {
    if (!Excuse.isReason(reason)) {
      throw new IllegalArgumentException("a waiver gives a reason: “%s”".formatted(reason));
    }
    if (by.isBlank()) throw new IllegalArgumentException("somebody grants a waiver");
  }

  /** Whether it is about a check of a form. */
  public boolean isOf(FormId other, CheckId id) {
    return form.equals(other) && check.equals(id);
  }

  /** What a run of the checks has to know of it. */
  public Check.Waived asWaived() {
    return new Check.Waived(reason, by);
  }
}

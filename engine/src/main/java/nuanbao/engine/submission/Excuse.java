package nuanbao.engine.submission;

import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.FormId;

/**
 * What a reviewer writes to have a check waived.
 *
 * @param reason without the blanks that were written around it
 */
public record Excuse(FormId form, CheckId check, String reason) {
  /** Shorter than this, nobody has given a reason; counted like an explanation, in characters. */
  public static final int LEAST_REASON = 6;

  public static final int MOST_REASON = 2000;

  public Excuse {
    reason = reason.strip();
  }

  /** How many characters the reason has; one beyond the basic plane is one. */
  public int length() {
    return length(reason);
  }

  public boolean hasReason() {
    return isReason(reason);
  }

  static boolean isReason(String text) {
    int length = length(text.strip());
    return length >= LEAST_REASON && length <= MOST_REASON;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}

package nuanbao.engine.intake;

import java.util.List;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;

/**
 * What a reporter hands over together with its own sheet: the sheets that it received from below.
 *
 * @param handedOver as they stood when the own sheet came in; before that, as they stand
 * @param since sheets that came, or were changed, after the own one: they are not handed over
 *     before the own sheet is sent again
 * @param missing what nobody has sent
 */
public record Bundle(
    List<Submission> handedOver, List<Submission> since, List<SubmissionKey> missing) {
  public Bundle {
    handedOver = List.copyOf(handedOver);
    since = List.copyOf(since);
    missing = List.copyOf(missing);
  }

  /** Whether all is handed over that there is to hand over. */
  public boolean isWhole() {
    return since.isEmpty() && missing.isEmpty();
  }
}

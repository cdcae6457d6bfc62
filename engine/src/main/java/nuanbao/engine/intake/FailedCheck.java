package nuanbao.engine.intake;

import java.util.List;
import java.util.Optional;
import nuanbao.engine.form.Check;
import nuanbao.engine.form.Form;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.submission.Waiver;

/**
 * A check that a submission fails.
 *
 * @param places what is told of it, once for each place where it fails
 * @param explanation why, if its reporter was asked and said so
 */
public record FailedCheck(
    Form form,
    Check check,
    List<Problem> places,
    Optional<Waiver> waiver,
    Optional<String> explanation) {
  public FailedCheck {
    places = List.copyOf(places);
  }

  /** Whether acceptance waits for it: nobody has waived it, and it has to hold or be explained. */
  public boolean isOpen() {
    if (waiver.isPresent()) return false;
    return switch (check.severity()) {
      case MUST, MUST_OR_EXCUSED -> true;
      case EXPLAIN -> explanation.isEmpty();
      case REMARK -> false;
    };
  }
}

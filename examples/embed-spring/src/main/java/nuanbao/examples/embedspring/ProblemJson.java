package nuanbao.examples.embedspring;

import java.util.List;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A problem as it is told over HTTP.
 *
 * @param place line and column of what was sent: {@code body:11:44}
 * @param cell row and column as printed
 */
record ProblemJson(
    String code,
    String severity,
    String message,
    String english,
    @Nullable String remedy,
    @Nullable String place,
    @Nullable String cell) {

  static List<ProblemJson> of(List<Problem> problems) {
    return problems.stream().map(ProblemJson::of).toList();
  }

  private static ProblemJson of(Problem problem) {
    return new ProblemJson(
        problem.code().code(),
        problem.severity().name(),
        problem.message(Language.CHINESE),
        problem.message(Language.ENGLISH),
        problem.remedy(Language.CHINESE).orElse(null),
        text(problem.source()),
        text(problem.cell()));
  }

  private static @Nullable String text(@Nullable Object place) {
    return place == null ? null : place.toString();
  }
}

package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Severity;
import nuanbao.engine.problem.Text;

/**
 * The oddities of a notice that its implementer has looked at and answered ({@code answered}): what
 * is answered is a hint with the reason, and no warning any more. Errors cannot be answered.
 */
final class AnsweredProblems {
  private final List<Located> answers;

  AnsweredProblems(Optional<Located> campaign) {
    this.answers = campaign.map(one -> one.items("answered")).orElse(List.of());
  }

  /** The same problems, as they stand after the answers. */
  Problems in(Problems found) {
    Set<Located> used = new HashSet<>();
    List<Problem> after = new ArrayList<>();
    for (Problem problem : found.inOrder()) {
      Optional<Located> answer =
          answers.stream().filter(one -> isAnswered(problem, one)).findFirst();
      answer.ifPresent(used::add);
      after.add(answer.map(one -> hint(problem, one)).orElse(problem));
    }
    Problems all = new Problems();
    all.addAll(after);
    for (Located answer : answers) {
      if (!used.contains(answer)) {
        all.add(answer.problem(ProblemCode.ANSWERED_NOTHING, answer.text("problem").orElse("")));
      }
    }
    return all;
  }

  private static boolean isAnswered(Problem problem, Located answer) {
    if (problem.severity() == Severity.ERROR) return false;
    if (!answer.text("problem").equals(Optional.of(problem.code().code()))) return false;
    Optional<String> about = answer.text("about");
    return about.isEmpty() || problem.message(Language.CHINESE).contains(about.get());
  }

  private static Problem hint(Problem problem, Located answer) {
    Text said = new Text(problem.message(Language.CHINESE), problem.message(Language.ENGLISH));
    return Problem.of(ProblemCode.ANSWERED, said, answer.text("reason").orElse(""))
        .at(problem.source());
  }
}

package nuanbao.engine.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Collects what is wrong while something is read, so that all of it can be told together. Errors
 * beyond a thousand are told by one more; warnings and hints beyond it are left out, since however
 * many there are they refuse nothing.
 */
public final class Problems {
  /** More than anybody would read, and few enough to bound what a hostile document can cost. */
  private static final int MOST = 1_000;

  private final Set<Problem> found = new LinkedHashSet<>();
  private int errors;

  public void add(Problem problem) {
    if (problem.severity() == Severity.ERROR) addError(problem);
    else if (found.size() - errors < MOST) found.add(problem);
  }

  private void addError(Problem error) {
    if (isFull()) addUntold();
    else if (found.add(error)) errors++;
  }

  /** Whether whatever else is wrong is not listed any more, so that nobody need look into it. */
  public boolean isFull() {
    return errors >= MOST;
  }

  /** Notes that more is wrong than is listed. */
  public void addUntold() {
    if (found.add(Problem.of(ProblemCode.TOO_MANY_PROBLEMS, MOST))) errors++;
  }

  public void addAll(List<Problem> problems) {
    problems.forEach(this::add);
  }

  public boolean hasErrors() {
    return errors > 0;
  }

  /** All of them, by place. */
  public List<Problem> inOrder() {
    return found.stream().sorted(Problem.BY_PLACE).toList();
  }

  /** Refused if there is an error, else the value with the warnings and hints. */
  public <T> Outcome<T> outcome(Supplier<? extends T> value) {
    return hasErrors()
        ? new Outcome.Refused<>(inOrder())
        : new Outcome.Accepted<>(value.get(), inOrder());
  }
}

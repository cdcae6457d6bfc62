package nuanbao.engine.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Collects what is wrong while something is read, so that all of it can be told together. */
public final class Problems {
  /** More than anybody would read, and few enough to bound what a hostile document can cost. */
  private static final int MOST = 1_000;

  private final Set<Problem> found = new LinkedHashSet<>();

  public void add(Problem problem) {
    if (isFull()) addUntold();
    else found.add(problem);
  }

  /** Whether whatever else is wrong is not listed any more, so that nobody need look into it. */
  public boolean isFull() {
    return found.size() >= MOST;
  }

  /** Notes that more is wrong than is listed. */
  public void addUntold() {
    found.add(Problem.of(ProblemCode.TOO_MANY_PROBLEMS, MOST));
  }

  public void addAll(List<Problem> problems) {
    problems.forEach(this::add);
  }

  public boolean hasErrors() {
    return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
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

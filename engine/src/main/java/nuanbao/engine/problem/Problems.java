package nuanbao.engine.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Collects what is wrong while something is read, so that all of it can be told together. */
public final class Problems {
  private final Set<Problem> found = new LinkedHashSet<>();

  public void add(Problem problem) {
    found.add(problem);
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

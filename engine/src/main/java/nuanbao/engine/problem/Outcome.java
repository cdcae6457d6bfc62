package nuanbao.engine.problem;

import java.util.List;
import java.util.function.Function;

/**
 * What became of something from outside: a value, or every reason why not.
 *
 * <p>Only readers, the intake and the review return one. Past them a value in hand is sound.
 */
public sealed interface Outcome<T> {

  /** Warnings and hints of an accepted value, or the problems of a refused one. */
  List<Problem> problems();

  /** The value; throws where there is none. */
  T orElseThrow();

  <R> Outcome<R> map(Function<? super T, ? extends R> function);

  /** Taken; the problems are warnings and hints only. */
  record Accepted<T>(T value, List<Problem> problems) implements Outcome<T> {
    public Accepted {
      problems = List.copyOf(problems);
      if (problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR)) {
        throw new IllegalArgumentException("what is accepted has no errors: " + problems);
      }
    }

    @Override
    public T orElseThrow() {
      return value;
    }

    @Override
    public <R> Outcome<R> map(Function<? super T, ? extends R> function) {
      return new Accepted<>(function.apply(value), problems);
    }
  }

  /** Refused, for at least one error; warnings and hints found on the way stand beside it. */
  record Refused<T>(List<Problem> problems) implements Outcome<T> {
    public Refused {
      problems = List.copyOf(problems);
      if (problems.stream().noneMatch(problem -> problem.severity() == Severity.ERROR)) {
        throw new IllegalArgumentException("what is refused has an error: " + problems);
      }
    }

    @Override
    public T orElseThrow() {
      throw new IllegalStateException(
          "refused: "
              + problems.stream().map(p -> p.code() + " " + p.message(Language.ENGLISH)).toList());
    }

    @Override
    public <R> Outcome<R> map(Function<? super T, ? extends R> function) {
      return new Refused<>(problems);
    }
  }
}

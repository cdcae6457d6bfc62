package nuanbao.engine.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.formula.Value;

/**
 * A figure held against a number (完成情况).
 *
 * @param figure exact; blank where nothing was reported, which is never 0
 */
public record Achievement(Comparison comparison, BigDecimal number, Value figure, Verdict verdict) {
  private static final MathContext DIVISION = new MathContext(34, RoundingMode.HALF_UP);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * Holds a figure against a number, unrounded.
   *
   * @param isComplete whether every report that the figure rests on has arrived
   */
  public static Achievement of(
      Comparison comparison, BigDecimal number, Value figure, boolean isComplete) {
    Verdict verdict;
    if (figure instanceof Value.Number reached) {
      verdict = comparison.judge(reached.amount(), number, isComplete);
    } else if (figure instanceof Value.NotApplicable) {
      verdict = Verdict.NOT_APPLICABLE;
    } else if (figure instanceof Value.Failed) {
      verdict = Verdict.FAILED;
    } else {
      verdict = Verdict.NO_FIGURE;
    }
    return new Achievement(comparison, number, figure, verdict);
  }

  /** Of a number that nothing is held against. */
  public static Achievement withoutFigure(Comparison comparison, BigDecimal number) {
    return new Achievement(comparison, number, Value.BLANK, Verdict.NO_SOURCE);
  }

  /**
   * How many rows of those expected are there (全覆盖): one that is missing is not covered, whether it
   * was left blank or not reported. Where none is expected nothing applies.
   */
  public static Achievement ofRows(int covered, int expected) {
    BigDecimal all = BigDecimal.valueOf(expected);
    Value figure = expected == 0 ? Value.NOT_APPLICABLE : Value.of(BigDecimal.valueOf(covered));
    return of(Comparison.LEAST, all, figure, true);
  }

  /** 完成率 in per cent; empty without a figure, of nothing, and of what must not be exceeded. */
  public Optional<BigDecimal> rate() {
    if (!(figure instanceof Value.Number reached)) return Optional.empty();
    if (comparison == Comparison.MOST || number.signum() == 0) return Optional.empty();
    return Optional.of(reached.amount().multiply(HUNDRED).divide(number, DIVISION));
  }

  /**
   * What several amount to together: reached only if all are. What does not apply is left out; of
   * the others the worst stands.
   */
  public static Verdict ofAll(Collection<Achievement> all) {
    List<Verdict> verdicts = all.stream().map(Achievement::verdict).toList();
    return Verdict.first(
        verdicts,
        Verdict.NOT_REACHED,
        Verdict.FAILED,
        Verdict.NO_FIGURE,
        Verdict.NO_SOURCE,
        Verdict.INCOMPLETE,
        Verdict.OPEN,
        Verdict.REACHED);
  }

  /** What several ways amount to, of which one is enough: the most hopeful one stands. */
  public static Verdict ofEither(Collection<Verdict> ways) {
    return Verdict.first(
        ways,
        Verdict.REACHED,
        Verdict.OPEN,
        Verdict.INCOMPLETE,
        Verdict.NO_FIGURE,
        Verdict.FAILED,
        Verdict.NOT_REACHED,
        Verdict.NO_SOURCE);
  }
}

package nuanbao.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.rollup.Reported;
import nuanbao.engine.rollup.RollupPlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Adding up 620,000 village rows × 8 indicators over the five levels above them, one cell in ten
 * missing: the engine against plain arrays with the same mask.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RollupBenchmark {
  private final Country country = new Country();
  private final RollupPlan plan = RollupPlan.of(country.form(), country.duty(), country.units());
  private final Reported reported = plan.reported(Country.ROUND);
  private final Country mixed =
      new Country(
          List.of(
              RollupRule.SUM,
              RollupRule.AVERAGE,
              RollupRule.COUNT,
              RollupRule.MIN,
              RollupRule.MAX));
  private final RollupPlan mixedPlan = RollupPlan.of(mixed.form(), mixed.duty(), mixed.units());
  private final Reported mixedReported = mixedPlan.reported(Country.ROUND);
  private final PlainLoop loop =
      new PlainLoop(country.above(), country.amounts(), country.reported());

  /** Takes in what the townships sent, and holds the sums of both ways against each other. */
  public RollupBenchmark() {
    country.submissions().forEach(reported::take);
    mixed.submissions().forEach(mixedReported::take);
    Sums.compare(engine(), loop.addUp());
  }

  @Benchmark
  public Figures engine() {
    return plan.addUp(List.of(reported));
  }

  @Benchmark
  public Object plainLoop() {
    return loop.addUp();
  }

  /** Sum, count, least, greatest and weighted mean in turn, from the same stored figures. */
  @Benchmark
  public Figures engineMixedRules() {
    return mixedPlan.addUp(List.of(mixedReported));
  }

  /** All of it, with taking in: what a host pays that keeps nothing between two questions. */
  @Benchmark
  public Figures engineFromSubmissions() {
    return plan.run(List.of(Country.ROUND), country.submissions());
  }
}

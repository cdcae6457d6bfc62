package nuanbao.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The rules of a table of 200 rows, compiled and read before; each evaluation is a verdict. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class FormulaBenchmark {
  /** A {@link RuleLanguage}. */
  @Param("ENGINE")
  public String language = "ENGINE";

  /** Whether the rule with a division is among them. */
  @Param("true")
  public boolean dividing = true;

  private final RuleTable table = new RuleTable();
  private RuleRun run = (row, rule) -> false;
  private int[] rules = {};

  @Setup
  public void compile() {
    run = RuleLanguage.valueOf(language).compiled(table);
    rules =
        IntStream.range(0, RuleTable.RULES.size())
            .filter(rule -> dividing || rule != RuleTable.DIVIDING)
            .toArray();
  }

  @Benchmark
  public int verdicts() {
    int held = 0;
    for (int row = 0; row < table.rows().size(); row++) {
      for (int rule : rules) {
        if (run.holds(row, rule)) held++;
      }
    }
    return held;
  }
}

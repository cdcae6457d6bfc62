package nuanbao.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Measures with JMH what is to be compared, one after the other and over again. */
final class Turns {
  private static final int TURNS = 3;
  private static final int ITERATIONS = 5;

  private Turns() {}

  /** A method to be measured, and by which name. */
  record Measured(String name, Class<?> benchmark, String method, Map<String, String> parameters) {}

  static Medians run(Class<?> benchmark, int warmups, String... methods) throws RunnerException {
    return run(
        warmups,
        Stream.of(methods)
            .map(method -> new Measured(method, benchmark, method, Map.of()))
            .toList());
  }

  /** A second for each warm-up: some code takes longer to be compiled than other. */
  static Medians run(int warmups, List<Measured> all) throws RunnerException {
    Medians medians = new Medians();
    for (int turn = 1; turn <= TURNS; turn++) {
      for (Measured one : all) {
        System.err.printf("%s.%s, turn %d%n", one.benchmark.getSimpleName(), one.name, turn);
        for (RunResult result : new Runner(options(one, warmups)).run()) {
          scores(result).forEach(score -> medians.add(one.name, score));
        }
      }
    }
    return medians;
  }

  private static Options options(Measured one, int warmups) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + one.benchmark.getName() + "\\." + one.method + "$")
            .forks(1)
            .warmupIterations(warmups)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(ITERATIONS)
            .measurementTime(TimeValue.seconds(1))
            .jvmArgsAppend("-D" + Home.PROPERTY + "=" + Home.path(), "-Xmx8g")
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    one.parameters.forEach((name, value) -> options.param(name, value));
    return options.build();
  }

  private static List<Double> scores(RunResult result) {
    return result.getBenchmarkResults().stream()
        .map(BenchmarkResult::getIterationResults)
        .flatMap(iterations -> iterations.stream().map(IterationResult::getPrimaryResult))
        .map(primary -> primary.getScore())
        .toList();
  }
}

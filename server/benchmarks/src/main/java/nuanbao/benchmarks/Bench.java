package nuanbao.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/**
 * {@code Bench HOME [check] [ledger] [rollup] [command] [page] [units] [formulas]}: measures, and
 * prints all ratios side by side. What is compared runs in turns, and medians are taken, because no
 * machine is quiet.
 */
public final class Bench {
  private final Set<String> parts;
  private final RatioTable table = new RatioTable();

  private Bench(Set<String> parts) {
    this.parts = parts;
  }

  /** Takes the project's folder, and the parts to measure; none means all. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    Locale.setDefault(Locale.ROOT);
    System.setProperty(Home.PROPERTY, arguments.length == 0 ? "." : arguments[0]);
    Bench bench = new Bench(Set.copyOf(Stream.of(arguments).skip(1).toList()));
    Path scratch = Files.createTempDirectory("nuanbao-bench");
    try {
      bench.run(scratch);
    } finally {
      delete(scratch);
    }
    System.out.println(bench.table);
  }

  private void run(Path scratch) throws IOException, RunnerException {
    if (isWanted("check")) check();
    if (isWanted("ledger")) ledger();
    if (isWanted("rollup")) rollup();
    if (isWanted("command")) new CommandTiming(scratch).measure(table);
    if (isWanted("page")) new PageTiming(scratch).measure(table);
    if (isWanted("units")) new UnitsTiming(scratch).measure(table);
    if (isWanted("formulas")) new FormulaRatios(table).measure();
  }

  private boolean isWanted(String part) {
    return parts.isEmpty() || parts.contains(part);
  }

  private void check() throws RunnerException {
    Medians medians = Turns.run(CheckBenchmark.class, 8, "engine", "networkntAlone");
    table.add(
        "(1) one sheet of 14 rows × 9 cells checked, from its bytes",
        medians.of("engine"),
        "Jackson + networknt alone",
        medians.of("networkntAlone"),
        "µs",
        "≤ 1.5");
  }

  private void ledger() throws RunnerException {
    Medians medians = Turns.run(LedgerBenchmark.class, 5, "fewEntries", "manyEntries");
    table.add(
        "(6) an entry of a ledger of %d checked".formatted(LedgerBenchmark.MANY),
        medians.of("manyEntries") / LedgerBenchmark.MANY,
        "an entry of one of %d".formatted(LedgerBenchmark.FEW),
        medians.of("fewEntries") / LedgerBenchmark.FEW,
        "µs",
        "≤ 1.2");
  }

  private void rollup() throws RunnerException {
    Medians ours =
        Turns.run(
            RollupBenchmark.class,
            5,
            "engine",
            "plainLoop",
            "engineMixedRules",
            "engineFromSubmissions");
    Medians duckDb = Turns.run(DuckDbBenchmark.class, 3, "groupByRollup");
    String what = "(2) 620,000 rows × 8 indicators added up over five levels";
    double loop = ours.of("plainLoop");
    table.add(what, ours.of("engine"), "plain `long[]` loop", loop, "ms", "≤ 3");
    table.add(
        what, ours.of("engine"), "DuckDB, `GROUP BY ROLLUP`", duckDb.of("groupByRollup"), "ms");
    table.add(
        what + ", all numeric rules mixed",
        ours.of("engineMixedRules"),
        "plain `long[]` loop",
        loop,
        "ms",
        "≤ 5");
    table.add(
        what + ", with taking 62,000 submissions in",
        ours.of("engineFromSubmissions"),
        "plain `long[]` loop",
        loop,
        "ms");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }
}

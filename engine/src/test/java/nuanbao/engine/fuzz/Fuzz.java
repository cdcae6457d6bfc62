package nuanbao.engine.fuzz;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import nuanbao.engine.formula.FormulaFuzz;
import nuanbao.engine.json.AnswersFuzz;
import nuanbao.engine.json.CampaignFuzz;

/**
 * {@code Fuzz [formulas] [answers] [campaigns] [--inputs N] [--seed S]}: hands in spoiled formulas,
 * answers and campaigns, in the folder of the engine. Not a test of the build; what it finds
 * becomes one. Ends with 1 where something got past a door.
 */
public final class Fuzz {
  private static final int INPUTS = 100_000;

  /** A machine with other work takes its time; nothing that is sound takes a tenth of this. */
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private static final Path FINDINGS = Path.of("target", "fuzz");

  private final Map<String, Supplier<Fuzzer>> fuzzers = new LinkedHashMap<>();
  private final List<String> wanted = new ArrayList<>();
  private int inputs = INPUTS;
  private long seed = System.nanoTime();

  private Fuzz(String[] arguments) {
    fuzzers.put("formulas", FormulaFuzz::new);
    fuzzers.put("answers", AnswersFuzz::new);
    fuzzers.put("campaigns", CampaignFuzz::new);
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--inputs" -> inputs = Integer.parseInt(arguments[++i]);
        case "--seed" -> seed = Long.parseLong(arguments[++i]);
        default -> wanted.add(arguments[i]);
      }
    }
    if (!fuzzers.keySet().containsAll(wanted)) throw new IllegalArgumentException("no such door");
    if (wanted.isEmpty()) wanted.addAll(fuzzers.keySet());
  }

  public static void main(String[] arguments) {
    Locale.setDefault(Locale.ROOT);
    Fuzz fuzz;
    try {
      fuzz = new Fuzz(arguments);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
      System.err.println("fuzz [formulas] [answers] [campaigns] [--inputs N] [--seed S]");
      System.exit(2);
      return;
    }
    System.exit(fuzz.isSound() ? 0 : 1);
  }

  private boolean isSound() {
    boolean isSound = true;
    for (String name : wanted) isSound &= isSound(name, fuzzers.get(name).get());
    return isSound;
  }

  private boolean isSound(String name, Fuzzer fuzzer) {
    long before = System.nanoTime();
    FuzzRun.Result result = new FuzzRun(name, fuzzer, LIMIT, FINDINGS).run(inputs, seed);
    System.out.printf(
        "%s: %,d inputs in %d s with seed %d and %d MiB: %,d accepted, %,d refused, %d findings;"
            + " the slowest, input %d, took %d ms%n",
        name,
        result.inputs(),
        Duration.ofNanos(System.nanoTime() - before).toSeconds(),
        seed,
        Runtime.getRuntime().maxMemory() >> 20,
        result.accepted(),
        result.inputs() - result.accepted() - result.findings().size(),
        result.findings().size(),
        result.slowestNumber(),
        result.slowest().toMillis());
    for (Path finding : result.findings()) System.out.println("  " + finding.toAbsolutePath());
    return result.findings().isEmpty();
  }
}

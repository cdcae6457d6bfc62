package nuanbao.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import nuanbao.benchmarks.Turns.Measured;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Our formulas against the quickest of the languages that come to the same verdicts, as it shows in
 * the same run; then the others beside them.
 */
final class FormulaRatios {
  private static final List<RuleLanguage> WITHOUT_DIVISION =
      List.of(RuleLanguage.ENGINE, RuleLanguage.GROOVY, RuleLanguage.AVIATOR, RuleLanguage.JAVA);
  private static final String WHAT = "(7) seven rules over a table of 200 rows";
  private static final String SHEET = "checks";
  private static final String UNIT = "µs";

  private final RatioTable table;
  private final int wrong;

  /** Makes sure that all verdicts agree that should. */
  FormulaRatios(RatioTable table) {
    this.table = table;
    for (RuleLanguage language : RuleLanguage.values()) language.wrongVerdicts();
    this.wrong = RuleLanguage.JEXL_DOUBLES.wrongVerdicts();
  }

  void measure() throws RunnerException {
    List<Measured> all = new ArrayList<>();
    for (RuleLanguage language : RuleLanguage.values()) all.add(rules(language, true));
    for (RuleLanguage language : WITHOUT_DIVISION) all.add(rules(language, false));
    Medians medians = Turns.run(4, all);
    double checks = Turns.run(SheetBenchmark.class, 12, SHEET).of(SHEET);
    ToDoubleFunction<RuleLanguage> time = language -> medians.of(rules(language, true).name());
    RuleLanguage rival =
        RuleLanguage.exactOnes().stream().min(Comparator.comparingDouble(time)).orElseThrow();
    double ours = time.applyAsDouble(RuleLanguage.ENGINE);
    table.add(WHAT, ours, title(rival), time.applyAsDouble(rival), UNIT, "≤ 1");
    for (RuleLanguage other : RuleLanguage.values()) {
      if (other == RuleLanguage.ENGINE || other == rival) continue;
      table.add(WHAT, ours, title(other), time.applyAsDouble(other), UNIT);
    }
    table.add(
        WHAT + ", as checks of a sheet",
        checks,
        title(rival) + ", verdicts alone",
        time.applyAsDouble(rival),
        UNIT);
    withoutDivision(medians);
  }

  private void withoutDivision(Medians medians) {
    for (RuleLanguage other : WITHOUT_DIVISION) {
      if (other == RuleLanguage.ENGINE) continue;
      table.add(
          "(7) the six of them without a division",
          medians.of(rules(RuleLanguage.ENGINE, false).name()),
          title(other),
          medians.of(rules(other, false).name()),
          UNIT);
    }
  }

  private String title(RuleLanguage language) {
    return language == RuleLanguage.JEXL_DOUBLES
        ? "%s, %d of 1,400 verdicts wrong".formatted(language.title(), wrong)
        : language.title();
  }

  private static Measured rules(RuleLanguage language, boolean dividing) {
    return new Measured(
        language + (dividing ? "" : ", without division"),
        FormulaBenchmark.class,
        "verdicts",
        Map.of("language", language.name(), "dividing", String.valueOf(dividing)));
  }
}

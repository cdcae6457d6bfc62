package nuanbao.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What the rules of a {@link RuleTable} are written in and run by. */
public enum RuleLanguage {
  ENGINE("our formulas", Kind.OURS, EngineRules::new),
  GROOVY("Groovy, compiled statically", Kind.EXACT, GroovyRules::new),
  AVIATOR("Aviator, decimals", Kind.EXACT, AviatorRules::new),
  MVEL("MVEL, decimals", Kind.EXACT, MvelRules::new),
  QL_EXPRESS("QLExpress, precise", Kind.EXACT, QlExpressRules::new),
  EVAL_EX("EvalEx", Kind.EXACT, EvalExRules::new),
  JEXL_DECIMALS("commons-jexl3, decimals", Kind.EXACT, JexlRules::withDecimals),
  JEXL_DOUBLES("commons-jexl3, doubles", Kind.INEXACT, JexlRules::withDoubles),
  JAVA("Java written by hand", Kind.NO_LANGUAGE, JavaRules::new);

  /** What can be expected of it. */
  enum Kind {
    OURS,
    /** Comes to the same verdict everywhere. */
    EXACT,
    /** Comes to other verdicts, for which it is not taken. */
    INEXACT,
    /** Exact, but not something that an author of rules can write. */
    NO_LANGUAGE
  }

  private final String title;
  private final Kind kind;
  private final Function<RuleTable, RuleRun> maker;

  RuleLanguage(String title, Kind kind, Function<RuleTable, RuleRun> maker) {
    this.title = title;
    this.kind = kind;
    this.maker = maker;
  }

  String title() {
    return title;
  }

  RuleRun compiled(RuleTable table) {
    return maker.apply(table);
  }

  static List<RuleLanguage> exactOnes() {
    return Arrays.stream(values()).filter(one -> one.kind == Kind.EXACT).toList();
  }

  /**
   * In how many cases it comes to another verdict than we do; a benchmark of wrong verdicts would
   * be worth nothing.
   *
   * @throws IllegalStateException if it should be exact and is not
   */
  int wrongVerdicts() {
    RuleTable table = new RuleTable();
    RuleRun ours = ENGINE.compiled(table);
    RuleRun theirs = compiled(table);
    int wrong = 0;
    for (int row = 0; row < table.rows().size(); row++) {
      for (int rule = 0; rule < RuleTable.RULES.size(); rule++) {
        if (ours.holds(row, rule) != theirs.holds(row, rule)) wrong++;
      }
    }
    if (wrong > 0 && kind != Kind.INEXACT) {
      throw new IllegalStateException(title + " differs in " + wrong + " verdicts");
    }
    return wrong;
  }
}

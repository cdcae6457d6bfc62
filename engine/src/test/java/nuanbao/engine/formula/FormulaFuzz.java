package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.formula.FormulaParser.Mistake;
import nuanbao.engine.formula.FormulaParser.Parsed;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Severity;

/**
 * Reads, prints and runs spoiled formulas and stops at the first that throws: {@code FormulaFuzz
 * [how many] [seed]}. Not a test: it is run by hand when the language changes.
 */
public final class FormulaFuzz {
  private static final FormulaParser PARSER = new FormulaParser(RandomFormulas.NAMES);

  private FormulaFuzz() {}

  public static void main(String[] arguments) {
    int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
    long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 20_220_215;
    RandomFormulas formulas = new RandomFormulas(seed);
    List<Vector> vectors = Vector.all();
    int read = 0;
    long slowest = 0;
    for (int i = 0; i < many; i++) {
      String good =
          switch (i % 4) {
            case 0 -> formulas.number(1 + i % 5);
            case 1 -> formulas.condition(1 + i % 5);
            case 2 -> vectors.get(i % vectors.size()).formula();
            default -> formulas.garbage(1 + i % 200);
          };
      String text = i % 8 == 0 ? good : formulas.spoiled(good);
      long before = System.nanoTime();
      try {
        if (tried(text, formulas.scope())) read++;
      } catch (RuntimeException | StackOverflowError e) {
        throw new IllegalStateException("formula " + i + ": " + text, e);
      }
      slowest = Math.max(slowest, System.nanoTime() - before);
    }
    System.out.printf("%d formulas, %d read, slowest %d ms%n", many, read, slowest / 1_000_000);
  }

  private static boolean tried(String text, Scope scope) {
    Parsed condition = PARSER.parseCondition(text);
    Parsed value = PARSER.parseValue(text);
    check(text, condition);
    check(text, value);
    condition.formula().ifPresent(rule -> run(rule, scope));
    value.formula().ifPresent(formula -> printed(formula, scope));
    return value.formula().isPresent();
  }

  private static void run(Formula rule, Scope scope) {
    for (Formula one :
        List.of(rule, rule.withBlankAsZero(), rule.withTolerance(new BigDecimal("0.05")))) {
      one.test(scope);
      one.explainFailure(scope);
      one.certainVerdict();
    }
  }

  private static void printed(Formula formula, Scope scope) {
    formula.evaluate(scope);
    formula.withBlankAsZero().evaluate(scope);
    formula.references();
    String printed = formula.print();
    if (printed.length() > 2_000) return;
    Optional<Formula> again = PARSER.parseValue(printed).formula();
    if (again.isEmpty() || !again.get().root().equals(formula.root())) {
      throw new IllegalStateException("printed as " + printed);
    }
  }

  private static void check(String text, Parsed parsed) {
    boolean refused =
        parsed.mistakes().stream().anyMatch(one -> one.problem().severity() == Severity.ERROR);
    if (refused == parsed.formula().isPresent()) throw new IllegalStateException("both or neither");
    for (Mistake mistake : parsed.mistakes()) {
      mistake.problem().message(Language.CHINESE);
      mistake.problem().remedy(Language.ENGLISH);
      boolean inside = mistake.offset() >= 0 && mistake.offset() <= text.length();
      boolean ends = mistake.offset() + mistake.length() <= text.length() + 1;
      if (!inside || !ends || mistake.length() < 1) {
        throw new IllegalStateException("no such place: " + mistake);
      }
    }
  }
}

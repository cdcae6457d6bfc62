package nuanbao.benchmarks;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/** The rules as a programmer writes them in Java: no language at all. */
final class JavaRules implements RuleRun {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private static final List<Predicate<BigDecimal[]>> RULES =
      List.of(
          row -> equal(row[0], row[1].add(row[2])),
          row -> equal(row[0], row[1].add(row[2])) && equal(row[0], row[3]),
          row -> row[4].compareTo(row[1]) <= 0,
          row -> equal(row[5].subtract(row[6]).add(row[7]), row[8]),
          row -> row[10].compareTo(quotient(row[6].multiply(row[9]))) <= 0,
          row -> row[4].signum() > 0 ? row[6].signum() > 0 : row[6].signum() == 0,
          row -> equal(row[19], kinds(row)));

  private final List<BigDecimal[]> rows;

  JavaRules(RuleTable table) {
    rows = table.rows();
  }

  private static boolean equal(BigDecimal one, BigDecimal other) {
    return one.compareTo(other) == 0;
  }

  private static BigDecimal quotient(BigDecimal product) {
    return product.divide(HUNDRED, RuleTable.DIVISION);
  }

  private static BigDecimal kinds(BigDecimal[] row) {
    BigDecimal sum = row[11];
    for (int i = 12; i < 19; i++) sum = sum.add(row[i]);
    return sum;
  }

  @Override
  public boolean holds(int row, int rule) {
    return RULES.get(rule).test(rows.get(row));
  }
}

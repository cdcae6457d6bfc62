package nuanbao.benchmarks;

import groovy.lang.GroovyClassLoader;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/**
 * Groovy: every number with a point is a decimal. Compiled statically, with a typed row for its
 * columns, which is quicker than its scripts. A quotient without an end keeps ten decimals.
 */
final class GroovyRules implements RuleRun {
  private final List<Predicate<BigDecimal[]>> rules;
  private final List<BigDecimal[]> rows;

  GroovyRules(RuleTable table) {
    GroovyClassLoader compiler = new GroovyClassLoader(GroovyRules.class.getClassLoader());
    rules =
        RuleTable.spelled(number -> number).stream().map(rule -> compiled(compiler, rule)).toList();
    rows = table.rows();
  }

  @SuppressWarnings("unchecked")
  private static Predicate<BigDecimal[]> compiled(GroovyClassLoader compiler, String rule) {
    String source =
        """
        @groovy.transform.CompileStatic
        class Rule implements java.util.function.Predicate<BigDecimal[]> {
          boolean test(BigDecimal[] row) { %s }
        }
        """
            .formatted(RuleTable.withColumns(rule, column -> "row[" + column + "]"));
    try {
      return (Predicate<BigDecimal[]>)
          compiler.parseClass(source).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public boolean holds(int row, int rule) {
    return rules.get(rule).test(rows.get(row));
  }
}

package nuanbao.benchmarks;

import java.math.BigDecimal;
import java.util.function.Function;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.MapContext;

/** commons-jexl3, with decimals or with doubles. */
final class JexlRules implements RuleRun {
  /** Below 0: as many decimals as there are. */
  private static final int ANY_SCALE = -1;

  private final JexlExpression[] rules;
  private final JexlContext[] rows;

  private JexlRules(
      RuleTable table,
      JexlArithmetic arithmetic,
      Function<String, String> number,
      Function<BigDecimal, Object> cell) {
    JexlEngine jexl = new JexlBuilder().arithmetic(arithmetic).create();
    rules =
        RuleTable.spelled(number).stream()
            .map(jexl::createExpression)
            .toArray(JexlExpression[]::new);
    rows = table.byName(cell).stream().map(MapContext::new).toArray(JexlContext[]::new);
  }

  static JexlRules withDecimals(RuleTable table) {
    JexlArithmetic exact = new JexlArithmetic(true, RuleTable.DIVISION, ANY_SCALE);
    return new JexlRules(table, exact, number -> number + "b", cell -> cell);
  }

  /** Not exact: it says of some sums that they are not what they are. */
  static JexlRules withDoubles(RuleTable table) {
    return new JexlRules(
        table, new JexlArithmetic(true), number -> number, BigDecimal::doubleValue);
  }

  @Override
  public boolean holds(int row, int rule) {
    return (Boolean) rules[rule].evaluate(rows[row]);
  }
}

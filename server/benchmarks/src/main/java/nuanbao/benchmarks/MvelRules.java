package nuanbao.benchmarks;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.mvel2.MVEL;

/** MVEL: decimals where the cells are decimals; {@code 100B} is one. */
final class MvelRules implements RuleRun {
  private final Serializable[] rules;
  private final List<Map<String, BigDecimal>> rows;

  MvelRules(RuleTable table) {
    rules =
        RuleTable.spelled(number -> number + "B").stream()
            .map(MVEL::compileExpression)
            .toArray(Serializable[]::new);
    rows = table.byName(cell -> cell);
  }

  @Override
  public boolean holds(int row, int rule) {
    return (Boolean) MVEL.executeExpression(rules[rule], rows.get(row));
  }
}

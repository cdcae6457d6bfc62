package nuanbao.benchmarks;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.DataAccessorIfc;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** EvalEx: decimals throughout. Its variables are read from the row at hand, without a copy. */
final class EvalExRules implements RuleRun {
  private final Expression[] rules;
  private final List<Map<String, EvaluationValue>> rows;
  private final RowAtHand atHand = new RowAtHand();

  EvalExRules(RuleTable table) {
    ExpressionConfiguration configuration =
        ExpressionConfiguration.builder()
            .mathContext(RuleTable.DIVISION)
            .stripTrailingZeros(false)
            .dataAccessorSupplier(() -> atHand)
            .build();
    rules =
        RuleTable.spelled(number -> number).stream()
            .map(rule -> rule.contains("?") ? "IF(visited > 0, spent > 0, spent == 0)" : rule)
            .map(rule -> new Expression(rule, configuration))
            .toArray(Expression[]::new);
    rows = table.byName(EvaluationValue::numberValue);
  }

  @Override
  public boolean holds(int row, int rule) {
    atHand.cells = rows.get(row);
    try {
      return rules[rule].evaluate().getBooleanValue();
    } catch (EvaluationException | ParseException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static final class RowAtHand implements DataAccessorIfc {
    private Map<String, EvaluationValue> cells = Map.of();

    @Override
    public @Nullable EvaluationValue getData(String variable) {
      return cells.get(variable);
    }

    @Override
    public void setData(String variable, EvaluationValue value) {
      throw new UnsupportedOperationException(variable);
    }
  }
}

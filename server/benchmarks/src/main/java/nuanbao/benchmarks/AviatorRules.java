package nuanbao.benchmarks;

import com.googlecode.aviator.AviatorEvaluator;
import com.googlecode.aviator.AviatorEvaluatorInstance;
import com.googlecode.aviator.Expression;
import com.googlecode.aviator.Options;
import java.util.List;
import java.util.Map;

/** Aviator: compiled to byte code, with every number a decimal. */
final class AviatorRules implements RuleRun {
  private final Expression[] rules;
  private final List<Map<String, Object>> rows;

  AviatorRules(RuleTable table) {
    AviatorEvaluatorInstance aviator = AviatorEvaluator.newInstance();
    aviator.setOption(Options.MATH_CONTEXT, RuleTable.DIVISION);
    aviator.setOption(Options.ALWAYS_PARSE_INTEGRAL_NUMBER_INTO_DECIMAL, true);
    aviator.setOption(Options.ALWAYS_PARSE_FLOATING_POINT_NUMBER_INTO_DECIMAL, true);
    rules =
        RuleTable.spelled(number -> number).stream()
            .map(rule -> aviator.compile(rule, false))
            .toArray(Expression[]::new);
    rows = table.byName(cell -> cell);
  }

  @Override
  public boolean holds(int row, int rule) {
    return (Boolean) rules[rule].execute(rows.get(row));
  }
}

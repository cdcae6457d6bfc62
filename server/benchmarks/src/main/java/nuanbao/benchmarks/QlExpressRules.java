package nuanbao.benchmarks;

import com.alibaba.qlexpress4.Express4Runner;
import com.alibaba.qlexpress4.InitOptions;
import com.alibaba.qlexpress4.QLOptions;
import java.util.List;
import java.util.Map;

/**
 * QLExpress in its precise mode, which keeps ten decimals of a quotient. It keeps what it compiled.
 */
final class QlExpressRules implements RuleRun {
  private final Express4Runner runner = new Express4Runner(InitOptions.DEFAULT_OPTIONS);
  private final QLOptions options = QLOptions.builder().precise(true).cache(true).build();
  private final List<String> rules = RuleTable.spelled(number -> number);
  private final List<Map<String, Object>> rows;

  QlExpressRules(RuleTable table) {
    rows = table.byName(cell -> cell);
  }

  @Override
  public boolean holds(int row, int rule) {
    return (Boolean) runner.execute(rules.get(rule), rows.get(row), options).getResult();
  }
}

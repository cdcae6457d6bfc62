package nuanbao.benchmarks;

import java.math.BigDecimal;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.formula.Value;
import nuanbao.engine.rollup.Figures;

/** Whether two ways of adding up agree: a benchmark of a wrong sum would be worth nothing. */
final class Sums {
  private Sums() {}

  static void compare(Figures figures, PlainLoop loop) {
    for (int row = 0; row < figures.rows().size(); row++) {
      for (int column = 0; column < Country.INDICATORS; column++) {
        Indicator indicator = figures.form().indicators().get(column);
        Value value = figures.value(row, indicator);
        Value plain =
            loop.isPresent(row, column)
                ? Value.of(BigDecimal.valueOf(loop.amount(row, column), Country.decimals(column)))
                : Value.BLANK;
        if (!value.equals(plain)) {
          throw new IllegalStateException(
              "row %d, column %d: %s is not %s".formatted(row, column, value, plain));
        }
      }
    }
  }
}

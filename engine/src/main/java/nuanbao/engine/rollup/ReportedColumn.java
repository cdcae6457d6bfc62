package nuanbao.engine.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.formula.Value;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of one figure in one round, by the rows of a plan. What is reported more than
 * once for a row, as by several entries of a unit, is put together by the rule of its column.
 */
sealed interface ReportedColumn {

  /**
   * Takes in what was written in a row; a blank and 不适用 leave nothing there.
   *
   * @param weight of an average; blank elsewhere
   */
  void report(int row, Value value, Value weight);

  /** Forgets what was written in a row. */
  void clear(int row);

  /**
   * An empty column.
   *
   * @param weightDecimals decimals of the column that weighs it; 0 for none
   */
  static ReportedColumn of(Indicator indicator, int weightDecimals, int rows) {
    if (indicator.rollup() == RollupRule.COUNT) return new Numbers(Combining.COUNT, 0, rows);
    if (indicator.rollup() == RollupRule.AVERAGE) {
      int decimals = ((FieldType.Number) indicator.type()).decimals();
      return new Averages(indicator.weight().isPresent(), decimals, weightDecimals, rows);
    }
    if (indicator.type() instanceof FieldType.Number type) {
      Combining combining =
          switch (indicator.rollup()) {
            case MIN -> Combining.MIN;
            case MAX -> Combining.MAX;
            case NONE -> Combining.ONE;
            case SUM, COUNT, AVERAGE, JOIN, DISTINCT, TALLY, MERGE, RECOMPUTE -> Combining.SUM;
          };
      return new Numbers(combining, type.decimals(), rows);
    }
    return new Values(rows);
  }

  /** How two numbers become one. */
  enum Combining {
    SUM,
    COUNT,
    MIN,
    MAX,
    /** Not at all: where there are several there is none. */
    ONE
  }

  /** Numbers as scaled {@code long}s with a mask for what is missing. */
  final class Numbers implements ReportedColumn {
    final Combining combining;
    final int decimals;
    final long[] amounts;
    final BitSet present;

    /** Numbers that do not fit. They are present, and 0. */
    final BitSet failed = new BitSet();

    private Numbers(Combining combining, int decimals, int rows) {
      this.combining = combining;
      this.decimals = decimals;
      this.amounts = new long[rows];
      this.present = new BitSet(rows);
    }

    @Override
    public void report(int row, Value value, Value weight) {
      if (combining == Combining.COUNT) {
        if (!(value instanceof Value.Blank || value instanceof Value.NotApplicable)) put(row, 1);
        return;
      }
      if (!(value instanceof Value.Number number)) return;
      try {
        put(row, scaled(number.amount(), decimals));
      } catch (ArithmeticException doesNotFit) {
        present.set(row);
        failed.set(row);
      }
    }

    private void put(int row, long amount) {
      if (!present.get(row)) {
        present.set(row);
        amounts[row] = amount;
        return;
      }
      switch (combining) {
        case SUM, COUNT -> amounts[row] = Math.addExact(amounts[row], amount);
        case MIN -> amounts[row] = Math.min(amounts[row], amount);
        case MAX -> amounts[row] = Math.max(amounts[row], amount);
        case ONE -> failed.set(row);
      }
    }

    @Override
    public void clear(int row) {
      amounts[row] = 0;
      present.clear(row);
      failed.clear(row);
    }
  }

  /** The decimal point moves to the end first, because then the digits are had as they are. */
  static long scaled(BigDecimal amount, int decimals) {
    return amount.setScale(decimals).scaleByPowerOfTen(decimals).longValueExact();
  }

  /**
   * What averages need: the sum of amount × weight, in 128 bits, and the sum of weights; both
   * scaled. An amount without a weight takes no part.
   */
  final class Averages implements ReportedColumn {
    final boolean isWeighted;
    final int decimals;
    final int weightDecimals;
    final long[] high;
    final long[] low;
    final long[] weights;
    final BitSet present;
    final BitSet failed = new BitSet();

    private Averages(boolean isWeighted, int decimals, int weightDecimals, int rows) {
      this.isWeighted = isWeighted;
      this.decimals = decimals;
      this.weightDecimals = weightDecimals;
      this.high = new long[rows];
      this.low = new long[rows];
      this.weights = new long[rows];
      this.present = new BitSet(rows);
    }

    @Override
    public void report(int row, Value value, Value weight) {
      if (!(value instanceof Value.Number number)) return;
      if (isWeighted && !(weight instanceof Value.Number)) return;
      present.set(row);
      try {
        long amount = scaled(number.amount(), decimals);
        long by =
            weight instanceof Value.Number given && isWeighted
                ? scaled(given.amount(), weightDecimals)
                : 1;
        long product = amount * by;
        long sum = low[row] + product;
        high[row] +=
            Math.multiplyHigh(amount, by) + (Long.compareUnsigned(sum, product) < 0 ? 1 : 0);
        low[row] = sum;
        weights[row] = Math.addExact(weights[row], by);
      } catch (ArithmeticException doesNotFit) {
        failed.set(row);
      }
    }

    @Override
    public void clear(int row) {
      high[row] = 0;
      low[row] = 0;
      weights[row] = 0;
      present.clear(row);
      failed.clear(row);
    }
  }

  /** What is no number, as it was written; null where there is nothing. */
  final class Values implements ReportedColumn {
    final @Nullable List<Value>[] values;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Values(int rows) {
      this.values = (@Nullable List<Value>[]) new List[rows];
    }

    @Override
    public void report(int row, Value value, Value weight) {
      if (value instanceof Value.Blank || value instanceof Value.NotApplicable) return;
      List<Value> before = values[row];
      if (before == null) {
        values[row] = List.of(value);
      } else {
        List<Value> more = new ArrayList<>(before);
        more.add(value);
        values[row] = more;
      }
    }

    @Override
    public void clear(int row) {
      values[row] = null;
    }
  }
}

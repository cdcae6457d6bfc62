package nuanbao.engine.rollup;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.OverTime;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.Text;

/**
 * Collects one indicator over all rows: first along rounds, then from each row to the one above.
 */
sealed interface Accumulator {

  /** Takes what a round reported in a row. Rounds come in order. */
  void report(int row, Value value);

  /** Adds a row to the one that sums it up; called once for each row, the lowest first. */
  void addUp(int row, int above);

  Value value(int row);

  static Accumulator of(Indicator indicator, int rows, boolean severalRounds) {
    OverTime overTime =
        severalRounds || indicator.overTime() != OverTime.NONE
            ? indicator.overTime()
            : OverTime.STOCK;
    return indicator.type() instanceof FieldType.Number type
        ? new Numbers(type.decimals(), indicator.rollup(), overTime, rows)
        : new Texts(indicator.rollup(), overTime, rows, severalRounds);
  }

  /**
   * Numbers as scaled {@code long}s with a mask for what is missing. A sum that does not fit fails
   * its cell; it never wraps.
   */
  final class Numbers implements Accumulator {
    private static final Text TOO_LARGE = new Text("数太大", "too large");

    private final int decimals;
    private final RollupRule rollup;
    private final OverTime overTime;
    private final long[] amounts;
    private final BitSet present = new BitSet();
    private final BitSet failed = new BitSet();

    Numbers(int decimals, RollupRule rollup, OverTime overTime, int rows) {
      this.decimals = decimals;
      this.rollup = rollup;
      this.overTime = overTime;
      this.amounts = new long[rows];
    }

    @Override
    public void report(int row, Value value) {
      if (overTime == OverTime.NONE || !(value instanceof Value.Number number)) return;
      if (overTime == OverTime.STOCK) {
        amounts[row] = 0;
        failed.clear(row);
      }
      try {
        add(row, number.amount().setScale(decimals).unscaledValue().longValueExact());
      } catch (ArithmeticException doesNotFit) {
        present.set(row);
        failed.set(row);
      }
    }

    private void add(int row, long amount) {
      present.set(row);
      amounts[row] = Math.addExact(amounts[row], amount);
    }

    @Override
    public void addUp(int row, int above) {
      if (rollup != RollupRule.SUM || !present.get(row)) return;
      if (failed.get(row)) {
        present.set(above);
        failed.set(above);
        return;
      }
      try {
        add(above, amounts[row]);
      } catch (ArithmeticException doesNotFit) {
        failed.set(above);
      }
    }

    @Override
    public Value value(int row) {
      if (!present.get(row)) return Value.BLANK;
      return failed.get(row)
          ? new Value.Failed(TOO_LARGE)
          : Value.of(BigDecimal.valueOf(amounts[row], decimals));
    }
  }

  /** Texts, kept in the order of rows: those of a lower row follow those of the row itself. */
  final class Texts implements Accumulator {
    private static final String SEPARATORS = "[、，；,;]";

    private final RollupRule rollup;
    private final OverTime overTime;
    private final List<List<String>> texts;
    private final BitSet combined = new BitSet();

    Texts(RollupRule rollup, OverTime overTime, int rows, boolean severalRounds) {
      this.rollup = rollup;
      this.overTime = overTime;
      this.texts = new ArrayList<>(rows);
      for (int i = 0; i < rows; i++) texts.add(new ArrayList<>());
      if (severalRounds && overTime == OverTime.FLOW) combined.set(0, rows);
    }

    @Override
    public void report(int row, Value value) {
      if (overTime == OverTime.NONE || !(value instanceof Value.Words words)) return;
      if (overTime == OverTime.STOCK) texts.get(row).clear();
      texts.get(row).add(words.text());
    }

    /** The lowest row comes first, so what comes later stands before it. */
    @Override
    public void addUp(int row, int above) {
      if (rollup == RollupRule.JOIN || rollup == RollupRule.DISTINCT) {
        texts.get(above).addAll(0, texts.get(row));
        combined.set(above);
      }
    }

    /** What was written in one row of one round stands as it was written. */
    @Override
    public Value value(int row) {
      String text =
          rollup == RollupRule.DISTINCT && combined.get(row)
              ? String.join("、", parts(texts.get(row)))
              : String.join("；", texts.get(row));
      return text.isEmpty() ? Value.BLANK : Value.of(text);
    }

    private static Set<String> parts(List<String> texts) {
      return texts.stream()
          .flatMap(text -> Arrays.stream(text.split(SEPARATORS)))
          .map(String::strip)
          .filter(part -> !part.isEmpty())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }
}

package nuanbao.engine.rollup;

import java.math.BigDecimal;
import java.util.BitSet;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.formula.Value;
import org.jspecify.annotations.Nullable;

/** What was reported of one indicator in one round, by the rows of a plan. */
sealed interface ReportedColumn {

  /** Takes in what was written in a row; a blank leaves nothing there. */
  void report(int row, Value value);

  /** Forgets what was written in a row. */
  void clear(int row);

  static ReportedColumn of(Indicator indicator, int rows) {
    return indicator.type() instanceof FieldType.Number type
        ? new Numbers(type.decimals(), rows)
        : new Texts(rows);
  }

  /** Numbers as scaled {@code long}s with a mask for what is missing. */
  final class Numbers implements ReportedColumn {
    private final int decimals;
    final long[] amounts;
    final BitSet present;

    /** Numbers that do not fit. They are present, and 0. */
    final BitSet failed = new BitSet();

    private Numbers(int decimals, int rows) {
      this.decimals = decimals;
      this.amounts = new long[rows];
      this.present = new BitSet(rows);
    }

    @Override
    public void report(int row, Value value) {
      if (!(value instanceof Value.Number number)) return;
      present.set(row);
      try {
        amounts[row] = scaled(number.amount());
      } catch (ArithmeticException doesNotFit) {
        failed.set(row);
      }
    }

    /** The decimal point moves to the end first, because then the digits are had as they are. */
    private long scaled(BigDecimal amount) {
      return amount.setScale(decimals).scaleByPowerOfTen(decimals).longValueExact();
    }

    @Override
    public void clear(int row) {
      amounts[row] = 0;
      present.clear(row);
      failed.clear(row);
    }
  }

  /** Texts as they were written; null where there is none. */
  final class Texts implements ReportedColumn {
    final @Nullable String[] texts;

    private Texts(int rows) {
      this.texts = new @Nullable String[rows];
    }

    @Override
    public void report(int row, Value value) {
      if (value instanceof Value.Words words) texts[row] = words.text();
    }

    @Override
    public void clear(int row) {
      texts[row] = null;
    }
  }
}

package nuanbao.engine.rollup;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.OverTime;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.Text;
import org.jspecify.annotations.Nullable;

/** The figures of one typed indicator: taken along rounds, then up the tree. */
sealed interface FiguresColumn {

  Value value(int row);

  /** Nothing: several rounds of what has no meaning along them. */
  FiguresColumn BLANK = new Blank();

  record Blank() implements FiguresColumn {
    @Override
    public Value value(int row) {
      return Value.BLANK;
    }
  }

  /**
   * The figures of an indicator.
   *
   * @param rounds what was reported of the indicator, a column for each round, in order
   * @param above for each row the one that sums it up
   * @param ends for each row where what is below it ends
   */
  static FiguresColumn of(
      Indicator indicator, List<ReportedColumn> rounds, int[] above, int[] ends) {
    OverTime overTime =
        rounds.size() == 1 && indicator.overTime() == OverTime.NONE
            ? OverTime.STOCK
            : indicator.overTime();
    if (rounds.isEmpty() || overTime == OverTime.NONE) return BLANK;
    if (indicator.type() instanceof FieldType.Number type) {
      Numbers numbers = new Numbers(type.decimals(), (ReportedColumn.Numbers) rounds.get(0));
      for (ReportedColumn round : rounds.subList(1, rounds.size())) {
        numbers.follow((ReportedColumn.Numbers) round, overTime);
      }
      if (indicator.rollup() == RollupRule.SUM) numbers.addUp(above);
      return numbers;
    }
    List<@Nullable String[]> texts =
        rounds.stream().map(round -> ((ReportedColumn.Texts) round).texts.clone()).toList();
    return new Texts(indicator.rollup(), overTime, texts, ends);
  }

  /** Numbers. A sum that does not fit fails its cell and every sum above it; it never wraps. */
  final class Numbers implements FiguresColumn {
    private static final Text TOO_LARGE = new Text("数太大", "too large");

    private final int decimals;
    private final long[] amounts;
    private final BitSet present;
    private final BitSet failed;

    private Numbers(int decimals, ReportedColumn.Numbers first) {
      this.decimals = decimals;
      this.amounts = first.amounts.clone();
      this.present = (BitSet) first.present.clone();
      this.failed = (BitSet) first.failed.clone();
    }

    /** Takes the next round: a flow is added, of a stock the later one stands. */
    private void follow(ReportedColumn.Numbers round, OverTime overTime) {
      for (int row = next(round, 0); row >= 0; row = next(round, row + 1)) {
        if (overTime == OverTime.STOCK) {
          amounts[row] = 0;
          failed.clear(row);
        }
        add(row, round.amounts[row]);
        if (round.failed.get(row)) failed.set(row);
      }
      present.or(round.present);
    }

    private static int next(ReportedColumn.Numbers round, int from) {
      return round.present.nextSetBit(from);
    }

    /** From the last row to the first, so that a sum is whole before it is added itself. */
    private void addUp(int[] above) {
      for (int row = amounts.length - 1; row > 0; row--) {
        if (above[row] == RollupPlan.NONE || !present.get(row)) continue;
        present.set(above[row]);
        if (failed.get(row)) failed.set(above[row]);
        add(above[row], amounts[row]);
      }
    }

    private void add(int row, long amount) {
      long sum = amounts[row] + amount;
      if (((amounts[row] ^ sum) & (amount ^ sum)) < 0) failed.set(row); // as Math.addExact finds it
      amounts[row] = sum;
    }

    @Override
    public Value value(int row) {
      if (!present.get(row)) return Value.BLANK;
      return failed.get(row)
          ? new Value.Failed(TOO_LARGE)
          : Value.of(BigDecimal.valueOf(amounts[row], decimals));
    }
  }

  /** Texts, put together when asked for: a row's own, then those of the rows below it. */
  final class Texts implements FiguresColumn {
    private static final String SEPARATORS = "[、，；,;]";

    private final RollupRule rollup;
    private final OverTime overTime;
    private final List<@Nullable String[]> rounds;
    private final int[] ends;

    private Texts(
        RollupRule rollup, OverTime overTime, List<@Nullable String[]> rounds, int[] ends) {
      this.rollup = rollup;
      this.overTime = overTime;
      this.rounds = rounds;
      this.ends = ends;
    }

    /** What was written in one row of one round stands as it was written. */
    @Override
    public Value value(int row) {
      boolean goesUp = rollup == RollupRule.JOIN || rollup == RollupRule.DISTINCT;
      int end = goesUp ? ends[row] : row + 1;
      boolean combined = end > row + 1 || (rounds.size() > 1 && overTime == OverTime.FLOW);
      Stream<String> texts = IntStream.range(row, end).boxed().flatMap(this::textsOf);
      String text =
          rollup == RollupRule.DISTINCT && combined
              ? String.join("、", parts(texts))
              : texts.collect(Collectors.joining("；"));
      return text.isEmpty() ? Value.BLANK : Value.of(text);
    }

    private Stream<String> textsOf(int row) {
      Stream<String> written = rounds.stream().flatMap(round -> Stream.ofNullable(round[row]));
      return overTime == OverTime.STOCK
          ? written.reduce((before, latest) -> latest).stream()
          : written;
    }

    private static Set<String> parts(Stream<String> texts) {
      return texts
          .flatMap(text -> Arrays.stream(text.split(SEPARATORS)))
          .map(String::strip)
          .filter(part -> !part.isEmpty())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }
}

package nuanbao.engine.rollup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.OverTime;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.Text;
import nuanbao.engine.rollup.ReportedColumn.Combining;
import org.jspecify.annotations.Nullable;

/** One typed figure of all units: taken along rounds, then up the tree. */
sealed interface FiguresColumn {

  Value value(int row);

  /** Nothing: several rounds of what has no meaning along them. */
  FiguresColumn BLANK = new Blank();

  Text TOO_LARGE = new Text("数太大", "too large");

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
    ReportedColumn first = rounds.get(0);
    if (first instanceof ReportedColumn.Numbers one) {
      Numbers numbers = new Numbers(one);
      for (ReportedColumn round : rounds.subList(1, rounds.size())) {
        numbers.follow((ReportedColumn.Numbers) round, overTime);
      }
      if (one.combining != Combining.ONE) numbers.addUp(above);
      return numbers;
    }
    if (first instanceof ReportedColumn.Averages one) {
      Averages averages = new Averages(one);
      for (ReportedColumn round : rounds.subList(1, rounds.size())) {
        averages.follow((ReportedColumn.Averages) round, overTime);
      }
      averages.addUp(above);
      return averages;
    }
    List<@Nullable List<Value>[]> values = new ArrayList<>();
    for (ReportedColumn round : rounds) values.add(((ReportedColumn.Values) round).values.clone());
    return new Values(indicator, overTime, values, ends);
  }

  /** Numbers. A sum that does not fit fails its cell and every sum above it; it never wraps. */
  final class Numbers implements FiguresColumn {
    private final Combining combining;
    private final int decimals;
    private final long[] amounts;
    private final BitSet present;
    private final BitSet failed;

    private Numbers(ReportedColumn.Numbers first) {
      this.combining = first.combining;
      this.decimals = first.decimals;
      this.amounts = first.amounts.clone();
      this.present = (BitSet) first.present.clone();
      this.failed = (BitSet) first.failed.clone();
    }

    /** Takes the next round: a flow is combined, of a stock the later one stands. */
    private void follow(ReportedColumn.Numbers round, OverTime overTime) {
      BitSet next = round.present;
      for (int row = next.nextSetBit(0); row >= 0; row = next.nextSetBit(row + 1)) {
        boolean isThere = present.get(row);
        if (overTime == OverTime.OPENING && isThere) continue;
        if (overTime == OverTime.STOCK || !isThere) {
          amounts[row] = round.amounts[row];
          failed.set(row, round.failed.get(row));
        } else {
          combine(row, round.amounts[row]);
          if (round.failed.get(row)) failed.set(row);
        }
        present.set(row);
      }
    }

    /** From the last row to the first, so that a sum is whole before it is added itself. */
    private void addUp(int[] above) {
      if (combining == Combining.SUM || combining == Combining.COUNT) {
        sumUp(above);
        return;
      }
      for (int row = amounts.length - 1; row > 0; row--) {
        int to = above[row];
        if (to == RollupPlan.NONE || !present.get(row)) continue;
        if (failed.get(row)) failed.set(to);
        if (present.get(to)) combine(to, amounts[row]);
        else amounts[to] = amounts[row];
        present.set(to);
      }
    }

    private void sumUp(int[] above) {
      for (int row = amounts.length - 1; row > 0; row--) {
        if (above[row] == RollupPlan.NONE || !present.get(row)) continue;
        present.set(above[row]);
        if (failed.get(row)) failed.set(above[row]);
        add(above[row], amounts[row]);
      }
    }

    private void combine(int row, long amount) {
      switch (combining) {
        case SUM, COUNT -> add(row, amount);
        case MIN -> amounts[row] = Math.min(amounts[row], amount);
        case MAX -> amounts[row] = Math.max(amounts[row], amount);
        case ONE -> amounts[row] = amount;
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

  /** Means: both sums go up, and are divided where a figure is asked for. */
  final class Averages implements FiguresColumn {
    private static final MathContext DIVISION = new MathContext(34, RoundingMode.HALF_UP);

    private final int decimals;
    private final int weightDecimals;
    private final long[] high;
    private final long[] low;
    private final long[] weights;
    private final BitSet present;
    private final BitSet failed;

    private Averages(ReportedColumn.Averages first) {
      this.decimals = first.decimals;
      this.weightDecimals = first.isWeighted ? first.weightDecimals : 0;
      this.high = first.high.clone();
      this.low = first.low.clone();
      this.weights = first.weights.clone();
      this.present = (BitSet) first.present.clone();
      this.failed = (BitSet) first.failed.clone();
    }

    private void follow(ReportedColumn.Averages round, OverTime overTime) {
      BitSet next = round.present;
      for (int row = next.nextSetBit(0); row >= 0; row = next.nextSetBit(row + 1)) {
        if (overTime == OverTime.OPENING && present.get(row)) continue;
        if (overTime == OverTime.STOCK) {
          high[row] = 0;
          low[row] = 0;
          weights[row] = 0;
          failed.clear(row);
        }
        add(row, round.high[row], round.low[row], round.weights[row]);
        if (round.failed.get(row)) failed.set(row);
        present.set(row);
      }
    }

    private void addUp(int[] above) {
      for (int row = low.length - 1; row > 0; row--) {
        int to = above[row];
        if (to == RollupPlan.NONE || !present.get(row)) continue;
        present.set(to);
        if (failed.get(row)) failed.set(to);
        add(to, high[row], low[row], weights[row]);
      }
    }

    private void add(int row, long moreHigh, long moreLow, long moreWeight) {
      long sum = low[row] + moreLow;
      high[row] += moreHigh + (Long.compareUnsigned(sum, moreLow) < 0 ? 1 : 0);
      low[row] = sum;
      long weight = weights[row] + moreWeight;
      if (((weights[row] ^ weight) & (moreWeight ^ weight)) < 0) failed.set(row);
      weights[row] = weight;
    }

    @Override
    public Value value(int row) {
      if (!present.get(row)) return Value.BLANK;
      if (failed.get(row)) return new Value.Failed(TOO_LARGE);
      if (weights[row] == 0) return Value.BLANK;
      BigInteger sum =
          BigInteger.valueOf(high[row])
              .shiftLeft(Long.SIZE)
              .add(new BigInteger(Long.toUnsignedString(low[row])));
      BigDecimal total = new BigDecimal(sum, decimals + weightDecimals);
      return Value.of(total.divide(BigDecimal.valueOf(weights[row], weightDecimals), DIVISION));
    }
  }

  /**
   * What is no number, put together when asked for: what a row has itself, then what the rows below
   * it have.
   */
  final class Values implements FiguresColumn {
    private static final String SEPARATORS = "[、，；,;]";

    private final Indicator indicator;
    private final OverTime overTime;
    private final List<@Nullable List<Value>[]> rounds;
    private final int[] ends;

    private Values(
        Indicator indicator, OverTime overTime, List<@Nullable List<Value>[]> rounds, int[] ends) {
      this.indicator = indicator;
      this.overTime = overTime;
      this.rounds = rounds;
      this.ends = ends;
    }

    /** What was written in one row of one round stands as it was written. */
    @Override
    public Value value(int row) {
      return switch (indicator.rollup()) {
        case JOIN -> words(row, false);
        case DISTINCT -> words(row, true);
        case TALLY -> tally(row);
        case MERGE -> merged(row);
        case NONE, SUM, COUNT, MIN, MAX, AVERAGE, RECOMPUTE -> ownOf(row);
      };
    }

    private Value ownOf(int row) {
      List<Value> own = valuesOf(row);
      if (own.size() == 1) return own.get(0);
      boolean areWords = own.stream().allMatch(Value.Words.class::isInstance);
      return own.isEmpty() || !areWords ? Value.BLANK : Value.of(texts(own.stream(), "；"));
    }

    private Value words(int row, boolean once) {
      int end = ends[row];
      List<Value> all = new ArrayList<>();
      for (int i = row; i < end; i++) all.addAll(valuesOf(i));
      if (all.isEmpty()) return Value.BLANK;
      boolean isOfOneRound = rounds.size() == 1 || overTime != OverTime.FLOW;
      boolean isOne = all.size() == 1 && end == row + 1 && isOfOneRound;
      if (isOne || !once) return Value.of(texts(all.stream(), "；"));
      return Value.of(String.join("、", parts(all)));
    }

    private static String texts(Stream<Value> values, String between) {
      return values
          .filter(Value.Words.class::isInstance)
          .map(value -> ((Value.Words) value).text())
          .collect(Collectors.joining(between));
    }

    /** What a row itself has, of the rounds that count. */
    private List<Value> valuesOf(int row) {
      List<Value> values = new ArrayList<>();
      for (@Nullable List<Value>[] round : rounds) {
        List<Value> written = round[row];
        if (written == null) continue;
        if (overTime == OverTime.STOCK) values.clear();
        values.addAll(written);
        if (overTime == OverTime.OPENING) break;
      }
      return values;
    }

    private static Set<String> parts(List<Value> values) {
      return values.stream()
          .filter(Value.Words.class::isInstance)
          .flatMap(value -> Arrays.stream(((Value.Words) value).text().split(SEPARATORS)))
          .map(String::strip)
          .filter(part -> !part.isEmpty())
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** How often each answer was chosen, in the order of the list: 在岗3、暂停1. */
    private Value tally(int row) {
      Map<String, Long> counts = new HashMap<>();
      for (int i = row; i < ends[row]; i++) {
        for (Value value : valuesOf(i)) {
          for (String code : codes(value)) counts.merge(code, 1L, Long::sum);
        }
      }
      String text =
          options().stream()
              .filter(option -> counts.containsKey(option.code()))
              .map(option -> option.title() + counts.get(option.code()))
              .collect(Collectors.joining("、"));
      return text.isEmpty() ? Value.BLANK : Value.of(text);
    }

    private static Collection<String> codes(Value value) {
      if (value instanceof Value.Words words) return List.of(words.text());
      if (value instanceof Value.Truth truth) return List.of(String.valueOf(truth.isTrue()));
      return value instanceof Value.Choices choices ? choices.codes() : List.of();
    }

    private List<FieldType.Option> options() {
      if (indicator.type() instanceof FieldType.Choice choice) return choice.options();
      if (indicator.type() instanceof FieldType.Choices choices) return choices.options();
      return List.of(new FieldType.Option("true", "是"), new FieldType.Option("false", "否"));
    }

    /** Numbers of the same name added, names in the order in which they first appear. */
    private Value merged(int row) {
      List<Indicator> columns =
          Column.indicatorsOf(((FieldType.Records) indicator.type()).columns());
      String name = columns.get(0).path().value();
      Map<Value, Map<String, Value>> byName = new LinkedHashMap<>();
      for (int i = row; i < ends[row]; i++) {
        for (Value value : valuesOf(i)) {
          if (!(value instanceof Value.Records records)) continue;
          for (Map<String, Value> record : records.records()) {
            Value called = record.getOrDefault(name, Value.BLANK);
            byName.merge(called, record, (before, more) -> sum(before, more, columns));
          }
        }
      }
      return byName.isEmpty() ? Value.BLANK : new Value.Records(List.copyOf(byName.values()));
    }

    private static Map<String, Value> sum(
        Map<String, Value> before, Map<String, Value> more, List<Indicator> columns) {
      Map<String, Value> sums = new HashMap<>(before);
      for (Indicator column : columns.subList(1, columns.size())) {
        String path = column.path().value();
        if (!(more.get(path) instanceof Value.Number b)) continue;
        BigDecimal sum =
            sums.get(path) instanceof Value.Number a ? a.amount().add(b.amount()) : b.amount();
        sums.put(path, Value.of(sum));
      }
      return sums;
    }
  }
}

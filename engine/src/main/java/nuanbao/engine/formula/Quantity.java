package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A unit of measure that converts into others. One that is not in the table is the same only as
 * itself.
 *
 * @param of the measure it is reckoned in
 * @param times how many of those it is
 */
public record Quantity(String of, BigDecimal times) {
  private static final Map<String, Quantity> ALL = table();

  private static Map<String, Quantity> table() {
    Map<String, Quantity> all = new HashMap<>();
    add(all, "元", "元 1", "千元 1000", "万元 10000", "亿元 100000000");
    add(all, "人", "人 1", "万人 10000");
    add(all, "人次", "人次 1", "万人次 10000");
    add(all, "户", "户 1", "万户 10000");
    add(all, "平方米", "平方米 1", "万平方米 10000", "公顷 10000", "千公顷 10000000");
    add(all, "亩", "亩 1", "万亩 10000");
    add(all, "米", "米 1", "公里 1000");
    add(all, "公斤", "公斤 1", "吨 1000", "万吨 10000000");
    add(all, "%", "% 1", "‰ 0.1");
    return Map.copyOf(all);
  }

  private static void add(Map<String, Quantity> all, String of, String... units) {
    for (String unit : units) {
      int space = unit.indexOf(' ');
      all.put(
          unit.substring(0, space), new Quantity(of, new BigDecimal(unit.substring(space + 1))));
    }
  }

  /** What a unit of measure is, by its printed name. */
  public static Optional<Quantity> named(String unit) {
    return Optional.ofNullable(ALL.get(unit));
  }

  /** How many of the other make one of this; empty where they do not convert. */
  public Optional<BigDecimal> in(Quantity other) {
    return of.equals(other.of)
        ? Optional.of(times.divide(other.times, MathContext.DECIMAL128))
        : Optional.empty();
  }

  /** Whether figures in both may be added and compared as they stand. */
  static boolean areSame(String one, String other) {
    if (one.equals(other)) return true;
    Optional<BigDecimal> factor = factor(one, other);
    return factor.isPresent() && factor.get().compareTo(BigDecimal.ONE) == 0;
  }

  /** How many of the other make one; empty where they do not convert. */
  static Optional<BigDecimal> factor(String one, String other) {
    return named(one).flatMap(first -> named(other).flatMap(first::in));
  }
}

package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Between which numbers a value lies wherever it has one, both included; an end that is not known
 * is empty. A blank lies outside: what takes a blank as 0 has to say {@link #orZero}.
 */
public record Bounds(Optional<BigDecimal> min, Optional<BigDecimal> max) {
  /** Nothing is known. */
  public static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty());

  static final Bounds FROM_ZERO = new Bounds(Optional.of(BigDecimal.ZERO), Optional.empty());

  public Bounds {
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      throw new IllegalArgumentException(
          "bounds are crossed: %s to %s".formatted(min.get(), max.get()));
    }
  }

  static Bounds exactly(BigDecimal amount) {
    return new Bounds(Optional.of(amount), Optional.of(amount));
  }

  Bounds orZero() {
    return new Bounds(min.map(BigDecimal.ZERO::min), max.map(BigDecimal.ZERO::max));
  }

  Bounds plus(Bounds other) {
    return new Bounds(both(min, other.min, BigDecimal::add), both(max, other.max, BigDecimal::add));
  }

  Bounds negated() {
    return new Bounds(max.map(BigDecimal::negate), min.map(BigDecimal::negate));
  }

  /** From the least to the greatest of both. */
  Bounds or(Bounds other) {
    return new Bounds(both(min, other.min, BigDecimal::min), both(max, other.max, BigDecimal::max));
  }

  static Bounds ofAny(List<Bounds> several) {
    return several.stream().reduce(Bounds::or).orElse(NONE);
  }

  Bounds times(Bounds other) {
    if (isFromZero() && other.isFromZero()) {
      return new Bounds(
          both(min, other.min, BigDecimal::multiply), both(max, other.max, BigDecimal::multiply));
    }
    if (min.isEmpty() || max.isEmpty() || other.min.isEmpty() || other.max.isEmpty()) return NONE;
    List<BigDecimal> corners =
        Stream.of(min.get(), max.get())
            .flatMap(one -> Stream.of(other.min.get(), other.max.get()).map(one::multiply))
            .toList();
    return new Bounds(
        corners.stream().min(BigDecimal::compareTo), corners.stream().max(BigDecimal::compareTo));
  }

  /** Known only where the divisor is one number and not 0. */
  Bounds dividedBy(Bounds divisor) {
    if (divisor.min.isEmpty() || !divisor.min.equals(divisor.max)) return NONE;
    BigDecimal by = divisor.min.get();
    if (by.signum() == 0) return NONE;
    Bounds kept =
        new Bounds(
            min.map(one -> one.divide(by.abs(), Arithmetic.DIVISION)),
            max.map(one -> one.divide(by.abs(), Arithmetic.DIVISION)));
    return by.signum() > 0 ? kept : kept.negated();
  }

  Bounds rounded(int decimals) {
    return new Bounds(
        min.map(one -> one.setScale(decimals, RoundingMode.HALF_UP)),
        max.map(one -> one.setScale(decimals, RoundingMode.HALF_UP)));
  }

  Bounds absolute() {
    if (isFromZero()) return this;
    if (max.isPresent() && max.get().signum() <= 0) return negated();
    return new Bounds(
        Optional.of(BigDecimal.ZERO), both(min.map(BigDecimal::abs), max, BigDecimal::max));
  }

  boolean isFromZero() {
    return min.isPresent() && min.get().signum() >= 0;
  }

  private static Optional<BigDecimal> both(
      Optional<BigDecimal> one,
      Optional<BigDecimal> other,
      BiFunction<BigDecimal, BigDecimal, BigDecimal> how) {
    return one.flatMap(first -> other.map(second -> how.apply(first, second)));
  }
}

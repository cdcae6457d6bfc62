package nuanbao.engine.formula;

import java.math.BigDecimal;

/**
 * What a rule asks for beyond the ordinary.
 *
 * @param blankAsZero a cell, a sum or a figure of another time that is blank or 不适用 counts as 0
 * @param tolerance difference allowed by {@code =}, {@code ≤} and {@code ≥} between numbers
 */
record Handling(boolean blankAsZero, BigDecimal tolerance) {
  static final Handling ORDINARY = new Handling(false, BigDecimal.ZERO);
  static final Handling BLANK_AS_ZERO = new Handling(true, BigDecimal.ZERO);

  static Handling tolerating(BigDecimal difference) {
    return new Handling(false, difference);
  }

  /** Both; of two differences the wider one. */
  Handling and(Handling other) {
    return new Handling(
        blankAsZero || other.blankAsZero, tolerance.max(other.tolerance).stripTrailingZeros());
  }

  /** For what stands inside a function: a difference is allowed between the sides of the rule. */
  Handling inside() {
    return new Handling(blankAsZero, BigDecimal.ZERO);
  }
}

package nuanbao.engine.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What stands in one cell of a printed table. */
public sealed interface Cell {

  /** As printed. */
  String text();

  /** Nothing was reported here. Never a zero. */
  record Blank() implements Cell {
    @Override
    public String text() {
      return "";
    }
  }

  record Words(String text) implements Cell {}

  /**
   * A figure, exact; it is rounded half-up only where it is printed.
   *
   * @param decimals how many are printed
   */
  record Number(BigDecimal value, int decimals) implements Cell {
    @Override
    public String text() {
      return value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
  }

  /** A figure that could not be computed, and why. */
  record Failed(String reason) implements Cell {
    @Override
    public String text() {
      return "!" + reason;
    }
  }
}

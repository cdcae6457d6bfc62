package nuanbao.engine.formula;

import java.math.BigDecimal;
import nuanbao.engine.problem.Text;

/** What stands in a cell: a number, words, nothing, or why there is none. Blank is not zero. */
public sealed interface Value {
  Value BLANK = new Blank();

  record Blank() implements Value {}

  /** An exact decimal. */
  record Number(BigDecimal amount) implements Value {}

  /** A text, never empty. */
  record Words(String text) implements Value {}

  /** A figure that could not be computed. Whatever is computed from it fails as well. */
  record Failed(Text reason) implements Value {}

  static Value of(BigDecimal amount) {
    return new Number(amount);
  }

  static Value of(String text) {
    return new Words(text);
  }
}

package nuanbao.engine.form;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.Optional;

/** What may be written in a cell. Bounds are included. */
public sealed interface FieldType {

  /**
   * An exact decimal.
   *
   * @param decimals the most digits behind the point; 0 for whole numbers
   */
  record Number(Optional<BigDecimal> minimum, Optional<BigDecimal> maximum, int decimals)
      implements FieldType {

    /** The number of decimals that were written and count: 1.50 has one. */
    public static int decimalsOf(BigDecimal amount) {
      return Math.max(0, amount.stripTrailingZeros().scale());
    }
  }

  /**
   * A text. Lengths count characters (code points).
   *
   * @param pattern must be found in it; runs in linear time
   */
  record Words(int minLength, int maxLength, Optional<Pattern> pattern) implements FieldType {}
}

package nuanbao.engine.formula;

import java.math.BigDecimal;
import java.util.Optional;
import nuanbao.engine.problem.CheckFailure.Sides;
import nuanbao.engine.problem.Text;

/**
 * Why a condition does not hold, in figures its reader recognises: what is so, not what should be.
 * {@code 甲 12.3 ≠ 乙 5.1 + 丙 7.25 = 12.35（差 0.05）}.
 *
 * @param sides of the comparison that fails; empty where there is none or several fail together
 */
public record Explanation(Text text, Optional<Sides> sides) {

  /** Left less right of the comparison that fails; zero where it compares no numbers. */
  public BigDecimal difference() {
    return sides.flatMap(Sides::difference).orElse(BigDecimal.ZERO);
  }
}

package nuanbao.engine.formula;

import java.math.BigDecimal;
import nuanbao.engine.problem.Text;

/**
 * Why a condition does not hold, in figures its reader recognises: what is so, not what should be.
 * {@code 甲 12.3 ≠ 乙 5.1 + 丙 7.25 = 12.35（差 0.05）}.
 *
 * @param difference left less right of the comparison that fails; zero where it compares no numbers
 *     or several comparisons fail together
 */
public record Explanation(Text text, BigDecimal difference) {}

package nuanbao.engine.problem;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A check that fails, for programs: what a person reads is in the text of its {@link Problem}.
 *
 * @param check its id within the form
 * @param figures why it fails, in figures its reader recognises
 * @param cells those of the sheet that it rests on, in the order in which the rule names them
 * @param sides what was compared; empty where the rule is no comparison
 */
public record CheckFailure(
    String check, Text figures, List<CellPosition> cells, Optional<Sides> sides) {
  public CheckFailure {
    cells = List.copyOf(cells);
  }

  /** The same, as a function words it. */
  CheckFailure worded(UnaryOperator<String> words) {
    Optional<Sides> worded =
        sides.map(
            both -> new Sides(both.left.worded(words), both.right.worded(words), both.difference));
    return new CheckFailure(check, figures.worded(words), cells, worded);
  }

  /**
   * Both sides of a comparison that fails, each with its figures: {@code 甲 12.3} and {@code 乙 5.1 +
   * 丙 7.25 = 12.35}.
   *
   * @param difference left less right; empty where these are no numbers
   */
  public record Sides(Text left, Text right, Optional<BigDecimal> difference) {}
}

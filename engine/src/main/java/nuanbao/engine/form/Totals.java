package nuanbao.engine.form;

import java.util.Optional;

/**
 * Where sums stand in print.
 *
 * @param average the name of a row with the mean of the rows below it, if there is one
 */
public record Totals(Position position, Optional<String> average) {
  public static final Totals FIRST = new Totals(Position.FIRST, Optional.empty());

  /** Before or after what it sums up, or nowhere. */
  public enum Position {
    FIRST,
    LAST,
    NONE
  }
}

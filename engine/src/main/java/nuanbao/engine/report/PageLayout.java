package nuanbao.engine.report;

/**
 * The sheet a report is printed on. Margins follow GB/T 9704: 37 mm above, 35 mm below, 28 mm left,
 * 26 mm right; on a landscape sheet they turn with the paper.
 *
 * @param orientation {@code FIT} takes the landscape sheet when the table is too wide for the other
 */
public record PageLayout(Orientation orientation) {

  /** Which way the A4 sheet lies. */
  public enum Orientation {
    FIT,
    PORTRAIT,
    LANDSCAPE
  }
}

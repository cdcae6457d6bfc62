package nuanbao.engine.rollup;

/**
 * What a figure rests on.
 *
 * @param expected submissions that should have arrived, over all rounds counted
 * @param received submissions that have
 * @param blankRows rows that belong to a received submission and were not filled in
 */
public record Coverage(int expected, int received, int blankRows) {
  public static final Coverage NONE = new Coverage(0, 0, 0);

  public Coverage plus(Coverage other) {
    return new Coverage(
        expected + other.expected, received + other.received, blankRows + other.blankRows);
  }
}

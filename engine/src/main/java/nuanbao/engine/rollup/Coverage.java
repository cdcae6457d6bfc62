package nuanbao.engine.rollup;

/**
 * What a figure rests on.
 *
 * @param expected submissions that should have arrived, over all rounds counted
 * @param received submissions that have
 * @param blankRows rows that belong to a received submission and were not filled in
 */
public record Coverage(int expected, int received, int blankRows) {}

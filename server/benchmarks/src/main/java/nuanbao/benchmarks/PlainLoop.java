package nuanbao.benchmarks;

import java.util.BitSet;

/** Adds up plain arrays in tree order, as anybody would who needs nothing but the sums. */
final class PlainLoop {
  private final int[] above;
  private final long[][] amounts;
  private final BitSet[] present;

  /**
   * @param above for each row the row that sums it up; it stands before it
   * @param amounts by column
   * @param present which of them are there; a missing cell is not zero
   */
  PlainLoop(int[] above, long[][] amounts, BitSet[] present) {
    this.above = above;
    this.amounts = amounts;
    this.present = present;
  }

  /** A new loop over the sums, so that nothing is left out as unused. */
  PlainLoop addUp() {
    long[][] sums = new long[amounts.length][];
    BitSet[] summed = new BitSet[amounts.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = amounts[i].clone();
      summed[i] = (BitSet) present[i].clone();
      addUp(sums[i], summed[i]);
    }
    return new PlainLoop(above, sums, summed);
  }

  private void addUp(long[] column, BitSet there) {
    for (int row = column.length - 1; row > 0; row--) {
      if (!there.get(row)) continue;
      column[above[row]] += column[row];
      there.set(above[row]);
    }
  }

  boolean isPresent(int row, int column) {
    return present[column].get(row);
  }

  long amount(int row, int column) {
    return amounts[column][row];
  }
}

package nuanbao.engine.rollup;

import java.util.OptionalInt;

/** How many cases of a register each unit had and has, sums of the units above it among them. */
public final class RegisterCounts {
  private final int[] opening;
  private final int[] added;
  private final int[] closed;

  private RegisterCounts(int rows) {
    this.opening = new int[rows];
    this.added = new int[rows];
    this.closed = new int[rows];
  }

  /**
   * 期初 + 新增 − 销账 = 期末.
   *
   * @param closing never typed
   */
  public record Count(int opening, int added, int closed, int closing) {}

  static RegisterCounts of(RollupPlan plan, Cases cases) {
    RegisterCounts counts = new RegisterCounts(plan.rows().size());
    for (Cases.Case one : cases.all()) {
      OptionalInt row = plan.findTypedRow(one.key().unit());
      if (row.isEmpty()) continue;
      for (int at = row.getAsInt(); at != RollupPlan.NONE; at = plan.above(at)) {
        if (one.wasOpenBefore()) counts.opening[at]++;
        if (one.isNew()) counts.added[at]++;
        if (one.isClosed()) counts.closed[at]++;
      }
    }
    return counts;
  }

  /**
   * The counts of a unit.
   *
   * @param row position among the rows of the figures
   */
  public Count of(int row) {
    int closing = opening[row] + added[row] - closed[row];
    return new Count(opening[row], added[row], closed[row], closing);
  }
}

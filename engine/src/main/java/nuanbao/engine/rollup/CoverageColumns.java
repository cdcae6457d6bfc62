package nuanbao.engine.rollup;

import java.util.List;
import java.util.stream.IntStream;
import nuanbao.engine.form.Rows;
import nuanbao.engine.unit.Unit;

/** What the figures of every row rest on, in columns. */
final class CoverageColumns {
  private final RollupPlan plan;

  /** Submissions that should have arrived, by reporter. */
  private final int[] due;

  /** Submissions that have, by reporter. */
  private final int[] arrived;

  private final int[] expected;
  private final int[] received;
  private final int[] blankRows;

  CoverageColumns(RollupPlan plan, List<Reported> rounds) {
    int rows = plan.rows().size();
    this.plan = plan;
    this.due = new int[plan.reporters().size()];
    this.arrived = new int[plan.reporters().size()];
    this.expected = new int[rows];
    this.received = new int[rows];
    this.blankRows = new int[rows];
    for (Reported round : rounds) count(round);
    addUp();
  }

  private void count(Reported round) {
    for (int i = 0; i < arrived.length; i++) {
      if (round.isExpected(i)) due[i]++;
      if (round.isReceived(i)) arrived[i]++;
    }
    // Who has no entry leaves no row blank.
    if (plan.form().rows().shape() == Rows.Shape.LIST) return;
    for (int row = 0; row < blankRows.length; row++) {
      int reporter = plan.reporterOf(row);
      if (reporter == RollupPlan.NONE || !plan.isTyped(row) || !round.isThere(row)) continue;
      if (round.isReceived(reporter)) blankRows[row]++;
      if (round.isFilled(row)) blankRows[row]--;
    }
  }

  private void addUp() {
    for (int i = 0; i < arrived.length; i++) {
      if (plan.topRow(i) == RollupPlan.NONE) continue;
      expected[plan.topRow(i)] = due[i];
      received[plan.topRow(i)] = arrived[i];
    }
    for (int row = expected.length - 1; row > 0; row--) {
      int above = plan.above(row);
      if (above == RollupPlan.NONE) continue;
      expected[above] += expected[row];
      received[above] += received[row];
      blankRows[above] += blankRows[row];
    }
  }

  /** Every row of a sheet below its topmost one rests on that one submission. */
  Coverage of(int row) {
    int reporter = plan.reporterOf(row);
    return reporter != RollupPlan.NONE && plan.topRow(reporter) != row
        ? new Coverage(due[reporter], arrived[reporter], blankRows[row])
        : new Coverage(expected[row], received[row], blankRows[row]);
  }

  List<Unit> missing() {
    return IntStream.range(0, arrived.length)
        .filter(reporter -> arrived[reporter] < due[reporter])
        .mapToObj(plan.reporters()::get)
        .toList();
  }
}

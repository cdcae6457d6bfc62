package nuanbao.engine.rollup;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.formula.Value;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.timeline.RoundId;

/**
 * What was reported in one round, in columns over the rows of a plan. Taking submissions in costs
 * far more than adding up, so a host that is often asked for figures keeps this and takes in only
 * what is new. Not safe for several threads while one of them takes in.
 */
public final class Reported {
  private final RollupPlan plan;
  private final RoundId round;

  /** One for each typed indicator of the plan, in its order. */
  private final List<ReportedColumn> columns;

  /** Rows that stand in a received submission, be it with nothing but blanks. */
  private final BitSet filled = new BitSet();

  /** Reporters whose submission was received. */
  private final BitSet received = new BitSet();

  Reported(RollupPlan plan, RoundId round) {
    this.plan = plan;
    this.round = round;
    this.columns =
        plan.typedIndicators().stream()
            .map(indicator -> ReportedColumn.of(indicator, plan.rows().size()))
            .toList();
  }

  /** The plan whose rows these are. */
  public RollupPlan plan() {
    return plan;
  }

  public RoundId round() {
    return round;
  }

  /**
   * Takes a submission in. It takes the place of what its reporter sent before; one of another
   * round, or without the form, is passed over.
   */
  public void take(Submission submission) {
    if (!submission.key().round().equals(round)) return;
    if (!submission.forms().containsKey(plan.form().id())) return;
    OptionalInt reporter = plan.findReporter(submission.key().unit());
    if (reporter.isPresent()) {
      if (received.get(reporter.getAsInt())) clear(reporter.getAsInt());
      received.set(reporter.getAsInt());
    }
    submission.answers(plan.form().id()).rows().forEach(this::take);
  }

  private void take(RowKey key, Map<ColumnPath, Value> cells) {
    OptionalInt row = plan.findTypedRow(key);
    if (row.isEmpty()) return;
    filled.set(row.getAsInt());
    List<Indicator> indicators = plan.typedIndicators();
    for (int i = 0; i < indicators.size(); i++) {
      Value value = cells.get(indicators.get(i).path());
      if (value != null) columns.get(i).report(row.getAsInt(), value);
    }
  }

  private void clear(int reporter) {
    for (int row : plan.typedRowsOf(reporter)) {
      filled.clear(row);
      columns.forEach(column -> column.clear(row));
    }
  }

  ReportedColumn column(int typedIndicator) {
    return columns.get(typedIndicator);
  }

  boolean isFilled(int row) {
    return filled.get(row);
  }

  boolean isReceived(int reporter) {
    return received.get(reporter);
  }
}

package nuanbao.engine.rollup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.form.Rows;
import nuanbao.engine.form.Sheet;
import nuanbao.engine.formula.Value;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What was reported in one round, in columns over the rows of a plan. Taking submissions in costs
 * far more than adding up, so a host that is often asked for figures keeps this and takes in only
 * what is new. Not safe for several threads while one of them takes in.
 */
public final class Reported {
  private final RollupPlan plan;
  private final RoundId round;

  /** One for each typed cell of the plan, in its order. */
  private final List<ReportedColumn> columns;

  /** Rows that stand in a received submission, be it with nothing but blanks. */
  private final BitSet filled = new BitSet();

  /** Reporters whose submission was received. */
  private final BitSet received = new BitSet();

  /** Reporters that need not report on the round. */
  private final BitSet exempt = new BitSet();

  /** Rows of units that are not there when the round opens. */
  private final BitSet absent = new BitSet();

  /** Where several fill in one row: the cells that each reporter typed. */
  private final Map<Integer, List<Touched>> typedBy = new HashMap<>();

  private record Touched(int row, int column) {}

  Reported(RollupPlan plan, RoundId round, ExpectedReports expected) {
    this.plan = plan;
    this.round = round;
    int rows = plan.rows().size();
    this.columns =
        plan.typedCells().stream()
            .map(cell -> ReportedColumn.of(cell.indicator(), plan.weightDecimals(cell), rows))
            .toList();
    if (expected == ExpectedReports.ALL) return;
    for (int i = 0; i < plan.reporters().size(); i++) {
      if (!expected.expects(round, plan.reporters().get(i))) exempt.set(i);
    }
    for (int i = 0; i < rows; i++) {
      if (!expected.isThere(round, plan.rows().get(i).unit())) absent.set(i);
    }
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
    OptionalInt found = plan.findReporter(submission.key().unit());
    if (found.isEmpty()) return;
    int reporter = found.getAsInt();
    if (received.get(reporter)) clear(reporter);
    received.set(reporter);
    Answers answers = submission.answers(plan.form().id());
    if (!plan.computesOnSheets()) {
      answers.rows().forEach((key, cells) -> take(reporter, key, cells::get));
      return;
    }
    plan.units()
        .findUnit(submission.key().unit())
        .map(unit -> plan.sheet(unit, answers))
        .ifPresent(
            sheet -> {
              for (FormRow row : sheet.rows()) {
                if (!answers.rows().containsKey(row.key())) continue;
                take(reporter, row.key(), path -> sheet.value(row, plan.form().indicator(path)));
              }
            });
  }

  /** The cells of a row; null where nothing is written. */
  private interface Cells {
    @Nullable Value get(ColumnPath path);
  }

  private void take(int reporter, RowKey key, Cells cells) {
    OptionalInt found = plan.findTypedRow(key.unit());
    if (found.isEmpty()) return;
    int row = found.getAsInt();
    if (plan.reporterOf(row) == reporter) filled.set(row);
    if (!plan.isCounted(key)) return;
    boolean isList = plan.form().rows().shape() == Rows.Shape.LIST;
    RollupPlan.Cells taken = plan.cellsOf(isList ? "" : key.item());
    for (int i = taken.from(); i < taken.to(); i++) {
      Indicator indicator = plan.typedCells().get(i).indicator();
      if (isList && indicator.rollup() == RollupRule.NONE) continue;
      Value value = cells.get(indicator.path());
      if (value == null) continue;
      Value weight = indicator.weight().map(cells::get).orElse(Value.BLANK);
      columns.get(i).report(row, value, weight);
      if (plan.form().isFilledInParts()) {
        typedBy.computeIfAbsent(reporter, any -> new ArrayList<>()).add(new Touched(row, i));
      }
    }
  }

  /** Of a register the sums are over cases, not over what was sent. */
  void forgetRows() {
    for (int row = filled.nextSetBit(0); row >= 0; row = filled.nextSetBit(row + 1)) {
      int at = row;
      columns.forEach(column -> column.clear(at));
    }
    filled.clear();
  }

  /** Takes in the cases of a register that are still open. */
  void takeOpen(Cases cases) {
    for (Cases.Case one : cases.all()) {
      if (!one.isOpen()) continue;
      plan.findTypedRow(one.key().unit())
          .ifPresent(row -> take(plan.reporterOf(row), one.key(), cellsOf(one)));
    }
  }

  /** With what is computed of them. */
  private Cells cellsOf(Cases.Case one) {
    Map<ColumnPath, Value> typed = one.cells();
    if (!plan.computesOnSheets()) return typed::get;
    Unit holder = plan.units().unit(one.key().unit());
    Answers answers = new Answers(plan.form().id(), Map.of(), Map.of(one.key(), typed), Map.of());
    Sheet sheet = plan.sheet(holder, answers);
    return path -> sheet.value(sheet.rows().get(0), plan.form().indicator(path));
  }

  private void clear(int reporter) {
    if (plan.form().isFilledInParts()) {
      List<Touched> typed = typedBy.remove(reporter);
      if (typed != null) typed.forEach(cell -> columns.get(cell.column).clear(cell.row));
      for (int row : plan.typedRowsOf(reporter)) filled.clear(row);
      return;
    }
    for (int row : plan.typedRowsOf(reporter)) {
      filled.clear(row);
      columns.forEach(column -> column.clear(row));
    }
  }

  ReportedColumn column(int typedCell) {
    return columns.get(typedCell);
  }

  boolean isFilled(int row) {
    return filled.get(row);
  }

  /** Whether a reporter has to report; who reported all the same counts as well. */
  boolean isExpected(int reporter) {
    return !exempt.get(reporter) || received.get(reporter);
  }

  /** Whether the unit of a row is there when the round opens. */
  boolean isThere(int row) {
    return !absent.get(row);
  }

  boolean isReceived(int reporter) {
    return received.get(reporter);
  }
}

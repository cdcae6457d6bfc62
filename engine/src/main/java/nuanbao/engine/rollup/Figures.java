package nuanbao.engine.rollup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import nuanbao.engine.form.CellReference;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.formula.Value;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;

/**
 * The figures of one form over some rounds: for every row a value of every indicator, and coverage.
 * They are kept in columns; a value is made when asked for.
 */
public final class Figures {
  private final RollupPlan plan;
  private final List<RoundId> rounds;
  private final CoverageColumns coverage;
  private final Map<ColumnPath, FiguresColumn> typed = new HashMap<>();

  Figures(RollupPlan plan, List<Reported> rounds, List<FiguresColumn> columns) {
    this.plan = plan;
    this.rounds = rounds.stream().map(Reported::round).toList();
    this.coverage = new CoverageColumns(plan, rounds);
    for (int i = 0; i < columns.size(); i++) {
      typed.put(plan.typedIndicators().get(i).path(), columns.get(i));
    }
  }

  public Form form() {
    return plan.form();
  }

  public List<RoundId> rounds() {
    return rounds;
  }

  /** All rows in printing order: a sum before its parts. */
  public List<FormRow> rows() {
    return plan.rows();
  }

  /**
   * The value of an indicator in a row, exact; blank where nothing was reported.
   *
   * @param row position among {@link #rows()}
   */
  public Value value(int row, Indicator indicator) {
    boolean staysWhereTyped = indicator.isComputed() && indicator.rollup() == RollupRule.NONE;
    return staysWhereTyped && !plan.isTyped(row) ? Value.BLANK : cell(row, indicator);
  }

  /** Computed columns run over the figures of the row, typed or summed: a ratio is never added. */
  private Value cell(int row, Indicator indicator) {
    return indicator
        .formula()
        .map(formula -> formula.evaluate(reference -> referred(row, (CellReference) reference)))
        .orElseGet(() -> column(indicator).value(row));
  }

  private Value referred(int row, CellReference reference) {
    return switch (reference.place()) {
      case COVER -> Value.BLANK;
      case ROW -> cell(row, form().indicator(reference.path()));
    };
  }

  private FiguresColumn column(Indicator indicator) {
    FiguresColumn column = typed.get(indicator.path());
    if (column == null) throw new IllegalArgumentException("not of this form: " + indicator.path());
    return column;
  }

  /** What the figures of a row rest on. */
  public Coverage coverage(int row) {
    return coverage.of(row);
  }

  /** The reporters that sent nothing for at least one of the rounds, in tree order. */
  public List<Unit> missing() {
    return coverage.missing();
  }

  /** Position of the row that stands for a unit: its sum, or the row it typed. */
  public Optional<Integer> findRow(UnitId unit) {
    OptionalInt row = plan.findRow(unit);
    return row.isPresent() ? Optional.of(row.getAsInt()) : Optional.empty();
  }
}

package nuanbao.engine.rollup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.Beyond;
import nuanbao.engine.form.FieldType;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.Item;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.form.Rows;
import nuanbao.engine.form.Sheet;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import nuanbao.engine.unit.UnitTree;

/**
 * How the figures of one form come up the unit tree: which rows there are, which row sums up which,
 * and on whose submission each rests. Made once, it serves every round; safe for several threads.
 */
public final class RollupPlan {
  static final int NONE = -1;

  private final Form form;
  private final Duty duty;
  private final List<FigureCell> typedCells;

  /** By item, which of the typed cells are its own. */
  private final Map<String, Cells> cellsOf = new HashMap<>();

  private final UnitTree units;
  private final List<FormRow> rows;
  private final int[] above;

  /** For each row the position after the last one below it. */
  private final int[] ends;

  /** By position of the unit: the row it is typed in, and the row of its sum or of itself. */
  private final int[] typedRowOf;

  private final int[] rowOf;

  private final List<Unit> reporters;

  /** By position of the unit. */
  private final int[] reporterAt;

  /** For a row that a reporter types or sums up within its own sheet: that reporter's position. */
  private final int[] reporterOf;

  /** For each reporter the topmost row of its sheet. */
  private final int[] topRows;

  private RollupPlan(Form form, Duty duty, UnitTree units) {
    this.form = form;
    this.duty = duty;
    this.typedCells = typedCells(form);
    this.units = units;
    List<FormRow> all = new ArrayList<>();
    for (Unit root : units.roots()) {
      all.addAll(form.rows().rowsWithin(root, duty.reporters(), units));
    }
    this.rows = List.copyOf(all);
    this.above = above(rows);
    this.ends = ends(above);
    this.reporters = duty.reporters().unitsIn(units);
    this.typedRowOf = noneFor(units.units());
    this.rowOf = noneFor(units.units());
    this.reporterAt = noneFor(units.units());
    this.reporterOf = noneFor(rows);
    this.topRows = noneFor(reporters);
    for (int i = 0; i < reporters.size(); i++) reporterAt[position(reporters.get(i))] = i;
    for (int row = 0; row < rows.size(); row++) place(row, rows.get(row));
  }

  /** A run of typed cells, the end not included. */
  record Cells(int from, int to) {
    static final Cells NOTHING = new Cells(0, 0);
  }

  /** Column by column, and of fixed rows and measures row by row. */
  private List<FigureCell> typedCells(Form form) {
    List<FigureCell> cells = new ArrayList<>();
    if (form.rows().items().isEmpty()) {
      form.indicators().stream()
          .filter(RollupPlan::isKept)
          .forEach(indicator -> cells.add(new FigureCell("", indicator)));
      cellsOf.put("", new Cells(0, cells.size()));
    }
    for (Item item : form.rows().items()) {
      int from = cells.size();
      for (Indicator column : form.indicators()) {
        item.findCell(column.path())
            .filter(RollupPlan::isKept)
            .ifPresent(cell -> cells.add(new FigureCell(item.key(), cell)));
      }
      cellsOf.put(item.key(), new Cells(from, cells.size()));
    }
    return List.copyOf(cells);
  }

  /** Whether a figure is kept as reported; the others are worked out of the sums. */
  private static boolean isKept(Indicator cell) {
    return !cell.isComputed()
        || (cell.rollup() != RollupRule.RECOMPUTE && cell.rollup() != RollupRule.NONE);
  }

  /** Whether some figure has to be computed on each sheet before it is added up. */
  boolean computesOnSheets() {
    return typedCells.stream().anyMatch(cell -> cell.indicator().isComputed());
  }

  private void place(int row, FormRow formRow) {
    int unit = position(formRow.unit());
    if (formRow.isTyped()) typedRowOf[unit] = row;
    if (formRow.kind() != FormRow.Kind.OWN) rowOf[unit] = row;
    int reporter = reporterAt[unit];
    if (reporter == NONE && above[row] != NONE) reporter = reporterOf[above[row]];
    reporterOf[row] = reporter;
    if (reporter != NONE && topRows[reporter] == NONE) topRows[reporter] = row;
  }

  private int position(Unit unit) {
    return units.position(unit.id());
  }

  private static int[] noneFor(List<?> all) {
    int[] positions = new int[all.size()];
    Arrays.fill(positions, NONE);
    return positions;
  }

  /** The plan for a form of a duty. */
  public static RollupPlan of(Form form, Duty duty, UnitTree units) {
    return new RollupPlan(form, duty, units);
  }

  private static int[] above(List<FormRow> rows) {
    int[] above = new int[rows.size()];
    Arrays.fill(above, NONE);
    for (int row = 1; row < above.length; row++) {
      int candidate = row - 1;
      while (candidate != NONE && rows.get(candidate).depth() >= rows.get(row).depth()) {
        candidate = above[candidate];
      }
      above[row] = candidate;
    }
    return above;
  }

  private static int[] ends(int[] above) {
    int[] ends = new int[above.length];
    for (int row = ends.length - 1; row >= 0; row--) {
      ends[row] = Math.max(ends[row], row + 1);
      if (above[row] != NONE) ends[above[row]] = Math.max(ends[above[row]], ends[row]);
    }
    return ends;
  }

  /**
   * Adds up what was reported.
   *
   * @param rounds counted together: flows are added, of stocks the latest stands
   * @param submissions the latest version of each; those of other rounds are passed over
   */
  public Figures run(List<RoundId> rounds, Collection<Submission> submissions) {
    return run(rounds, submissions, ExpectedReports.ALL, OtherFigures.NONE);
  }

  /**
   * Adds up what was reported.
   *
   * @param rounds counted together: flows are added, of stocks the latest stands
   * @param submissions the latest version of each; those of other rounds are passed over
   * @param expected who had to report
   * @param others what formulas find at other times and in other forms
   */
  public Figures run(
      List<RoundId> rounds,
      Collection<Submission> submissions,
      ExpectedReports expected,
      OtherFigures others) {
    List<RoundId> inOrder = rounds.stream().sorted().toList();
    List<Reported> reported =
        inOrder.stream().map(round -> new Reported(this, round, expected)).toList();
    for (Submission submission : submissions) reported.forEach(round -> round.take(submission));
    Supplier<SentRows> sent = () -> SentRows.of(this, inOrder, submissions);
    if (!isRegister()) return addUp(reported, others, sent, Optional.empty());
    Cases cases = Cases.of(form, inOrder, submissions);
    reported.forEach(Reported::forgetRows);
    if (!reported.isEmpty()) reported.get(reported.size() - 1).takeOpen(cases);
    return addUp(reported, others, sent, Optional.of(RegisterCounts.of(this, cases)));
  }

  boolean isRegister() {
    return form.rows() instanceof Rows.Entries entries && entries.register().isPresent();
  }

  /** Whether there are figures of a unit. */
  public boolean hasRow(UnitId unit) {
    return findRow(unit).isPresent();
  }

  /** Nothing yet reported in a round that all report on; it takes submissions in. */
  public Reported reported(RoundId round) {
    return new Reported(this, round, ExpectedReports.ALL);
  }

  /**
   * Adds up what was reported; what is taken in later is not in these figures. Formulas find
   * nothing in them of other times and forms, nor of single rows that were sent.
   *
   * @param rounds of this plan, in order, each once
   */
  public Figures addUp(List<Reported> rounds) {
    return addUp(
        rounds, OtherFigures.NONE, () -> SentRows.of(this, List.of(), List.of()), Optional.empty());
  }

  private Figures addUp(
      List<Reported> rounds,
      OtherFigures others,
      Supplier<SentRows> sent,
      Optional<RegisterCounts> register) {
    if (rounds.stream().anyMatch(round -> round.plan() != this)) {
      throw new IllegalArgumentException("what was reported has the rows of another plan");
    }
    List<FiguresColumn> columns =
        IntStream.range(0, typedCells.size())
            .mapToObj(
                i ->
                    FiguresColumn.of(
                        typedCells.get(i).indicator(),
                        rounds.stream().map(round -> round.column(i)).toList(),
                        above,
                        ends))
            .toList();
    return new Figures(this, rounds, columns, others, sent, register);
  }

  Form form() {
    return form;
  }

  List<FigureCell> typedCells() {
    return typedCells;
  }

  /** The typed cells of a row; none where the form has no such row. */
  Cells cellsOf(String item) {
    return cellsOf.getOrDefault(item, Cells.NOTHING);
  }

  /** Decimals of the column that weighs a cell; 0 for none. */
  int weightDecimals(FigureCell cell) {
    return cell.indicator()
        .weight()
        .map(path -> form.indicator(path).type())
        .filter(FieldType.Number.class::isInstance)
        .map(type -> ((FieldType.Number) type).decimals())
        .orElse(0);
  }

  /** Whether what a unit typed in a row is added up. */
  boolean isCounted(RowKey key) {
    return !(form.rows() instanceof Rows.OfMeasures measures)
        || measures.isCounted(units.unit(key.unit()), key.item(), units);
  }

  /** What a reporter sent, as it filled it in. */
  Sheet sheet(Unit reporter, Answers answers) {
    List<FormRow> sheet = form.sheet(reporter, duty.reporters(), units, answers);
    return new Sheet(form, reporter, units, sheet, answers, Optional.empty(), Beyond.NOTHING);
  }

  UnitTree units() {
    return units;
  }

  List<FormRow> rows() {
    return rows;
  }

  boolean isTyped(int row) {
    return rows.get(row).isTyped();
  }

  /** The row above, or {@link #NONE}. */
  int above(int row) {
    return above[row];
  }

  /** The position after the last row below one. */
  int end(int row) {
    return ends[row];
  }

  OptionalInt findTypedRow(UnitId unit) {
    return find(unit, typedRowOf);
  }

  OptionalInt findRow(UnitId unit) {
    return find(unit, rowOf);
  }

  OptionalInt findReporter(UnitId unit) {
    return find(unit, reporterAt);
  }

  private OptionalInt find(UnitId unit, int[] byUnit) {
    OptionalInt position = units.findPosition(unit);
    return position.isEmpty() || byUnit[position.getAsInt()] == NONE
        ? OptionalInt.empty()
        : OptionalInt.of(byUnit[position.getAsInt()]);
  }

  List<Unit> reporters() {
    return reporters;
  }

  /** On whose sheet a row stands, or {@link #NONE}. */
  int reporterOf(int row) {
    return reporterOf[row];
  }

  /** The topmost row of a reporter's sheet, or {@link #NONE}. */
  int topRow(int reporter) {
    return topRows[reporter];
  }

  /** The rows that a reporter types. */
  int[] typedRowsOf(int reporter) {
    int top = topRows[reporter];
    if (top == NONE) return new int[0];
    return IntStream.range(top, ends[top])
        .filter(row -> reporterOf[row] == reporter && isTyped(row))
        .toArray();
  }
}

package nuanbao.engine.form;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nuanbao.engine.form.CellReference.Place;
import nuanbao.engine.formula.Explanation;
import nuanbao.engine.formula.Formula;
import nuanbao.engine.formula.Formula.Verdict;
import nuanbao.engine.formula.Scope;
import nuanbao.engine.formula.ValueKind;
import nuanbao.engine.problem.CellPosition;
import nuanbao.engine.problem.CheckFailure;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Severity;
import nuanbao.engine.problem.Text;
import org.jspecify.annotations.Nullable;

/** Runs the checks of a form over one sheet. */
public final class CheckRun {
  /** Nobody looks at more; a rule may name all rows of a ledger. */
  private static final int MOST_CELLS = 100;

  private static final Set<Place> IN_TABLE =
      EnumSet.of(Place.ROW, Place.RECORDS, Place.ITEM, Place.SUBROWS, Place.SIBLINGS);

  private final Sheet sheet;
  private final Form form;
  private final Set<String> unsound;
  private final Map<CheckId, Check.Waived> waived;
  private final Problems problems = new Problems();

  private CheckRun(Sheet sheet, List<Problem> known, Map<CheckId, Check.Waived> waived) {
    this.sheet = sheet;
    this.waived = waived;
    this.form = sheet.form();
    this.unsound =
        known.stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .flatMap(problem -> Stream.ofNullable(problem.cell()))
            .filter(cell -> cell.form().equals(form.id().value()))
            .map(CellPosition::row)
            .collect(Collectors.toSet());
  }

  /**
   * Every failed check, in the order of rows and then of checks, and a hint for each row that was
   * left out. A row with a cell that could not be read is not checked: its figures are not what was
   * meant.
   *
   * @param known problems found while reading the answers
   * @param waived checks that need not hold: where one fails, that is only told
   */
  public static List<Problem> run(
      Sheet sheet, List<Problem> known, Map<CheckId, Check.Waived> waived) {
    CheckRun run = new CheckRun(sheet, known, waived);
    run.rows();
    run.acrossRows();
    return run.inTableOrder();
  }

  /** Row by row as printed, in each column by column; what concerns a whole row comes first. */
  private List<Problem> inTableOrder() {
    Map<String, Integer> rows = new HashMap<>();
    for (FormRow row : sheet.rows()) rows.putIfAbsent(row.key().toString(), rows.size());
    Map<String, Integer> columns = new HashMap<>();
    for (Indicator column : form.indicators()) columns.put(column.path().value(), columns.size());
    return problems.inOrder().stream()
        .sorted(
            Comparator.comparing((Problem one) -> place(one, CellPosition::row, rows))
                .thenComparing(one -> place(one, CellPosition::column, columns)))
        .toList();
  }

  private static int place(
      Problem problem, Function<CellPosition, String> key, Map<String, Integer> places) {
    CellPosition cell = problem.cell();
    return cell == null ? places.size() : places.getOrDefault(key.apply(cell), -1);
  }

  private void rows() {
    for (FormRow row : sheet.rows()) {
      if (!row.isTyped() || unsound.contains(row.key().toString())) continue;
      if (!sheet.answers().rows().containsKey(row.key())) {
        if (sheet.isAskedFor(row)) {
          problems.add(
              Problem.of(ProblemCode.ANSWERS_MISSING_ROW, row.title()).in(place(row, "", "")));
        }
        continue;
      }
      Scope scope = sheet.scope(row);
      for (Check check : form.checksInRows()) {
        if (check.only().holdsFor(row)) test(check, row, scope, null);
      }
    }
  }

  /** Rules about rows, and rules about single cells: only where every row could be read. */
  private void acrossRows() {
    if (!unsound.isEmpty()) return;
    for (Check check : form.checksAcrossRows()) {
      FormRow row = firstNamed(check);
      if (check.reach(form.rows().shape()) == Check.Reach.ONCE) {
        test(check, row, sheet.scope(row), null);
        continue;
      }
      for (Indicator column : form.indicators()) {
        boolean isTyped = column.kind() == ValueKind.NUMBER && !column.isComputed();
        if (isTyped && check.only().holdsFor(column)) {
          test(check, row, sheet.scope(row, column), column);
        }
      }
    }
  }

  /** The row that a rule names first, or the first of the sheet. */
  private FormRow firstNamed(Check check) {
    return check.rule().references().stream()
        .map(CellReference.class::cast)
        .filter(reference -> reference.place() == Place.ITEM)
        .flatMap(reference -> sheet.findRow(reference.index()).stream())
        .findFirst()
        .orElseGet(sheet::anyRow);
  }

  private void test(Check check, FormRow row, Scope scope, @Nullable Indicator column) {
    Optional<Formula> where = check.only().where();
    if (where.isPresent() && where.get().test(scope) != Verdict.HOLDS) return;
    if (check.rule().test(scope) != Verdict.FAILS) return;
    Explanation why = check.rule().explainFailure(scope).orElseThrow();
    Text figures = why.text();
    Text says = check.says().map(Text::of).orElse(new Text("审核关系不成立", "a check fails"));
    CellPosition cell = column == null ? cell(check, row) : place(row, column);
    CheckFailure failure =
        new CheckFailure(check.id().value(), figures, concerned(check, row, column), why.sides());
    problems.add(told(check, cell, says, figures).in(cell).of(failure));
  }

  private Problem told(Check check, CellPosition cell, Text says, Text figures) {
    Check.Waived excuse = waived.get(check.id());
    if (excuse != null) {
      return Problem.of(
          ProblemCode.CHECK_WAIVED,
          cell.toString(),
          says,
          figures,
          check.id(),
          excuse.reason(),
          excuse.by());
    }
    ProblemCode code =
        switch (check.severity()) {
          case MUST -> ProblemCode.CHECK_FAILED;
          case MUST_OR_EXCUSED -> ProblemCode.CHECK_NEEDS_EXCUSE;
          case EXPLAIN ->
              sheet.answers().explanations().containsKey(check.id())
                  ? ProblemCode.CHECK_EXPLAINED
                  : ProblemCode.CHECK_NEEDS_EXPLANATION;
          case REMARK -> ProblemCode.CHECK_REMARK;
        };
    return Problem.of(code, cell.toString(), says, figures, check.id());
  }

  /** Whether a problem says that a check of a form fails. */
  public static boolean isAbout(Problem problem, FormId form, CheckId check) {
    CellPosition cell = problem.cell();
    CheckFailure failure = problem.failure();
    return cell != null
        && failure != null
        && cell.form().equals(form.value())
        && failure.check().equals(check.value());
  }

  /** Both sides of a failed check with their figures, out of what is told of it. */
  public static Text figures(Problem told) {
    return Objects.requireNonNull(told.failure()).figures();
  }

  /** The cells of the sheet that a rule rests on. */
  private List<CellPosition> concerned(Check check, FormRow row, @Nullable Indicator column) {
    Set<CellPosition> cells = new LinkedHashSet<>();
    for (var reference : check.rule().currentReferences()) {
      for (Sheet.Place place : sheet.places((CellReference) reference, row, column)) {
        if (cells.size() == MOST_CELLS) return List.copyOf(cells);
        Indicator named = place.indicator();
        cells.add(
            place
                .row()
                .map(one -> place(one, named))
                .orElseGet(
                    () ->
                        new CellPosition(
                            form.id().value(), "", "", named.path().value(), named.fullTitle())));
      }
    }
    return List.copyOf(cells);
  }

  /**
   * Where a failed rule is shown: at the first cell of the table that it names, or else at a field
   * of the cover, or at the row as a whole.
   */
  private CellPosition cell(Check check, FormRow row) {
    List<CellReference> named =
        check.rule().references().stream().map(CellReference.class::cast).toList();
    for (CellReference one : named) {
      Optional<Indicator> column = one.column().flatMap(form::findIndicator);
      if (IN_TABLE.contains(one.place()) && column.isPresent()) return place(row, column.get());
    }
    for (CellReference one : named) {
      if (one.place() == Place.EVERY_ROW) return ofWholeTable("各行", one);
      if (one.place() == Place.TOTAL_ROW) return ofWholeTable("合计", one);
      if (one.place() == Place.COVER) return onCover(one);
    }
    return place(row, "", "");
  }

  private CellPosition onCover(CellReference field) {
    Indicator named = form.findCoverField(field.column().orElseThrow()).orElseThrow();
    return new CellPosition(form.id().value(), "", "", named.path().value(), named.fullTitle());
  }

  private CellPosition ofWholeTable(String rows, CellReference named) {
    String title = named.column().flatMap(form::findIndicator).map(Indicator::fullTitle).orElse("");
    return new CellPosition(form.id().value(), "", rows, "", title);
  }

  private CellPosition place(FormRow row, Indicator column) {
    return place(row, column.path().value(), column.fullTitle());
  }

  private CellPosition place(FormRow row, String column, String title) {
    return new CellPosition(form.id().value(), row.key().toString(), row.title(), column, title);
  }
}

package nuanbao.engine.rollup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.CellScope;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.form.RollupRule;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.formula.Value;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import nuanbao.engine.unit.UnitTree;

/**
 * How the figures of one form come up the unit tree: which rows there are, which row sums up which,
 * and on whose submission each rests.
 */
public final class RollupPlan {
  private static final int NONE = -1;

  private final Form form;
  private final List<FormRow> rows;
  private final int[] above;
  private final Map<RowKey, Integer> typed = new HashMap<>();

  private final List<Unit> reporters;

  /** For a row that a reporter types or sums up within its own sheet: that reporter's position. */
  private final int[] reporterOf;

  /** For each reporter the topmost row of its sheet. */
  private final int[] topRows;

  private RollupPlan(Form form, Duty duty, UnitTree units) {
    this.form = form;
    List<FormRow> all = new ArrayList<>();
    for (Unit root : units.roots()) {
      all.addAll(form.rows().rowsWithin(root, duty.reporters(), units));
    }
    this.rows = List.copyOf(all);
    this.above = above(rows);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).isTyped()) typed.put(rows.get(i).key(), i);
    }
    this.reporters = duty.reporters().unitsIn(units);
    this.reporterOf = new int[rows.size()];
    this.topRows = new int[reporters.size()];
    Arrays.fill(reporterOf, NONE);
    Arrays.fill(topRows, NONE);
    Map<UnitId, Integer> positions = new HashMap<>();
    for (int i = 0; i < reporters.size(); i++) positions.put(reporters.get(i).id(), i);
    for (int row = 0; row < rows.size(); row++) {
      int reporter = positions.getOrDefault(rows.get(row).unit().id(), NONE);
      if (reporter == NONE && above[row] != NONE) reporter = reporterOf[above[row]];
      reporterOf[row] = reporter;
      if (reporter != NONE && topRows[reporter] == NONE) topRows[reporter] = row;
    }
  }

  /** The plan for a form of a duty. */
  public static RollupPlan of(Form form, Duty duty, UnitTree units) {
    return new RollupPlan(form, duty, units);
  }

  private static int[] above(List<FormRow> rows) {
    int[] above = new int[rows.size()];
    Arrays.fill(above, NONE);
    List<Integer> path = new ArrayList<>();
    for (int i = 0; i < above.length; i++) {
      int depth = rows.get(i).depth();
      while (!path.isEmpty() && rows.get(path.get(path.size() - 1)).depth() >= depth) {
        path.remove(path.size() - 1);
      }
      if (!path.isEmpty()) above[i] = path.get(path.size() - 1);
      path.add(i);
    }
    return above;
  }

  /**
   * Adds up what was reported.
   *
   * @param rounds counted together: flows are added, of stocks the latest stands
   * @param submissions the latest version of each; those of other rounds are passed over
   */
  public Figures run(List<RoundId> rounds, Collection<Submission> submissions) {
    List<Submission> counted =
        submissions.stream()
            .filter(submission -> rounds.contains(submission.key().round()))
            .filter(submission -> submission.forms().containsKey(form.id()))
            .sorted(Comparator.comparing(submission -> submission.key().round()))
            .toList();
    List<Indicator> indicators = form.indicators();
    List<Accumulator> accumulators =
        indicators.stream()
            .map(indicator -> Accumulator.of(indicator, rows.size(), rounds.size() > 1))
            .toList();
    int[] filled = new int[rows.size()];
    Map<UnitId, Integer> received = new HashMap<>();
    for (Submission submission : counted) {
      received.merge(submission.key().unit(), 1, Integer::sum);
      take(submission.answers(form.id()), indicators, accumulators, filled);
    }
    for (int row = rows.size() - 1; row >= 0; row--) {
      if (above[row] == NONE) continue;
      for (Accumulator accumulator : accumulators) accumulator.addUp(row, above[row]);
    }
    return new Figures(
        form,
        rounds,
        rows,
        values(indicators, accumulators),
        coverage(rounds.size(), received, filled),
        missing(rounds.size(), received));
  }

  private void take(
      Answers answers, List<Indicator> indicators, List<Accumulator> accumulators, int[] filled) {
    answers
        .rows()
        .forEach(
            (key, cells) -> {
              Integer row = typed.get(key);
              if (row == null) return;
              filled[row]++;
              CellScope scope = new CellScope(form, answers.cover(), cells);
              for (int i = 0; i < indicators.size(); i++) {
                if (indicators.get(i).isComputed()) continue;
                accumulators.get(i).report(row, scope.valueOf(indicators.get(i)));
              }
            });
  }

  /** Computed columns run over the figures of the row, typed or summed: a ratio is never added. */
  private List<List<Value>> values(List<Indicator> indicators, List<Accumulator> accumulators) {
    List<List<Value>> values = new ArrayList<>(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      Map<ColumnPath, Value> cells = new HashMap<>();
      for (int i = 0; i < indicators.size(); i++) {
        if (!indicators.get(i).isComputed()) {
          cells.put(indicators.get(i).path(), accumulators.get(i).value(row));
        }
      }
      CellScope scope = new CellScope(form, Map.of(), cells);
      boolean summed = !rows.get(row).isTyped();
      values.add(
          indicators.stream()
              .map(
                  indicator ->
                      summed && indicator.isComputed() && indicator.rollup() == RollupRule.NONE
                          ? Value.BLANK
                          : scope.valueOf(indicator))
              .toList());
    }
    return values;
  }

  private List<Coverage> coverage(int rounds, Map<UnitId, Integer> received, int[] filled) {
    Coverage[] coverage = new Coverage[rows.size()];
    Arrays.fill(coverage, Coverage.NONE);
    for (int i = 0; i < topRows.length; i++) {
      if (topRows[i] == NONE) continue;
      coverage[topRows[i]] = new Coverage(rounds, arrived(i, received), 0);
    }
    for (int row = rows.size() - 1; row >= 0; row--) {
      int reporter = reporterOf[row];
      if (rows.get(row).isTyped() && reporter != NONE) {
        int blank = arrived(reporter, received) - filled[row];
        coverage[row] = coverage[row].plus(new Coverage(0, 0, blank));
      }
      if (above[row] != NONE) coverage[above[row]] = coverage[above[row]].plus(coverage[row]);
    }
    for (int row = 0; row < coverage.length; row++) {
      int reporter = reporterOf[row];
      if (reporter != NONE && topRows[reporter] != row) {
        int blank = coverage[row].blankRows();
        coverage[row] = new Coverage(rounds, arrived(reporter, received), blank);
      }
    }
    return List.of(coverage);
  }

  private int arrived(int reporter, Map<UnitId, Integer> received) {
    return received.getOrDefault(reporters.get(reporter).id(), 0);
  }

  /** The reporters that sent nothing for at least one of the rounds, in tree order. */
  private List<Unit> missing(int rounds, Map<UnitId, Integer> received) {
    return reporters.stream().filter(unit -> received.getOrDefault(unit.id(), 0) < rounds).toList();
  }
}

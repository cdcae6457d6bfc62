package nuanbao.engine.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.RowKey;
import nuanbao.engine.form.Rows;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitSelector;
import nuanbao.engine.unit.UnitTree;

/**
 * Holds the reporters of a duty against the rows of one of its forms: each row has one reporter.
 */
final class RowsCheck {
  private final UnitTree units;
  private final Form form;
  private final UnitSelector reporters;
  private final Problems problems;

  RowsCheck(UnitTree units, Form form, UnitSelector reporters, Problems problems) {
    this.units = units;
    this.form = form;
    this.reporters = reporters;
    this.problems = problems;
  }

  /**
   * Tells the first of each kind: one wrong selector would otherwise be told for every village.
   *
   * @param duty where the reporters are named
   * @param name where the form is named
   */
  void check(Located duty, Located name) {
    List<Unit> reporting = reporters.unitsIn(units);
    if (reporting.isEmpty()) return;
    switch (form.rows().shape()) {
      case BY_KEY -> {
        if (form.rows().items().isEmpty()) checkUnits(reporting, duty, name);
        else checkNested(reporting, duty);
      }
      case RECORD -> checkNested(reporting, duty);
      case LIST -> checkHolders((Rows.Entries) form.rows(), reporting, duty, name);
    }
  }

  /** Each unit's row has one reporter. */
  private void checkUnits(List<Unit> reporting, Located duty, Located name) {
    Map<RowKey, Unit> reportedBy = new HashMap<>();
    boolean toldEmpty = false;
    boolean toldTwice = false;
    for (Unit reporter : reporting) {
      List<FormRow> rows = typed(reporter);
      if (rows.isEmpty() && !toldEmpty && !fillsIn(reporter)) {
        toldEmpty = true;
        problems.add(
            name.problem(ProblemCode.REPORTER_WITHOUT_ROWS, reporter.shortName(), form.title()));
      }
      for (FormRow row : rows) {
        Unit other = reportedBy.putIfAbsent(row.key(), reporter);
        if (other != null && !toldTwice) {
          toldTwice = true;
          String both = other.shortName() + "、" + reporter.shortName();
          problems.add(
              reportersOf(duty).problem(ProblemCode.ROW_REPORTED_TWICE, row.title(), both));
        }
      }
    }
    units.roots().stream()
        .flatMap(root -> typed(root).stream())
        .filter(row -> !reportedBy.containsKey(row.key()))
        .findFirst()
        .ifPresent(
            row ->
                problems.add(
                    reportersOf(duty).problem(ProblemCode.ROW_WITHOUT_REPORTER, row.title())));
  }

  /** Whether a unit types columns in the rows of others. */
  private boolean fillsIn(Unit reporter) {
    return form.indicators().stream()
        .flatMap(column -> column.applicability().filledBy().stream())
        .anyMatch(some -> some.selects(reporter, units));
  }

  /** Who stands above another reporter reports figures of its own, and says so. */
  private void checkNested(List<Unit> reporting, Located duty) {
    Set<Unit> all = Set.copyOf(reporting);
    for (Unit reporter : reporting) {
      Optional<Unit> above = units.parent(reporter);
      while (above.isPresent()
          && !(all.contains(above.get()) && !form.rows().hasOwn(above.get(), units))) {
        above = units.parent(above.get());
      }
      if (above.isEmpty()) continue;
      problems.add(
          reportersOf(duty)
              .problem(ProblemCode.OWN_AND_BELOW, above.get().shortName(), reporter.shortName()));
      return;
    }
  }

  /** Every unit that may have entries has one reporter, and every reporter has such a unit. */
  private void checkHolders(
      Rows.Entries entries, List<Unit> reporting, Located duty, Located name) {
    Map<Unit, Unit> reportedBy = new HashMap<>();
    for (Unit reporter : reporting) {
      List<Unit> holders = entries.holdersWithin(reporter, reporters, units);
      if (holders.isEmpty()) {
        problems.add(
            name.problem(ProblemCode.REPORTER_WITHOUT_ROWS, reporter.shortName(), form.title()));
        return;
      }
      for (Unit holder : holders) {
        Unit other = reportedBy.putIfAbsent(holder, reporter);
        if (other == null) continue;
        String both = other.shortName() + "、" + reporter.shortName();
        problems.add(
            reportersOf(duty).problem(ProblemCode.ROW_REPORTED_TWICE, holder.shortName(), both));
        return;
      }
    }
  }

  private List<FormRow> typed(Unit top) {
    return form.rows().rowsWithin(top, reporters, units).stream().filter(FormRow::isTyped).toList();
  }

  private static Located reportersOf(Located duty) {
    Optional<Located> reporters = duty.get("reporters");
    return reporters.orElse(duty);
  }
}

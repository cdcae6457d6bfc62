package nuanbao.engine.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.RowKey;
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
    Map<RowKey, Unit> reportedBy = new HashMap<>();
    boolean toldEmpty = false;
    boolean toldTwice = false;
    List<Unit> reporting = reporters.unitsIn(units);
    for (Unit reporter : reporting) {
      List<FormRow> rows = typed(reporter);
      if (rows.isEmpty() && !toldEmpty) {
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
    if (reporting.isEmpty()) return;
    units.roots().stream()
        .flatMap(root -> typed(root).stream())
        .filter(row -> !reportedBy.containsKey(row.key()))
        .findFirst()
        .ifPresent(
            row ->
                problems.add(
                    reportersOf(duty).problem(ProblemCode.ROW_WITHOUT_REPORTER, row.title())));
  }

  private List<FormRow> typed(Unit top) {
    return form.rows().rowsWithin(top, reporters, units).stream().filter(FormRow::isTyped).toList();
  }

  private static Located reportersOf(Located duty) {
    Optional<Located> reporters = duty.get("reporters");
    return reporters.orElse(duty);
  }
}

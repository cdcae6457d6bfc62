package nuanbao.engine.json;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.form.FormId;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.report.PageLayout;
import nuanbao.engine.report.PageLayout.Orientation;
import nuanbao.engine.report.ReportId;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.report.ReportSpec.Span;
import nuanbao.engine.report.ReportSpec.TablePart;
import nuanbao.engine.unit.UnitSelector;

/** Reads one report file. */
final class ReportReader {
  private final FormNames forms;
  private final List<Set<String>> formsOfDuties;
  private final Optional<UnitNames> units;
  private final Problems problems;

  /**
   * Reads reports of one campaign.
   *
   * @param formsOfDuties for each duty the forms it hands in
   */
  ReportReader(
      FormNames forms,
      List<Set<String>> formsOfDuties,
      Optional<UnitNames> units,
      Problems problems) {
    this.forms = forms;
    this.formsOfDuties = List.copyOf(formsOfDuties);
    this.units = units;
    this.problems = problems;
  }

  ReportSpec read(String id, Located root) {
    checkOneDuty(root);
    return new ReportSpec(
        new ReportId(id),
        root.text("title").orElse(id),
        layout(root),
        root.items("parts").stream().map(this::part).toList());
  }

  /** A report is of one round of one duty, so one duty must hand in all its forms. */
  private void checkOneDuty(Located root) {
    Set<String> used = new LinkedHashSet<>();
    root.items("parts").forEach(part -> part.text("form").ifPresent(used::add));
    used.retainAll(forms.names());
    if (used.size() < 2 || formsOfDuties.stream().anyMatch(duty -> duty.containsAll(used))) return;
    Located parts = root.get("parts").orElse(root);
    problems.add(parts.problemAtKey(ProblemCode.REPORT_OF_TWO_DUTIES, String.join("、", used)));
  }

  private TablePart part(Located part) {
    Optional<FormId> form = part.get("form").map(forms::named);
    Optional<UnitSelector> selected =
        units.flatMap(names -> part.get("units").map(list -> names.select(list, problems)));
    boolean cumulative = part.text("rounds").orElse("this").equals("cumulative");
    return new TablePart(
        form.orElse(new FormId("")),
        cumulative ? Span.CUMULATIVE : Span.THIS,
        selected,
        part.flag("coverage").orElse(true));
  }

  private static PageLayout layout(Located report) {
    String orientation =
        report.get("layout").flatMap(layout -> layout.text("orientation")).orElse("fit");
    return new PageLayout(
        switch (orientation) {
          case "portrait" -> Orientation.PORTRAIT;
          case "landscape" -> Orientation.LANDSCAPE;
          default -> Orientation.FIT;
        });
  }
}

package nuanbao.engine.json;

import java.util.Optional;
import nuanbao.engine.form.FormId;
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
  private final Optional<UnitNames> units;
  private final Problems problems;

  ReportReader(FormNames forms, Optional<UnitNames> units, Problems problems) {
    this.forms = forms;
    this.units = units;
    this.problems = problems;
  }

  ReportSpec read(String id, Located root) {
    return new ReportSpec(
        new ReportId(id),
        root.text("title").orElse(id),
        layout(root),
        root.items("parts").stream().map(this::part).toList());
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

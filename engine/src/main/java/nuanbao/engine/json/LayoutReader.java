package nuanbao.engine.json;

import nuanbao.engine.report.PageLayout;
import nuanbao.engine.report.PageLayout.Orientation;

/** Reads how a report lies on its sheet. */
final class LayoutReader {
  private LayoutReader() {}

  static PageLayout read(Located report) {
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

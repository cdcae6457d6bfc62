package nuanbao.engine.report;

import java.util.List;
import java.util.Optional;
import nuanbao.engine.form.FormId;
import nuanbao.engine.unit.UnitSelector;

/** The definition of one printed document. */
public record ReportSpec(ReportId id, String title, PageLayout layout, List<TablePart> parts) {
  public ReportSpec {
    parts = List.copyOf(parts);
  }

  /** Which rounds a table counts. */
  public enum Span {
    /** The round at hand. */
    THIS,
    /** All rounds from the first to the one at hand. */
    CUMULATIVE
  }

  /**
   * A table of the figures of a form.
   *
   * @param units whose rows are printed; left out, all
   * @param coverage whether it says below who has reported
   */
  public record TablePart(
      FormId form, Span rounds, Optional<UnitSelector> units, boolean coverage) {}
}

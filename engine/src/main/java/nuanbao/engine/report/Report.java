package nuanbao.engine.report;

import java.util.List;

/**
 * A finished report as plain data. Nothing is computed after this: a writer only draws.
 *
 * @param title name of the document, for its properties and file name
 */
public record Report(String title, PageLayout layout, List<Table> tables) {
  public Report {
    tables = List.copyOf(tables);
  }

  /**
   * Fills in a definition.
   *
   * @param sources what it draws on
   */
  public static Report of(ReportSpec spec, ReportSources sources) {
    List<Table> tables =
        spec.parts().stream().map(part -> new TableBuilder(part, sources).build()).toList();
    return new Report(spec.title(), spec.layout(), tables);
  }
}

package nuanbao.engine.jasper;

import java.io.IOException;
import java.io.OutputStream;
import nuanbao.engine.report.Report;
import nuanbao.engine.report.ReportWriter;

/**
 * Writes a report as a PDF: A4 by GB/T 9704, each table on a new page, page numbers running on,
 * fonts embedded. The same report gives the same bytes.
 *
 * <p>Nothing is cut off: cells grow, and a row that is longer than a page goes on on the next. A
 * character no font has is printed as 〓 instead of vanishing.
 *
 * <p>May be used by several threads at once; the whole file is held in memory while it is written.
 */
public final class PdfReportWriter implements ReportWriter {

  private final PdfPrinter printer;

  /**
   * @throws IllegalStateException if JasperReports, its PDF library or a font named 宋体 or 黑体 is
   *     missing; the message names the dependency to add
   */
  public PdfReportWriter() {
    Dependency.JASPER_REPORTS.require();
    Dependency.JASPER_REPORTS_PDF.require();
    this.printer = new PdfPrinter();
  }

  @Override
  public String format() {
    return "pdf";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    printer.print(report, out);
  }
}

package nuanbao.engine.jasper;

import java.io.IOException;
import java.io.OutputStream;
import nuanbao.engine.report.Report;
import nuanbao.engine.report.ReportWriter;

/**
 * Writes a report as an Excel workbook, a sheet for each table, ready to be printed as the PDF is.
 * The same report gives the same bytes.
 *
 * <p>A figure is a number, exact as far as Excel keeps digits and shown rounded; one that would
 * show more than 15 digits is text, because Excel would turn the rest into zeros. All other cells
 * are text, whatever they look like. Names keep their depth as a number format, so the cell holds
 * the bare name. Characters are left as they are: the reader's machine has fonts of its own.
 *
 * <p>May be used by several threads at once; the whole file is held in memory while it is written.
 */
public final class XlsxReportWriter implements ReportWriter {

  private final WorkbookPrinter printer;

  /**
   * @throws IllegalStateException if JasperReports or a font named 宋体 or 黑体 (row heights are
   *     measured with it) is missing; the message names the dependency to add
   */
  public XlsxReportWriter() {
    Dependency.JASPER_REPORTS.require();
    this.printer = new WorkbookPrinter();
  }

  @Override
  public String format() {
    return "xlsx";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    printer.print(report, out);
  }
}

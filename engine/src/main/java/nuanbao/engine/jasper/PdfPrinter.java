package nuanbao.engine.jasper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.type.BandTypeEnum;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import nuanbao.engine.report.Report;
import nuanbao.engine.report.Table;
import nuanbao.engine.report.TableLayout;

/**
 * Prints a report as one PDF. Apart from {@link PdfReportWriter} so that it can be left unloaded.
 */
final class PdfPrinter {

  private final TablePrinter printer = new TablePrinter();
  private final UnaryOperator<String> printable = printer.printable();

  void print(Report report, OutputStream out) throws IOException {
    if (report.tables().isEmpty()) {
      throw new IllegalArgumentException("a report without a table: " + report.title());
    }
    List<JasperPrint> prints = new ArrayList<>();
    for (Table table : report.tables()) {
      TableLayout layout = TableLayout.of(table, report.layout());
      prints.add(printer.print(table, layout, Medium.PAGES, printable));
    }
    finish(prints);
    SimplePdfExporterConfiguration document = new SimplePdfExporterConfiguration();
    document.setMetadataTitle(report.title());
    document.setDisplayMetadataTitle(true);
    document.setMetadataCreator("Nuanbao");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    JRPdfExporter exporter = new JRPdfExporter(printer.context());
    exporter.setConfiguration(document);
    exporter.setExporterInput(SimpleExporterInput.getInstance(prints));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
    try {
      exporter.exportReport();
    } catch (JRException e) {
      throw new IllegalStateException("cannot write the report " + report.title(), e);
    }
    out.write(TimelessPdf.of(bytes.toByteArray()));
  }

  private static void finish(List<JasperPrint> prints) {
    int number = 0;
    for (JasperPrint print : prints) {
      for (JRPrintPage page : print.getPages()) {
        number++;
        for (JRPrintElement element : page.getElements()) {
          if (element instanceof JRPrintText text) {
            keepLines(text);
            if (element.getOrigin().getBandType() == BandTypeEnum.PAGE_FOOTER) {
              text.setText(TableDesign.pageNumber(number));
            }
          }
        }
      }
    }
  }

  /**
   * Makes the exporter draw the lines as they were measured. With a leading offset it lets the PDF
   * library break the text again; that one rounds differently, and now and then needs a line more
   * than the cell has and drops it.
   */
  private static void keepLines(JRPrintText text) {
    text.setLeadingOffset(0);
  }
}

package nuanbao.engine.jasper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.type.BandTypeEnum;
import net.sf.jasperreports.export.ExporterInputItem;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleExporterInputItem;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.export.SimpleXlsxExporterConfiguration;
import net.sf.jasperreports.export.SimpleXlsxReportConfiguration;
import nuanbao.engine.report.PageLayout.Orientation;
import nuanbao.engine.report.Report;
import nuanbao.engine.report.Table;
import nuanbao.engine.report.TableLayout;

/**
 * Prints a report as one workbook. Apart from {@link XlsxReportWriter} so that it can be left
 * unloaded.
 */
final class WorkbookPrinter {

  /** The earliest a zip file can name; an entry without a time would get the present one. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final int FOOTER_MARGIN = 40;

  private final TablePrinter printer = new TablePrinter();

  /** The reader's own fonts show what they can; only what XML forbids has to go. */
  private final UnaryOperator<String> printable = new PrintableText(WorkbookPrinter::isXml);

  void print(Report report, OutputStream out) throws IOException {
    if (report.tables().isEmpty()) {
      throw new IllegalArgumentException("a report without a table: " + report.title());
    }
    SheetNames names = new SheetNames();
    List<ExporterInputItem> sheets = new ArrayList<>();
    List<Integer> headRows = new ArrayList<>();
    for (Table table : report.tables()) {
      TableLayout layout = TableLayout.ofSheet(table, report.layout());
      JasperPrint print = printer.print(table, layout, Medium.SHEET, printable);
      String name = names.next(printable.apply(table.title()));
      int titleRows = rowsOf(BandTypeEnum.TITLE, print);
      headRows.add(rowsOf(BandTypeEnum.COLUMN_HEADER, print));
      int frozenRows = titleRows + headRows.get(headRows.size() - 1);
      sheets.add(new SimpleExporterInputItem(print, sheetOf(layout, name, frozenRows)));
    }
    SimpleXlsxExporterConfiguration workbook = new SimpleXlsxExporterConfiguration();
    workbook.setMetadataTitle(report.title());
    workbook.setMetadataApplication("Nuanbao");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SheetExporter exporter = new SheetExporter(printer.context(), headRows);
    exporter.setConfiguration(workbook);
    exporter.setExporterInput(new SimpleExporterInput(sheets));
    exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(bytes));
    try {
      exporter.exportReport();
    } catch (JRException e) {
      throw new IllegalStateException("cannot write the report " + report.title(), e);
    }
    writeTimeless(bytes.toByteArray(), out);
  }

  private static SimpleXlsxReportConfiguration sheetOf(
      TableLayout layout, String name, int frozenRows) {
    SimpleXlsxReportConfiguration sheet = new SimpleXlsxReportConfiguration();
    sheet.setSheetNames(new String[] {name});
    sheet.setDetectCellType(true);
    sheet.setRemoveEmptySpaceBetweenRows(true);
    sheet.setRemoveEmptySpaceBetweenColumns(true);
    sheet.setIgnorePageMargins(true);
    sheet.setWhitePageBackground(false);
    sheet.setIgnoreAnchors(true);
    sheet.setFreezeRow(frozenRows + 1);
    sheet.setFitWidth(1);
    sheet.setFitHeight(0);
    boolean turned = layout.orientation() == Orientation.LANDSCAPE;
    sheet.setPrintPageWidth(turned ? TableLayout.A4_LONG : TableLayout.A4_SHORT);
    sheet.setPrintPageHeight(turned ? TableLayout.A4_SHORT : TableLayout.A4_LONG);
    sheet.setPrintPageTopMargin(layout.margins().top());
    sheet.setPrintPageRightMargin(layout.margins().right());
    sheet.setPrintPageBottomMargin(layout.margins().bottom());
    sheet.setPrintPageLeftMargin(layout.margins().left());
    sheet.setPrintFooterMargin(FOOTER_MARGIN);
    sheet.setSheetFooterCenter("&\"宋体\"&14— &P —");
    return sheet;
  }

  /** A sheet has a row wherever something begins; a head line that begins nothing has none. */
  private static int rowsOf(BandTypeEnum band, JasperPrint print) {
    return (int)
        print.getPages().get(0).getElements().stream()
            .filter(element -> element.getOrigin().getBandType() == band)
            .mapToInt(JRPrintElement::getY)
            .distinct()
            .count();
  }

  private static boolean isXml(int character) {
    return character >= ' '
        && !Character.isISOControl(character)
        && !(character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE)
        && character != 0xFFFE
        && character != 0xFFFF;
  }

  private static void writeTimeless(byte[] workbook, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
        ZipEntry timeless = new ZipEntry(part.getName());
        timeless.setTimeLocal(NO_TIME);
        zip.putNextEntry(timeless);
        parts.transferTo(zip);
        zip.closeEntry();
      }
    }
    zip.finish();
  }
}

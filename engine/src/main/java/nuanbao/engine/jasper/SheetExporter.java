package nuanbao.engine.jasper;

import java.util.List;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.PrintPageFormat;
import net.sf.jasperreports.engine.export.Cut;
import net.sf.jasperreports.engine.export.CutsInfo;
import net.sf.jasperreports.engine.export.XlsRowLevelInfo;
import net.sf.jasperreports.engine.export.ooxml.JRXlsxExporter;
import net.sf.jasperreports.engine.util.JRStringUtil;
import org.jspecify.annotations.Nullable;

/**
 * JasperReports' workbook exporter with what it lacks: the head repeats on every printed page, a
 * sheet keeps its own orientation when the next one differs, and no row is higher than Excel
 * allows.
 */
final class SheetExporter extends JRXlsxExporter {

  /** In points. A row with more text shows its beginning; the cell holds all of it. */
  private static final int HIGHEST_ROW = 409;

  private final List<Integer> headRows;
  private @Nullable PrintPageFormat formatOfOpenSheet;

  /**
   * @param headRows how many rows the head of each sheet has
   */
  SheetExporter(JasperReportsContext context, List<Integer> headRows) {
    super(context);
    this.headRows = List.copyOf(headRows);
  }

  @Override
  protected void createSheet(CutsInfo xCuts, SheetInfo sheet) {
    super.createSheet(xCuts, sheet);
    formatOfOpenSheet = pageFormat;
    int lastHeadRow = sheet.rowFreezeIndex;
    definedNames.append(
        "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"%s\">'%s'!$%s:$%s</definedName>\n"
            .formatted(
                sheetIndex,
                JRStringUtil.xmlEncode(sheet.sheetName.replace("'", "''")),
                lastHeadRow - headRows.get(sheetIndex) + 1,
                lastHeadRow));
  }

  /** The exporter closes a sheet after it has taken up the next one's page. */
  @Override
  protected void closeSheet() {
    PrintPageFormat next = oldPageFormat;
    if (formatOfOpenSheet != null) oldPageFormat = formatOfOpenSheet;
    super.closeSheet();
    oldPageFormat = next;
  }

  @Override
  protected void setRowHeight(int row, int height, Cut cut, XlsRowLevelInfo level)
      throws JRException {
    super.setRowHeight(row, Math.min(height, HIGHEST_ROW), cut, level);
  }
}

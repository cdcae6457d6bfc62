package nuanbao.engine.jasper;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignElementGroup;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignParameter;
import net.sf.jasperreports.engine.design.JRDesignPropertyExpression;
import net.sf.jasperreports.engine.design.JRDesignSection;
import net.sf.jasperreports.engine.design.JRDesignStaticText;
import net.sf.jasperreports.engine.design.JRDesignStyle;
import net.sf.jasperreports.engine.design.JRDesignTextElement;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.export.ExcelAbstractExporter;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.OrientationEnum;
import net.sf.jasperreports.engine.type.PositionTypeEnum;
import net.sf.jasperreports.engine.type.SplitTypeEnum;
import net.sf.jasperreports.engine.type.StretchTypeEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import net.sf.jasperreports.engine.type.WhenNoDataTypeEnum;
import nuanbao.engine.report.PageLayout.Orientation;
import nuanbao.engine.report.Table;
import nuanbao.engine.report.TableLayout;
import nuanbao.engine.report.TableLayout.Head;
import nuanbao.engine.report.TableRow;

/**
 * Draws one table as a JasperReports design of plain bands: title block, head, one row, notes and
 * page number. Texts are parameters, fields or static text, never expressions.
 *
 * <p>Everything but the head may grow when a text turns out longer than estimated; the head is
 * drawn as laid out.
 */
final class TableDesign {

  private static final String SONG = "宋体";
  private static final String HEI = "黑体";
  private static final float ATTACHMENT_FONT = 16;
  private static final float TITLE_FONT = 22;
  private static final float COVER_FONT = 12;
  private static final float NOTE_FONT = 10.5f;
  private static final float PAGE_NUMBER_FONT = 14;
  private static final float LINE = 0.5f;
  private static final int GAP = 6;

  /** GB/T 9704: the page number stands 7 mm below the text. */
  private static final int ABOVE_PAGE_NUMBER = 20;

  /** A longer text may begin on one page and end on the next. */
  private static final int LINES_TOGETHER = 4;

  /** Room to write a name by hand, in characters. */
  private static final String HANDWRITING = "　　　　　　";

  private final Table table;
  private final TableLayout layout;
  private final Medium medium;
  private final UnaryOperator<String> printable;
  private final JasperDesign design = new JasperDesign();
  private final Map<String, Object> texts = new HashMap<>();

  /**
   * @param printable applied to every text that is printed
   */
  TableDesign(Table table, TableLayout layout, Medium medium, UnaryOperator<String> printable)
      throws JRException {
    this.table = table;
    this.layout = layout;
    this.medium = medium;
    this.printable = printable;
    drawSheet();
    declareStyles();
    drawTitleBlock();
    drawHead();
    drawRow();
    drawNotes();
    if (medium == Medium.PAGES) drawPageNumber();
  }

  JasperDesign design() {
    return design;
  }

  /** The texts of the title block and the notes, to be given when the design is filled. */
  Map<String, Object> texts() {
    return texts;
  }

  private void drawSheet() {
    TableLayout.Margins margins = layout.margins();
    design.setName("table");
    design.setOrientation(
        layout.orientation() == Orientation.LANDSCAPE
            ? OrientationEnum.LANDSCAPE
            : OrientationEnum.PORTRAIT);
    design.setPageWidth(layout.pageWidth());
    design.setPageHeight(layout.pageHeight());
    design.setTopMargin(margins.top());
    design.setRightMargin(margins.right());
    design.setBottomMargin(margins.bottom() - (medium == Medium.PAGES ? pageNumberHeight() : 0));
    design.setLeftMargin(margins.left());
    design.setColumnWidth(layout.contentWidth());
    design.setIgnorePagination(medium == Medium.SHEET);
    design.setWhenNoDataType(WhenNoDataTypeEnum.ALL_SECTIONS_NO_DETAIL);
    design.setSummaryWithPageHeaderAndFooter(true);
  }

  private void declareStyles() throws JRException {
    JRDesignStyle normal = style("normal", SONG, NOTE_FONT);
    normal.setDefault(true);
    design.addStyle(normal);
    int deepest = table.rows().stream().mapToInt(TableRow::depth).max().orElse(0);
    for (boolean bold : new boolean[] {false, true}) {
      design.addStyle(cellStyle(CellStyle.number(bold), bold, 0, HorizontalTextAlignEnum.RIGHT));
      design.addStyle(cellStyle(CellStyle.words(bold), bold, 0, HorizontalTextAlignEnum.LEFT));
      design.addStyle(cellStyle(CellStyle.label(bold), bold, 0, HorizontalTextAlignEnum.CENTER));
      for (int depth = 0; depth <= deepest; depth++) {
        int indent = medium == Medium.PAGES ? depth * layout.indent() : 0;
        design.addStyle(
            cellStyle(CellStyle.stub(depth, bold), bold, indent, HorizontalTextAlignEnum.LEFT));
      }
    }
  }

  private JRDesignStyle cellStyle(
      String name, boolean bold, int indent, HorizontalTextAlignEnum align) {
    JRDesignStyle style = style(name, SONG, (float) layout.fontSize());
    style.setBold(bold);
    style.setHorizontalTextAlign(align);
    style.setVerticalTextAlign(VerticalTextAlignEnum.MIDDLE);
    style.getLineBox().getPen().setLineWidth(LINE);
    style.getLineBox().getPen().setLineColor(Color.BLACK);
    style.getLineBox().setLeftPadding(layout.padding() + indent);
    style.getLineBox().setRightPadding(layout.padding());
    style.getLineBox().setTopPadding(layout.linePadding());
    style.getLineBox().setBottomPadding(layout.linePadding());
    return style;
  }

  private static JRDesignStyle style(String name, String font, float size) {
    JRDesignStyle style = new JRDesignStyle();
    style.setName(name);
    style.setFontName(font);
    style.setFontSize(size);
    return style;
  }

  private void drawTitleBlock() throws JRException {
    JRDesignBand band = new JRDesignBand();
    int y = 0;
    if (table.attachment().isPresent()) {
      y += addLine(band, y, table.attachment().get(), HEI, ATTACHMENT_FONT) + GAP;
    }
    List<String> lines = TableLayout.evenLines(table.title(), layout.contentWidth(), TITLE_FONT);
    JRDesignTextField title = text(asLaidOut(table.title(), lines), SONG, TITLE_FONT);
    title.setBold(true);
    title.setHorizontalTextAlign(HorizontalTextAlignEnum.CENTER);
    int titleHeight = TableLayout.height(lines.size(), TITLE_FONT);
    y += add(band, title, 0, y, layout.contentWidth(), titleHeight);
    y += 2 * GAP;
    for (List<CoverEntry> line : coverLines()) {
      y += addCoverLine(band, y, line);
    }
    if (table.measuredIn().isPresent()) {
      String measuredIn = table.measuredIn().get();
      if (!measuredIn.contains("：")) measuredIn = "计量单位：" + measuredIn;
      JRDesignTextField unit = text(measuredIn, SONG, NOTE_FONT);
      unit.setHorizontalTextAlign(HorizontalTextAlignEnum.RIGHT);
      y += add(band, unit, 0, y, layout.contentWidth(), heightOf(measuredIn, NOTE_FONT));
    }
    band.setHeight(y + GAP / 2);
    design.setTitle(band);
  }

  /** An entry of the cover and how much room it needs on its line. */
  private record CoverEntry(String text, int width) {}

  private List<List<CoverEntry>> coverLines() {
    int most = medium == Medium.SHEET ? layout.columnWidths().size() : Integer.MAX_VALUE;
    List<List<CoverEntry>> lines = new ArrayList<>();
    int room = 0;
    for (Table.Labelled labelled : table.cover()) {
      String label = labelled.label();
      if (!label.endsWith("：") && !label.endsWith(":")) label += "：";
      String written = labelled.value().isBlank() ? HANDWRITING : labelled.value();
      int width = TableLayout.width(label + written + " ", COVER_FONT);
      if (width > room || lines.get(lines.size() - 1).size() == most) {
        lines.add(new ArrayList<>());
        room = layout.contentWidth();
      }
      lines.get(lines.size() - 1).add(new CoverEntry(label + labelled.value(), width));
      room -= width;
    }
    return lines;
  }

  /** Spreads the entries over the whole width; on a sheet each begins where a column does. */
  private int addCoverLine(JRDesignBand band, int y, List<CoverEntry> line) throws JRException {
    int spare = layout.contentWidth() - line.stream().mapToInt(CoverEntry::width).sum();
    List<Integer> starts = new ArrayList<>();
    int x = 0;
    for (CoverEntry entry : line) {
      starts.add(x);
      x += Math.min(entry.width, layout.contentWidth()) + Math.max(0, spare) / line.size();
    }
    if (medium == Medium.SHEET) starts = atColumns(starts);
    starts.add(layout.contentWidth());
    JRDesignElementGroup group = new JRDesignElementGroup();
    band.addElementGroup(group);
    int height = 0;
    for (int i = 0; i < line.size(); i++) {
      int width = starts.get(i + 1) - starts.get(i);
      int lines = TableLayout.lineCount(line.get(i).text, width, COVER_FONT);
      height = Math.max(height, TableLayout.height(lines, COVER_FONT) + GAP / 2);
    }
    for (int i = 0; i < line.size(); i++) {
      JRDesignTextField field = text(line.get(i).text, SONG, COVER_FONT);
      field.setStretchType(StretchTypeEnum.ELEMENT_GROUP_HEIGHT);
      field.setVerticalTextAlign(VerticalTextAlignEnum.MIDDLE);
      place(field, starts.get(i), y, starts.get(i + 1) - starts.get(i), height);
      group.addElement(field);
    }
    return height;
  }

  /** Moves each start to the nearest column that leaves one for every later entry. */
  private List<Integer> atColumns(List<Integer> starts) {
    List<Integer> edges = new ArrayList<>();
    int edge = 0;
    for (int width : layout.columnWidths()) {
      edges.add(edge);
      edge += width;
    }
    List<Integer> moved = new ArrayList<>(List.of(0));
    int column = 0;
    for (int i = 1; i < starts.size(); i++) {
      int last = edges.size() - (starts.size() - i);
      column++;
      while (column < last
          && Math.abs(edges.get(column + 1) - starts.get(i))
              < Math.abs(edges.get(column) - starts.get(i))) {
        column++;
      }
      moved.add(edges.get(column));
    }
    return moved;
  }

  private void drawHead() {
    JRDesignBand band = new JRDesignBand();
    band.setHeight(layout.headHeight());
    for (Head head : layout.heads()) {
      JRDesignStaticText text = new JRDesignStaticText();
      text.setText(printable.apply(asLaidOut(head.cell().text(), head.lines())));
      setFont(text, HEI, (float) layout.fontSize());
      text.setHorizontalTextAlign(HorizontalTextAlignEnum.CENTER);
      text.setVerticalTextAlign(VerticalTextAlignEnum.MIDDLE);
      text.getLineBox().getPen().setLineWidth(LINE);
      place(text, head.x(), head.y(), head.width(), head.height());
      band.addElement(text);
    }
    design.setColumnHeader(band);
  }

  /** A sheet breaks lines itself; there a line end would be part of the text. */
  private String asLaidOut(String text, List<String> lines) {
    return medium == Medium.PAGES ? String.join("\n", lines) : text;
  }

  private void drawRow() throws JRException {
    JRDesignBand band = new JRDesignBand();
    band.setHeight(layout.rowHeight());
    band.setSplitType(SplitTypeEnum.PREVENT);
    boolean framed = medium == Medium.PAGES && hasRowLongerThanAPage();
    int x = 0;
    for (int column = 0; column < layout.columnWidths().size(); column++) {
      int width = layout.columnWidths().get(column);
      if (framed) band.addElement(frame(x, width));
      JRDesignTextField field = new JRDesignTextField();
      field.setExpression(field(TableRows.VALUE + column, Object.class));
      field.setStyleExpression(field(TableRows.STYLE + column, String.class));
      JRDesignExpression format = field(TableRows.FORMAT + column, String.class);
      field.setPatternExpression(format);
      if (medium == Medium.SHEET) field.addPropertyExpression(cellPattern(format));
      field.setTextAdjust(TextAdjustEnum.STRETCH_HEIGHT);
      field.setStretchType(StretchTypeEnum.CONTAINER_HEIGHT);
      place(field, x, 0, width, layout.rowHeight());
      band.addElement(field);
      x += width;
    }
    ((JRDesignSection) design.getDetailSection()).addBand(band);
  }

  private boolean hasRowLongerThanAPage() {
    int linesOnAPage =
        (layout.contentHeight() - layout.headHeight()) / TableLayout.height(1, layout.fontSize());
    for (TableRow row : table.rows()) {
      for (int column = 0; column < layout.columnWidths().size(); column++) {
        int room = layout.columnWidths().get(column) - 2 * layout.padding();
        String text = row.cells().get(column).text();
        if (TableLayout.lineCount(text, room, layout.fontSize()) >= linesOnAPage) return true;
      }
    }
    return false;
  }

  /**
   * Borders of a cell that go on where the row does; a cell whose text has ended has none there.
   */
  private JRDesignStaticText frame(int x, int width) {
    JRDesignStaticText frame = new JRDesignStaticText();
    frame.setText("");
    frame.getLineBox().getPen().setLineWidth(LINE);
    frame.setStretchType(StretchTypeEnum.CONTAINER_HEIGHT);
    frame.setPrintWhenDetailOverflows(true);
    place(frame, x, 0, width, layout.rowHeight());
    return frame;
  }

  private static JRDesignPropertyExpression cellPattern(JRDesignExpression format) {
    JRDesignPropertyExpression pattern = new JRDesignPropertyExpression();
    pattern.setName(ExcelAbstractExporter.PROPERTY_CELL_PATTERN);
    pattern.setValueExpression(format);
    return pattern;
  }

  private void drawNotes() throws JRException {
    if (table.notes().isEmpty()) return;
    JRDesignBand band = new JRDesignBand();
    String notes = String.join("\n", table.notes());
    int height = addLine(band, GAP, notes, SONG, NOTE_FONT);
    band.setHeight(GAP + height);
    design.setSummary(band);
  }

  /** The number itself is put in when all tables of a report are filled. */
  private void drawPageNumber() {
    JRDesignBand band = new JRDesignBand();
    band.setHeight(pageNumberHeight());
    JRDesignStaticText number = new JRDesignStaticText();
    number.setText(pageNumber(1));
    setFont(number, SONG, PAGE_NUMBER_FONT);
    number.setHorizontalTextAlign(HorizontalTextAlignEnum.CENTER);
    int height = pageNumberHeight() - ABOVE_PAGE_NUMBER;
    place(number, 0, ABOVE_PAGE_NUMBER, layout.contentWidth(), height);
    band.addElement(number);
    design.setPageFooter(band);
  }

  static String pageNumber(int number) {
    return "— " + number + " —";
  }

  private static int pageNumberHeight() {
    return ABOVE_PAGE_NUMBER + TableLayout.height(1, PAGE_NUMBER_FONT);
  }

  /** Adds a text over the whole width and says how high it is. */
  private int addLine(JRDesignBand band, int y, String text, String font, float size)
      throws JRException {
    int height = Math.min(heightOf(text, size), TableLayout.height(LINES_TOGETHER, size));
    return add(band, text(text, font, size), 0, y, layout.contentWidth(), height);
  }

  private static int add(
      JRDesignBand band, JRDesignElement element, int x, int y, int width, int height) {
    place(element, x, y, width, height);
    band.addElement(element);
    return height;
  }

  private static void place(JRDesignElement element, int x, int y, int width, int height) {
    element.setX(x);
    element.setY(y);
    element.setWidth(width);
    element.setHeight(height);
  }

  private int heightOf(String text, float fontSize) {
    int lines = TableLayout.lineCount(text, layout.contentWidth(), fontSize);
    return TableLayout.height(lines, fontSize);
  }

  /** A text that pushes down what stands below it when it takes more lines than estimated. */
  private JRDesignTextField text(String text, String font, float size) throws JRException {
    JRDesignParameter parameter = new JRDesignParameter();
    parameter.setName("text" + texts.size());
    parameter.setValueClass(String.class);
    parameter.setForPrompting(false);
    design.addParameter(parameter);
    texts.put(parameter.getName(), printable.apply(text));
    JRDesignTextField field = new JRDesignTextField();
    field.setExpression(new JRDesignExpression("$P{" + parameter.getName() + "}"));
    field.setTextAdjust(TextAdjustEnum.STRETCH_HEIGHT);
    field.setPositionType(PositionTypeEnum.FLOAT);
    setFont(field, font, size);
    return field;
  }

  private JRDesignExpression field(String name, Class<?> type) throws JRException {
    if (!design.getFieldsMap().containsKey(name)) {
      JRDesignField field = new JRDesignField();
      field.setName(name);
      field.setValueClass(type);
      design.addField(field);
    }
    return new JRDesignExpression("$F{" + name + "}");
  }

  private static void setFont(JRDesignTextElement text, String font, float size) {
    text.setFontName(font);
    text.setFontSize(size);
  }
}

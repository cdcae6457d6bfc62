package nuanbao.engine.jasper;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.function.UnaryOperator;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import nuanbao.engine.report.Cell;
import nuanbao.engine.report.Table;
import nuanbao.engine.report.TableColumn;
import nuanbao.engine.report.TableLayout;
import nuanbao.engine.report.TableRow;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a table's rows to JasperReports: for column 3 the fields {@code value3}, {@code style3} and
 * {@code format3}.
 */
final class TableRows implements JRDataSource {

  static final String VALUE = "value";
  static final String STYLE = "style";
  static final String FORMAT = "format";

  /** Excel keeps no more digits of a number; a longer one stays text, so that none is lost. */
  private static final int DIGITS_OF_A_SHEET = 15;

  private final Table table;
  private final TableLayout layout;
  private final Medium medium;
  private final UnaryOperator<String> printable;
  private final Iterator<TableRow> rows;
  private @Nullable TableRow row;

  TableRows(Table table, TableLayout layout, Medium medium, UnaryOperator<String> printable) {
    this.table = table;
    this.layout = layout;
    this.medium = medium;
    this.printable = printable;
    this.rows = table.rows().iterator();
  }

  @Override
  public boolean next() {
    if (!rows.hasNext()) return false;
    row = rows.next();
    return true;
  }

  @Override
  public @Nullable Object getFieldValue(JRField field) {
    if (row == null) throw new IllegalStateException("no row yet");
    String name = field.getName();
    if (name.startsWith(VALUE)) {
      int column = column(name, VALUE);
      return value(row.cells().get(column), column);
    }
    if (name.startsWith(STYLE)) return style(row, column(name, STYLE));
    return format(row, column(name, FORMAT));
  }

  private static int column(String name, String part) {
    return Integer.parseInt(name.substring(part.length()));
  }

  private Object value(Cell cell, int column) {
    if (cell instanceof Cell.Number number && isNumeric(number)) return number.value();
    String text = printable.apply(cell.text());
    boolean isOfWords = table.columns().get(column).kind() == TableColumn.Kind.TEXT;
    return medium == Medium.PAGES && isOfWords ? layout.withWholeDays(text, column) : text;
  }

  private String style(TableRow row, int column) {
    boolean bold = row.role() != TableRow.Role.DETAIL;
    Cell cell = row.cells().get(column);
    if (cell instanceof Cell.Number) return CellStyle.number(bold);
    return switch (table.columns().get(column).kind()) {
      case STUB -> CellStyle.stub(row.depth(), bold);
      case LABEL, NUMBER -> CellStyle.label(bold);
      case TEXT -> CellStyle.words(bold);
    };
  }

  /** How a workbook shows the value: a figure rounded, a name set in by its depth. */
  private @Nullable String format(TableRow row, int column) {
    if (row.cells().get(column) instanceof Cell.Number number) {
      if (!isNumeric(number)) return null;
      return number.decimals() == 0 ? "0" : "0." + "0".repeat(number.decimals());
    }
    return medium == Medium.SHEET && isStub(column) && row.depth() > 0
        ? "\\　".repeat(row.depth()) + "@"
        : null;
  }

  private boolean isNumeric(Cell.Number number) {
    return medium == Medium.SHEET && new BigDecimal(number.text()).precision() <= DIGITS_OF_A_SHEET;
  }

  private boolean isStub(int column) {
    return table.columns().get(column).kind() == TableColumn.Kind.STUB;
  }
}

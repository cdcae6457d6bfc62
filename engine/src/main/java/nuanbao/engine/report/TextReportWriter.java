package nuanbao.engine.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import nuanbao.engine.form.HeaderGrid;

/** Writes a report as plain text, columns parted by tabs: for golden files and for a quick look. */
public final class TextReportWriter implements ReportWriter {

  @Override
  public String format() {
    return "txt";
  }

  @Override
  public void write(Report report, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Table table : report.tables()) write(table, text);
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Table table, StringBuilder text) {
    table.attachment().ifPresent(attachment -> line(text, attachment));
    line(text, table.title());
    line(
        text,
        String.join(
            "\t", table.cover().stream().map(one -> one.label() + "：" + one.value()).toList()));
    table.measuredIn().ifPresent(unit -> line(text, "计量单位：" + unit));
    for (int i = 0; i < table.header().lines(); i++) line(text, headLine(table.header(), i));
    for (TableRow row : table.rows()) {
      List<String> cells = row.cells().stream().map(cell -> oneLine(cell.text())).toList();
      line(text, "　".repeat(row.depth()) + String.join("\t", cells));
    }
    table.notes().forEach(note -> line(text, note));
    text.append('\n');
  }

  /** A merged head stands once, at its upper left corner. */
  private static String headLine(HeaderGrid header, int line) {
    String[] texts = new String[header.columns()];
    Arrays.fill(texts, "");
    for (HeaderGrid.Cell cell : header.cells()) {
      if (cell.line() == line) texts[cell.column()] = oneLine(cell.text());
    }
    return String.join("\t", texts);
  }

  private static String oneLine(String text) {
    return text.replace('\n', ' ').replace('\t', ' ');
  }

  private static void line(StringBuilder text, String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}

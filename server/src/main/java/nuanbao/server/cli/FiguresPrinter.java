package nuanbao.server.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.ValueText;
import nuanbao.engine.rollup.Coverage;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitTree;
import nuanbao.server.FiguresJson;

/** Prints figures, each row with what it rests on. */
final class FiguresPrinter {
  private final Figures figures;
  private final Unit top;
  private final UnitTree units;
  private final ValueText texts;

  /**
   * A printer of the rows at and below one unit.
   *
   * @param top the unit
   */
  FiguresPrinter(Figures figures, Unit top, UnitTree units) {
    this.figures = figures;
    this.top = top;
    this.units = units;
    this.texts = new ValueText(units);
  }

  private List<Integer> rows() {
    return FiguresJson.rowsWithin(figures, top, units);
  }

  /** RFC 4180, exact decimals without zeros behind the last digit that counts. */
  void printCsv(PrintWriter out) {
    List<String> head = new ArrayList<>(List.of("unit", "kind", "title"));
    if (!rows().isEmpty()) {
      figures.of(rows().get(0)).forEach(figure -> head.add(figure.name()));
    }
    head.addAll(List.of("expected", "received", "blankRows"));
    out.print(csv(head));
    for (int row : rows()) {
      FormRow one = figures.rows().get(row);
      List<String> line =
          new ArrayList<>(List.of(one.unit().id().value(), FiguresJson.kind(one), one.title()));
      figures.of(row).forEach(figure -> line.add(FiguresJson.text(figure, texts)));
      Coverage coverage = figures.coverage(row);
      line.add(String.valueOf(coverage.expected()));
      line.add(String.valueOf(coverage.received()));
      line.add(String.valueOf(coverage.blankRows()));
      out.print(csv(line));
    }
    out.flush();
  }

  private static String csv(List<String> fields) {
    return String.join(",", fields.stream().map(FiguresPrinter::field).toList()) + "\n";
  }

  private static String field(String text) {
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  void printJson(PrintWriter out) {
    out.println(FiguresJson.of(figures, top, units).toPrettyString());
  }

  /** Every figure with its coverage, a block for each row, so that narrow screens can read it. */
  void printText(PrintWriter out) {
    for (int row : rows()) {
      FormRow one = figures.rows().get(row);
      Coverage coverage = figures.coverage(row);
      out.printf(
          "%s%s  应报 %d 已报 %d%s%n",
          "  ".repeat(one.depth()),
          one.title(),
          coverage.expected(),
          coverage.received(),
          coverage.blankRows() == 0 ? "" : " 空行 " + coverage.blankRows());
      for (Figures.Figure figure : figures.of(row)) {
        String text = FiguresJson.text(figure, texts);
        if (text.isEmpty()) continue;
        String item = figure.item().map(named -> named.label() + " ").orElse("");
        String title = item + figure.indicator().fullTitle();
        out.printf("%s  %s：%s%n", "  ".repeat(one.depth()), title, text);
      }
    }
  }
}

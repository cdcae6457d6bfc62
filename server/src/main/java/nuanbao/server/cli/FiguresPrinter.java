package nuanbao.server.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.Language;
import nuanbao.engine.rollup.Coverage;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitTree;

/** Prints figures, each row with what it rests on. */
final class FiguresPrinter {
  private final Figures figures;
  private final Unit top;
  private final UnitTree units;

  /**
   * A printer of the rows at and below one unit.
   *
   * @param top the unit
   */
  FiguresPrinter(Figures figures, Unit top, UnitTree units) {
    this.figures = figures;
    this.top = top;
    this.units = units;
  }

  private List<Integer> rows() {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < figures.rows().size(); i++) {
      if (units.isWithin(figures.rows().get(i).unit(), top)) rows.add(i);
    }
    return rows;
  }

  /** RFC 4180, exact decimals without zeros behind the last digit that counts. */
  void printCsv(PrintWriter out) {
    List<String> head = new ArrayList<>(List.of("unit", "kind", "title"));
    figures.form().indicators().forEach(one -> head.add(one.path().value()));
    head.addAll(List.of("expected", "received", "blankRows"));
    out.print(csv(head));
    for (int row : rows()) {
      FormRow one = figures.rows().get(row);
      List<String> line = new ArrayList<>(List.of(one.unit().id().value(), kind(one), one.title()));
      figures.form().indicators().forEach(column -> line.add(text(figures.value(row, column))));
      Coverage coverage = figures.coverage(row);
      line.add(String.valueOf(coverage.expected()));
      line.add(String.valueOf(coverage.received()));
      line.add(String.valueOf(coverage.blankRows()));
      out.print(csv(line));
    }
    out.flush();
  }

  private static String kind(FormRow row) {
    return row.kind().name().toLowerCase(Locale.ROOT);
  }

  private static String csv(List<String> fields) {
    return String.join(",", fields.stream().map(FiguresPrinter::field).toList()) + "\n";
  }

  private static String field(String text) {
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static String text(Value value) {
    if (value instanceof Value.Number number) return plain(number.amount());
    if (value instanceof Value.Words words) return words.text();
    if (value instanceof Value.Failed failed) return "!" + failed.reason().in(Language.CHINESE);
    return "";
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  void printJson(PrintWriter out) {
    ArrayNode array = new JsonMapper().createArrayNode();
    for (int row : rows()) {
      FormRow one = figures.rows().get(row);
      ObjectNode json = array.addObject();
      json.put("unit", one.unit().id().value()).put("kind", kind(one)).put("title", one.title());
      ObjectNode values = json.putObject("values");
      for (Indicator column : figures.form().indicators()) {
        Value value = figures.value(row, column);
        if (value instanceof Value.Number number) {
          values.put(column.path().value(), new BigDecimal(plain(number.amount())));
        } else if (!(value instanceof Value.Blank)) {
          values.put(column.path().value(), text(value));
        }
      }
      Coverage coverage = figures.coverage(row);
      json.putObject("coverage")
          .put("expected", coverage.expected())
          .put("received", coverage.received())
          .put("blankRows", coverage.blankRows());
    }
    out.println(array.toPrettyString());
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
      for (Indicator column : figures.form().indicators()) {
        String text = text(figures.value(row, column));
        if (text.isEmpty()) continue;
        out.printf("%s  %s：%s%n", "  ".repeat(one.depth()), column.fullTitle(), text);
      }
    }
  }
}

package nuanbao.server;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nuanbao.engine.form.FormRow;
import nuanbao.engine.form.ValueText;
import nuanbao.engine.formula.Value;
import nuanbao.engine.rollup.Coverage;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitTree;

/** Figures as JSON and as plain text cells, the same on the command line and over HTTP. */
public final class FiguresJson {
  private FiguresJson() {}

  /** The rows at and below a unit, each with its coverage. */
  public static ArrayNode of(Figures figures, Unit top, UnitTree units) {
    ArrayNode array = new JsonMapper().createArrayNode();
    for (int row : rowsWithin(figures, top, units)) {
      FormRow one = figures.rows().get(row);
      ObjectNode json = array.addObject();
      json.put("unit", one.unit().id().value()).put("kind", kind(one)).put("title", one.title());
      ObjectNode values = json.putObject("values");
      ValueText texts = new ValueText(units);
      for (Figures.Figure figure : figures.of(row)) {
        if (figure.value() instanceof Value.Number number) {
          values.put(figure.name(), new BigDecimal(plain(number.amount())));
        } else if (!(figure.value() instanceof Value.Blank)) {
          values.put(figure.name(), text(figure, texts));
        }
      }
      Coverage coverage = figures.coverage(row);
      json.putObject("coverage")
          .put("expected", coverage.expected())
          .put("received", coverage.received())
          .put("blankRows", coverage.blankRows());
    }
    return array;
  }

  /** Positions of the rows at and below a unit. */
  public static List<Integer> rowsWithin(Figures figures, Unit top, UnitTree units) {
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < figures.rows().size(); i++) {
      if (units.isWithin(figures.rows().get(i).unit(), top)) rows.add(i);
    }
    return rows;
  }

  public static String kind(FormRow row) {
    return row.kind().name().toLowerCase(Locale.ROOT);
  }

  /** Exact decimals without zeros behind the last digit that counts; blank is empty. */
  public static String text(Figures.Figure figure, ValueText texts) {
    return figure.value() instanceof Value.Number number
        ? plain(number.amount())
        : texts.of(figure.indicator(), figure.value());
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}

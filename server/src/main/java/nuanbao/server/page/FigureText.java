package nuanbao.server.page;

import java.math.RoundingMode;
import nuanbao.engine.form.Indicator;
import nuanbao.engine.formula.Value;
import nuanbao.server.FiguresJson;

/** Figures as they are printed: rounded half-up to the decimals of their column. */
public final class FigureText {
  private FigureText() {}

  public static String of(Value value, Indicator column) {
    if (!(value instanceof Value.Number number)) return FiguresJson.text(value);
    return number.amount().setScale(column.printDecimals(), RoundingMode.HALF_UP).toPlainString();
  }
}

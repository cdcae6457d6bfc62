package nuanbao.engine.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Several values in one printed cell: {@code {what}，{value}}.
 *
 * @param pieces the text before each placeholder, and its key
 * @param end the text after the last placeholder
 */
public record CellTemplate(List<Piece> pieces, String end) {

  /** A placeholder and the text that leads to it. */
  public record Piece(String before, String key) {}

  public CellTemplate {
    pieces = List.copyOf(pieces);
  }

  /** Reads a template; braces that do not close stand as they are. */
  public static CellTemplate read(String template) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    int open = template.indexOf('{');
    while (open >= 0) {
      int close = template.indexOf('}', open);
      if (close < 0) break;
      pieces.add(new Piece(template.substring(from, open), template.substring(open + 1, close)));
      from = close + 1;
      open = template.indexOf('{', from);
    }
    return new CellTemplate(pieces, template.substring(from));
  }

  /**
   * Fills it in. A blank value takes the text before it along; with no value at all it is empty.
   */
  public String fill(Function<String, String> values) {
    StringBuilder text = new StringBuilder();
    boolean anything = false;
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      String value = values.apply(piece.key());
      if (value.isEmpty()) continue;
      if (i == 0 || anything) text.append(piece.before());
      text.append(value);
      anything = true;
    }
    return anything ? text.append(end).toString() : "";
  }
}

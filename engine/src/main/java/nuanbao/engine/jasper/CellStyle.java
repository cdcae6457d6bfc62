package nuanbao.engine.jasper;

/** Names of the styles a table cell can have, as the design declares and the rows choose them. */
final class CellStyle {

  private CellStyle() {}

  static String number(boolean bold) {
    return "number" + weight(bold);
  }

  static String words(boolean bold) {
    return "words" + weight(bold);
  }

  /** What numbers or measures a row, and what stands for a figure that there is none. */
  static String label(boolean bold) {
    return "label" + weight(bold);
  }

  static String stub(int depth, boolean bold) {
    return "stub-" + depth + weight(bold);
  }

  private static String weight(boolean bold) {
    return bold ? "-bold" : "";
  }
}

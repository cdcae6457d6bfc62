package nuanbao.engine.jasper;

import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * Makes text safe to print. A character that cannot be shown becomes {@value #SUBSTITUTE}, the mark
 * printers set for a missing type, because a PDF would otherwise drop it without a trace. Marks
 * that are invisible anyway (byte order, joiners, variation selectors) are left out, odd spaces
 * become plain ones, and every kind of line end becomes one.
 *
 * @param canShow whether a code point has a glyph, or may stand in the file
 */
record PrintableText(IntPredicate canShow) implements UnaryOperator<String> {

  static final String SUBSTITUTE = "〓";

  @Override
  public String apply(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.replace("\r\n", "\n").codePoints().forEach(character -> append(character, printable));
    return printable.toString();
  }

  private void append(int character, StringBuilder printable) {
    if (character == '\n' || character == '\r' || character == '\u2028' || character == '\u2029') {
      printable.append('\n');
    } else if (character == '\t') {
      printable.append(' ');
    } else if (isInvisible(character)) {
      return;
    } else if (Character.isValidCodePoint(character) && canShow.test(character)) {
      printable.appendCodePoint(character);
    } else {
      printable.append(Character.isSpaceChar(character) ? " " : SUBSTITUTE);
    }
  }

  private static boolean isInvisible(int character) {
    return Character.getType(character) == Character.FORMAT
        || (character >= 0xFE00 && character <= 0xFE0F)
        || (character >= 0xE0100 && character <= 0xE01EF);
  }
}

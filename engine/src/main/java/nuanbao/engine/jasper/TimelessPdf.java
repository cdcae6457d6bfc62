package nuanbao.engine.jasper;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes out of a PDF what depends on the moment it was made, so that the same report always gives
 * the same bytes: the dates, the random names of embedded fonts, the file identifier. Each is
 * replaced by as many bytes, because a PDF refers to its parts by position.
 */
final class TimelessPdf {

  private static final Pattern DATE = Pattern.compile("/(CreationDate|ModDate) ?\\(D:[^)]*\\)");
  private static final Pattern FONT = Pattern.compile("(?<=/(BaseFont|FontName)/)[A-Z]{6}(?=\\+)");
  private static final Pattern IDENTIFIER =
      Pattern.compile("/ID ?\\[<\\p{XDigit}{32}><\\p{XDigit}{32}>\\]");
  private static final Pattern HEX = Pattern.compile("\\p{XDigit}{32}");

  private TimelessPdf() {}

  static byte[] of(byte[] pdf) {
    Map<String, String> fonts = new HashMap<>();
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    text = DATE.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
    text =
        FONT.matcher(text)
            .replaceAll(
                found -> fonts.computeIfAbsent(found.group(), random -> name(fonts.size())));
    text = identified(text, "0".repeat(32));
    text = identified(text, digest(text.getBytes(StandardCharsets.ISO_8859_1)));
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String name(int number) {
    String letters = Integer.toString(number, 26);
    StringBuilder name = new StringBuilder("AAAAAA");
    for (int i = 0; i < letters.length(); i++) {
      int digit = Character.digit(letters.charAt(i), 26);
      name.setCharAt(6 - letters.length() + i, (char) ('A' + digit));
    }
    return name.toString();
  }

  private static String identified(String pdf, String identifier) {
    return IDENTIFIER
        .matcher(pdf)
        .replaceAll(found -> HEX.matcher(found.group()).replaceAll(identifier));
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}

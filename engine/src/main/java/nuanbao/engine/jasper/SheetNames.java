package nuanbao.engine.jasper;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names for the sheets of one workbook by Excel's rules: at most 31 characters, none of {@code
 * []:*?/\}, no apostrophe at either end, not empty, and no two alike when case is ignored.
 */
final class SheetNames {

  private static final int LONGEST = 31;

  private final Set<String> taken = new HashSet<>();

  /** The nearest allowed name that is not taken yet; a second one of a name gets a number. */
  String next(String wanted) {
    String clean = wanted.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").strip();
    clean = clean.replaceAll("^'+|'+$", "");
    if (clean.isEmpty() || clean.equalsIgnoreCase("History")) clean = "表";
    String name = shortened(clean, LONGEST);
    for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
      String suffix = " (" + number + ")";
      name = shortened(clean, LONGEST - suffix.length()) + suffix;
    }
    return name;
  }

  private static String shortened(String name, int length) {
    if (name.length() <= length) return name;
    boolean splitsPair = Character.isHighSurrogate(name.charAt(length - 1));
    return name.substring(0, splitsPair ? length - 1 : length);
  }
}

package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nuanbao.engine.unit.Unit;

/**
 * Finds one office that stands under two names, as notices shorten them: 卫健委, 卫健局 and 卫生健康局 are
 * one; the last character or two say what kind of office it is, the rest may leave words out.
 */
final class UnitNamesCheck {
  private static final Pattern OFFICE = Pattern.compile("^[省市县区州]?(.{2,})(?:委员会|管理局|委|局)$");

  /** More offices than any unit has; comparing each with each stays cheap. */
  private static final int MOST_OFFICES = 500;

  private UnitNamesCheck() {}

  /** Two units. */
  record Pair(Unit first, Unit second) {}

  /** Those beside one another that may be one. */
  static List<Pair> likelyOne(List<Unit> siblings) {
    List<Unit> offices = siblings.stream().filter(unit -> isOffice(unit.name())).toList();
    List<Pair> pairs = new ArrayList<>();
    if (offices.size() > MOST_OFFICES) return pairs;
    for (int i = 0; i < offices.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (mayBeOne(stem(offices.get(j).name()), stem(offices.get(i).name()))) {
          pairs.add(new Pair(offices.get(j), offices.get(i)));
        }
      }
    }
    return pairs;
  }

  static boolean isOffice(String name) {
    return OFFICE.matcher(name).matches();
  }

  /** What an office is about: 卫生健康 of 区卫生健康局. */
  private static String stem(String name) {
    return OFFICE.matcher(name).replaceFirst("$1");
  }

  /** The same, or one is the other with characters left out, the first one kept. */
  private static boolean mayBeOne(String one, String other) {
    String shorter = one.length() <= other.length() ? one : other;
    String longer = one.length() <= other.length() ? other : one;
    if (shorter.equals(longer)) return true;
    if (shorter.charAt(0) != longer.charAt(0)) return false;
    int at = 0;
    for (int i = 0; i < longer.length() && at < shorter.length(); i++) {
      if (longer.charAt(i) == shorter.charAt(at)) at++;
    }
    return at == shorter.length();
  }
}

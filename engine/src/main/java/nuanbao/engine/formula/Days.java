package nuanbao.engine.formula;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as formulas write them: {@code 2022-02-15}. */
final class Days {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private Days() {}

  /** The day; empty where it is written otherwise or there is no such day. */
  static Optional<Value.Day> read(String text) {
    if (!DAY.matcher(text).matches()) return Optional.empty();
    try {
      return Optional.of(new Value.Day(LocalDate.parse(text)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}

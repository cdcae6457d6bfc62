package nuanbao.engine.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Calendar days as they are written in answers. */
public final class Days {
  /** How one is written, for the published schema. */
  public static final String PATTERN =
      "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

  private static final Pattern WRITTEN = Pattern.compile(PATTERN);

  private Days() {}

  /** A day that exists, from 1900-01-01 to 2199-12-31. */
  public static Optional<LocalDate> read(String text) {
    if (!WRITTEN.matcher(text).matches()) return Optional.empty();
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException notThere) {
      return Optional.empty();
    }
  }
}

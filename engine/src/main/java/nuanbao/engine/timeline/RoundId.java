package nuanbao.engine.timeline;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Names a round by its nominal due day, before any holiday moves it. Holidays and extensions never
 * change it.
 */
public record RoundId(LocalDate nominalDue) implements Comparable<RoundId> {

  /** Reads {@code 2021-11-25}; empty for anything else. */
  public static Optional<RoundId> read(String text) {
    try {
      return Optional.of(new RoundId(LocalDate.parse(text)));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(RoundId other) {
    return nominalDue.compareTo(other.nominalDue);
  }

  @Override
  public String toString() {
    return nominalDue.toString();
  }
}

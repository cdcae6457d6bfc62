package nuanbao.engine.timeline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a round. Holidays and extensions never change it.
 *
 * @param day its nominal due day, before any holiday moves it; of a report on an event the day it
 *     happened
 * @param event of a report on an event: when it happened, and which report on it this is
 */
public record RoundId(LocalDate day, Optional<Event> event) implements Comparable<RoundId> {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(?:T(\\d{4})(?:\\.(\\p{L}[\\p{L}\\d_]{0,19})(?:-(\\d{1,3}))?)?)?");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");
  private static final Comparator<RoundId> IN_ORDER =
      Comparator.comparing(RoundId::day)
          .thenComparing(id -> id.event.map(Event::time).orElse(LocalTime.MIN))
          .thenComparing(id -> id.event.map(Event::stage).orElse(""))
          .thenComparing(id -> id.event.map(Event::number).orElse(0));

  /**
   * Which report on an event.
   *
   * @param time to the minute
   * @param stage key of the stage; blank where one report is all there is
   * @param number from 1, where a stage is reported again and again
   */
  public record Event(LocalTime time, String stage, int number) {
    @Override
    public String toString() {
      String written = "T" + TIME.format(time);
      if (stage.isEmpty()) return written;
      return written + "." + stage + (number == 1 ? "" : "-" + number);
    }
  }

  /** A round that comes by the calendar. */
  public RoundId(LocalDate day) {
    this(day, Optional.empty());
  }

  /**
   * Reads {@code 2021-11-25}, or of an event {@code 2021-11-25T0930}, {@code
   * 2021-11-25T0930.first}, {@code 2021-11-25T0930.follow-2}; empty for anything else.
   */
  public static Optional<RoundId> read(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) return Optional.empty();
    try {
      LocalDate day = LocalDate.parse(written.group(1));
      if (written.group(2) == null) return Optional.of(new RoundId(day));
      LocalTime time = LocalTime.parse(written.group(2), TIME);
      String stage = written.group(3) == null ? "" : written.group(3);
      int number = written.group(4) == null ? 1 : Integer.parseInt(written.group(4));
      RoundId id = new RoundId(day, Optional.of(new Event(time, stage, number)));
      return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  /** By time; reports on one event by the keys of their stages. */
  @Override
  public int compareTo(RoundId other) {
    return IN_ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return day + event.map(Event::toString).orElse("");
  }
}

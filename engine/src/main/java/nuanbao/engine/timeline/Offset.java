package nuanbao.engine.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * How long after the due instant something happens.
 *
 * @param amount at least 1
 * @param time the time of day it happens at; left out, the time of day of the due instant
 */
public record Offset(Step step, int amount, Optional<LocalTime> time) {

  /** What is counted. */
  public enum Step {
    HOURS,
    DAYS,
    WORKDAYS
  }

  /** The instant this long after due. */
  public Instant after(Instant due, WorkingCalendar calendar) {
    LocalDate day = due.atZone(calendar.zone()).toLocalDate();
    LocalTime at = time.orElse(due.atZone(calendar.zone()).toLocalTime());
    return switch (step) {
      case HOURS -> due.plus(Duration.ofHours(amount));
      case DAYS -> calendar.at(day.plusDays(amount), at);
      case WORKDAYS -> calendar.at(calendar.plusWorkdays(day, amount), at);
    };
  }
}

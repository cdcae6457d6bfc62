package nuanbao.engine.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import nuanbao.engine.problem.Text;

/**
 * How far from an instant something happens: after what is due, or before it.
 *
 * @param amount 0 or more
 * @param time the time of day it happens at; left out, the time of day of the instant
 */
public record Offset(Step step, int amount, Optional<LocalTime> time) {

  /** What is counted. */
  public enum Step {
    HOURS,
    DAYS,
    WORKDAYS
  }

  /** The instant this long after another. */
  public Instant after(Instant instant, WorkingCalendar calendar) {
    return from(instant, amount, calendar);
  }

  /** The instant this long before another. */
  public Instant before(Instant instant, WorkingCalendar calendar) {
    return from(instant, -amount, calendar);
  }

  private Instant from(Instant instant, int signed, WorkingCalendar calendar) {
    LocalDate day = instant.atZone(calendar.zone()).toLocalDate();
    LocalTime at = time.orElse(instant.atZone(calendar.zone()).toLocalTime());
    return switch (step) {
      case HOURS -> instant.plus(Duration.ofHours(signed));
      case DAYS -> calendar.at(day.plusDays(signed), at);
      case WORKDAYS -> calendar.at(calendar.plusWorkdays(day, signed), at);
    };
  }

  /** How long, for a person. */
  public Text title() {
    String at = time.map(one -> " " + one).orElse("");
    return switch (step) {
      case HOURS -> new Text(amount + "小时", amount + " hours");
      case DAYS -> new Text(amount + "天" + at, amount + " days" + at);
      case WORKDAYS -> new Text(amount + "个工作日" + at, amount + " working days" + at);
    };
  }
}

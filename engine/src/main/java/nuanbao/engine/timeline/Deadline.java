package nuanbao.engine.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * At which moments of its days a round opens, falls due and closes.
 *
 * @param time of day a round is due; left out, close of business
 * @param byLevel a deadline that rises: how long after the due moment it falls due for the units of
 *     each level, all levels in order from the top; empty where it is one for all
 * @param opens how long before due reports are taken; left out, from the first day of the period on
 * @param closes how long after due reports are still taken; left out, not at all
 */
public record Deadline(
    Optional<LocalTime> time,
    HolidayRule onHoliday,
    Map<String, Offset> byLevel,
    Optional<Offset> opens,
    Optional<Offset> closes) {

  public Deadline {
    byLevel = Collections.unmodifiableMap(new LinkedHashMap<>(byLevel));
  }

  /** Close of business, and nothing is taken after it. */
  public static Deadline closeOfBusiness(HolidayRule onHoliday) {
    return new Deadline(Optional.empty(), onHoliday, Map.of(), Optional.empty(), Optional.empty());
  }

  /** The day after holidays, at the time that is due. */
  Instant due(LocalDate nominal, Optional<LocalTime> ownTime, WorkingCalendar calendar) {
    LocalTime at = ownTime.or(() -> time).orElse(calendar.closeOfBusiness());
    return calendar.at(calendar.move(nominal, onHoliday), at);
  }

  /** The window of units whose level has no due moment of its own. */
  SubmissionWindow window(LocalDate from, Instant due, WorkingCalendar calendar) {
    Instant start = calendar.startOf(from);
    Instant opening = opens.map(offset -> offset.before(due, calendar)).orElse(start);
    Instant closing = closes.map(offset -> offset.after(due, calendar)).orElse(due);
    Instant dueDay = calendar.startOf(due.atZone(calendar.zone()).toLocalDate());
    return new SubmissionWindow(opening.isAfter(due) ? dueDay : opening, due, closing);
  }

  /** What holds for the levels that have a due moment of their own. */
  Map<String, Round.OfLevel> byLevel(LocalDate from, Instant due, WorkingCalendar calendar) {
    Map<String, Round.OfLevel> windows = new LinkedHashMap<>();
    byLevel.forEach(
        (level, offset) -> {
          Instant own = offset.after(due, calendar);
          LocalDate day = own.atZone(calendar.zone()).toLocalDate();
          windows.put(level, new Round.OfLevel(day, window(from, own, calendar)));
        });
    return windows;
  }
}

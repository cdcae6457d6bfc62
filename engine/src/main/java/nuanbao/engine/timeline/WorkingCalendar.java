package nuanbao.engine.timeline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which days are worked, and when business closes. In a year whose holidays are not known only
 * weekends are rest days.
 */
public record WorkingCalendar(HolidayCalendar holidays, ZoneId zone, LocalTime closeOfBusiness) {

  public boolean isWorkday(LocalDate day) {
    return findRest(day).isEmpty();
  }

  /** Why a day is not worked: the name of the holiday or 周末; empty for a working day. */
  public Optional<String> findRest(LocalDate day) {
    if (yearsAbout(day).anyMatch(year -> year.workdays().contains(day))) return Optional.empty();
    Optional<String> holiday =
        yearsAbout(day)
            .flatMap(year -> year.rests().stream())
            .filter(rest -> rest.includes(day))
            .map(HolidayYear.Rest::name)
            .findFirst();
    return holiday.isPresent() || !isWeekend(day) ? holiday : Optional.of("周末");
  }

  /** Whether the holidays of the day's year are known. */
  public boolean knows(LocalDate day) {
    return holidays.findYear(day.getYear()).isPresent();
  }

  /** The day that the rule puts in the place of this one. */
  public LocalDate move(LocalDate day, HolidayRule rule) {
    return switch (rule) {
      case AS_IS -> day;
      case NEXT_WORKDAY -> firstWorkday(day, 1);
      case PREVIOUS_WORKDAY -> firstWorkday(day, -1);
    };
  }

  /**
   * The working day that is so many working days after a day.
   *
   * @param workdays below 0 for working days before it
   */
  public LocalDate plusWorkdays(LocalDate day, int workdays) {
    int step = Integer.signum(workdays);
    LocalDate reached = day;
    for (int i = 0; i < Math.abs(workdays); i++)
      reached = firstWorkday(reached.plusDays(step), step);
    return reached;
  }

  public Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  public Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  private LocalDate firstWorkday(LocalDate day, int step) {
    LocalDate tried = day;
    while (!isWorkday(tried)) tried = tried.plusDays(step);
    return tried;
  }

  /** New Year's rest may be arranged with the year that it begins in or the one before. */
  private Stream<HolidayYear> yearsAbout(LocalDate day) {
    return Stream.of(day.getYear(), day.getYear() + 1)
        .flatMap(year -> holidays.findYear(year).stream());
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}

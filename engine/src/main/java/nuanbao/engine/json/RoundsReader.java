package nuanbao.engine.json;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.timeline.Cycle;
import nuanbao.engine.timeline.HolidayRule;
import nuanbao.engine.timeline.Offset;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.Rounds;
import nuanbao.engine.timeline.Tail;
import nuanbao.engine.timeline.WorkingCalendar;

/** Reads when a duty is due, and tells of days that fall between its rounds. */
final class RoundsReader {
  private static final int MOST_YEARS = 100;
  private static final int MONTHS_OF_QUARTER = 3;
  private static final int MONTHS_OF_HALF_YEAR = 6;

  /** What is due where nothing is said: when the period ends. */
  private static final Cycle.Due LAST_DAY = new Cycle.Due.DaysAfter(0);

  private final WorkingCalendar calendar;
  private final HolidayRule onHoliday;
  private final Problems problems;
  private final DateReader dates;

  RoundsReader(WorkingCalendar calendar, HolidayRule onHoliday, Problems problems) {
    this.calendar = calendar;
    this.onHoliday = onHoliday;
    this.problems = problems;
    this.dates = new DateReader(problems);
  }

  /**
   * Reads a series.
   *
   * @param campaignFrom first day of the series where it says none
   * @param campaignTo last day likewise
   */
  Optional<Rounds> read(
      Located rounds, Optional<LocalDate> campaignFrom, Optional<LocalDate> campaignTo) {
    Optional<Located> due = rounds.get("due");
    Optional<Cycle> cycle = cycle(rounds, due);
    Optional<LocalDate> ownFrom = rounds.get("from").flatMap(dates::readBeginning);
    Optional<LocalDate> ownTo = rounds.get("to").flatMap(dates::read);
    Optional<LocalDate> from = rounds.has("from") ? ownFrom : campaignFrom;
    Optional<LocalDate> to = rounds.has("to") ? ownTo : lastDay(cycle, campaignTo);
    if (cycle.isEmpty() || from.isEmpty() || to.isEmpty()) return Optional.empty();
    if (to.get().isBefore(from.get())) {
      Located place = rounds.get("to").or(() -> rounds.get("from")).orElse(rounds);
      problems.add(place.problem(ProblemCode.END_BEFORE_BEGINNING, from.get(), to.get()));
      return Optional.empty();
    }
    if (to.get().isAfter(from.get().plusYears(MOST_YEARS))) {
      problems.add(
          rounds.problemAtKey(ProblemCode.ROUNDS_TOO_LONG, from.get(), to.get(), MOST_YEARS));
      return Optional.empty();
    }
    Rounds read =
        new Rounds(
            cycle.get(),
            from.get(),
            to.get(),
            due.flatMap(one -> one.text("time")).flatMap(RoundsReader::time),
            due.flatMap(one -> one.text("onHoliday")).map(RoundsReader::rule).orElse(onHoliday),
            rounds.get("closes").flatMap(RoundsReader::offset),
            rounds.text("tail").map(RoundsReader::tail));
    checkWithin(rounds, read, campaignFrom, campaignTo);
    checkLeftover(rounds, read);
    checkHolidays(rounds, read);
    return Optional.of(read);
  }

  private Optional<Cycle> cycle(Located rounds, Optional<Located> due) {
    int interval = rounds.whole("interval").orElse(1);
    int firstDay = rounds.get("startsOn").flatMap(one -> one.whole("day")).orElse(1);
    boolean isPlain = interval == 1 && rounds.get("startsOn").isEmpty();
    return switch (rounds.text("repeat").orElse("")) {
      case "once" -> due.flatMap(one -> one.get("date")).flatMap(dates::read).map(Cycle.Once::new);
      case "daily" -> periodic(new Cycle.Days(interval), rounds, due);
      case "weekly" -> weekly(interval, isPlain, rounds, due);
      case "ten-daily" -> periodic(new Cycle.TenDays(), rounds, due);
      case "half-monthly" -> periodic(new Cycle.HalfMonths(), rounds, due);
      case "monthly" -> {
        Optional<Integer> day = due.flatMap(one -> one.whole("day"));
        boolean isWithin = isPlain && due.flatMap(one -> one.text("month")).isEmpty();
        yield day.isPresent() && isWithin
            ? Optional.of(new Cycle.Monthly(day.get()))
            : periodic(new Cycle.Months(interval, firstDay), rounds, due);
      }
      case "quarterly" -> periodic(new Cycle.Months(MONTHS_OF_QUARTER, firstDay), rounds, due);
      case "half-yearly" -> periodic(new Cycle.Months(MONTHS_OF_HALF_YEAR, 1), rounds, due);
      case "yearly" -> periodic(new Cycle.Years(interval), rounds, due);
      default -> Optional.empty();
    };
  }

  /** Due on its weekday, a period ends with it; else on Sunday, or before the day it starts on. */
  private Optional<Cycle> weekly(
      int interval, boolean isPlain, Located rounds, Optional<Located> due) {
    Optional<DayOfWeek> weekday = due.flatMap(one -> weekday(one));
    if (weekday.isPresent() && isPlain) return weekday.map(Cycle.Weekly::new);
    DayOfWeek last =
        weekday
            .or(
                () ->
                    rounds.get("startsOn").flatMap(RoundsReader::weekday).map(day -> day.minus(1)))
            .orElse(DayOfWeek.SUNDAY);
    return periodic(new Cycle.Weeks(last, interval), rounds, due);
  }

  private static Optional<DayOfWeek> weekday(Located day) {
    return day.text("weekday").map(one -> DayOfWeek.valueOf(one.toUpperCase(Locale.ROOT)));
  }

  private static Optional<Cycle> periodic(Cycle.Span span, Located rounds, Optional<Located> due) {
    Set<Integer> skipped = new HashSet<>();
    for (Located number : rounds.items("skip")) skipped.add(number.node().intValue());
    return Optional.of(
        new Cycle.Periodic(span, due.map(RoundsReader::due).orElse(LAST_DAY), skipped));
  }

  private static Cycle.Due due(Located due) {
    boolean isNext = due.text("month").isPresent();
    return due.whole("day")
        .<Cycle.Due>map(day -> new Cycle.Due.DayOfMonth(day, isNext))
        .or(() -> due.whole("workdaysAfter").map(Cycle.Due.WorkdaysAfter::new))
        .or(() -> due.whole("daysAfter").map(Cycle.Due.DaysAfter::new))
        .orElse(LAST_DAY);
  }

  /** A single round ends with its due day. */
  private static Optional<LocalDate> lastDay(
      Optional<Cycle> cycle, Optional<LocalDate> campaignTo) {
    return cycle.isPresent() && cycle.get() instanceof Cycle.Once once
        ? Optional.of(once.due())
        : campaignTo;
  }

  private void checkWithin(
      Located place, Rounds rounds, Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isEmpty() || to.isEmpty()) return;
    if (rounds.from().isBefore(from.get()) || rounds.to().isAfter(to.get())) {
      problems.add(
          place.problemAtKey(
              ProblemCode.ROUNDS_OUTSIDE_CAMPAIGN,
              rounds.from(),
              rounds.to(),
              from.get(),
              to.get()));
    }
  }

  private void checkLeftover(Located place, Rounds rounds) {
    rounds
        .leftover(calendar)
        .ifPresent(
            days -> {
              if (rounds.tail().isEmpty()) {
                problems.add(place.problemAtKey(ProblemCode.TAIL_MISSING, days.from(), days.to()));
              } else if (rounds.tail().get() == Tail.NOT_REPORTED) {
                problems.add(
                    place
                        .get("tail")
                        .orElse(place)
                        .problem(ProblemCode.DAYS_NOT_REPORTED, days.from(), days.to()));
              }
            });
    if (rounds.tail().isEmpty() && rounds.leftover(calendar).isPresent()) return;
    if (rounds.resolve(calendar).isEmpty()) {
      problems.add(place.problemAtKey(ProblemCode.NO_ROUNDS, rounds.from(), rounds.to()));
    }
  }

  /** Told once for each year that due days fall in. */
  private void checkHolidays(Located place, Rounds rounds) {
    if (rounds.onHoliday() == HolidayRule.AS_IS) return;
    rounds.resolve(calendar).stream()
        .map(Round::id)
        .map(id -> id.nominalDue())
        .filter(day -> !calendar.knows(day))
        .map(LocalDate::getYear)
        .distinct()
        .forEach(
            year ->
                problems.add(place.problemAtKey(ProblemCode.HOLIDAYS_UNKNOWN, year.toString())));
  }

  /** Empty for close of business, which the calendar knows. */
  private static Optional<LocalTime> time(String written) {
    return written.equals("close-of-business")
        ? Optional.empty()
        : Optional.of(LocalTime.parse(written));
  }

  private static Optional<Offset> offset(Located offset) {
    Optional<LocalTime> time = offset.text("time").flatMap(RoundsReader::time);
    return offset
        .whole("hoursAfter")
        .map(hours -> new Offset(Offset.Step.HOURS, hours, Optional.empty()))
        .or(() -> offset.whole("daysAfter").map(days -> new Offset(Offset.Step.DAYS, days, time)))
        .or(
            () ->
                offset
                    .whole("workdaysAfter")
                    .map(days -> new Offset(Offset.Step.WORKDAYS, days, time)));
  }

  static HolidayRule rule(String written) {
    return switch (written) {
      case "previous-workday" -> HolidayRule.PREVIOUS_WORKDAY;
      case "as-is" -> HolidayRule.AS_IS;
      default -> HolidayRule.NEXT_WORKDAY;
    };
  }

  private static Tail tail(String written) {
    return switch (written) {
      case "next-due" -> Tail.NEXT_DUE;
      case "last-day" -> Tail.LAST_DAY;
      default -> Tail.NOT_REPORTED;
    };
  }
}

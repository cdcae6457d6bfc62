package nuanbao.engine.json;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
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
    if (due.isEmpty()) return Optional.empty();
    return switch (rounds.text("repeat").orElse("")) {
      case "weekly" ->
          due.get()
              .text("weekday")
              .map(day -> new Cycle.Weekly(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT))));
      case "monthly" -> due.get().whole("day").map(Cycle.Monthly::new);
      case "once" -> due.get().get("date").flatMap(dates::read).map(Cycle.Once::new);
      default -> Optional.empty();
    };
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
        .leftover()
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
    if (rounds.tail().isEmpty() && rounds.leftover().isPresent()) return;
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

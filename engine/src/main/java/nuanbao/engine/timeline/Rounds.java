package nuanbao.engine.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The definition of a series of rounds, and how it becomes dates. Periods tile the series: each
 * begins the day after the one before it ended.
 *
 * @param from first day of the series
 * @param to last day of the series
 * @param dueTime time of day a round is due; left out, close of business
 * @param closes how long after due reports are still taken; left out, not at all
 * @param tail what happens to days after the last due day; empty when none are left
 */
public record Rounds(
    Cycle cycle,
    LocalDate from,
    LocalDate to,
    Optional<LocalTime> dueTime,
    HolidayRule onHoliday,
    Optional<Offset> closes,
    Optional<Tail> tail) {

  public Rounds {
    if (to.isBefore(from)) throw new IllegalArgumentException(to + " is before " + from);
  }

  /** Days at the end of the series that no due day of the series follows, if there are any. */
  public Optional<Leftover> leftover(WorkingCalendar calendar) {
    if (!cycle.mayLeaveDays()) return Optional.empty();
    List<Nominal> nominal = nominal(calendar);
    LocalDate first = nominal.isEmpty() ? from : nominal.get(nominal.size() - 1).to.plusDays(1);
    return first.isAfter(to) ? Optional.empty() : Optional.of(new Leftover(first, to));
  }

  /** Days at the end of a series, both included. */
  public record Leftover(LocalDate from, LocalDate to) {}

  /** All rounds of the series, in order. */
  public List<Round> resolve(WorkingCalendar calendar) {
    List<Nominal> nominal = nominal(calendar);
    leftover(calendar).flatMap(days -> lastRound(days, calendar)).ifPresent(nominal::add);
    List<Round> rounds = new ArrayList<>();
    for (Nominal one : nominal) rounds.add(resolve(one, rounds.size() + 1, calendar));
    return rounds;
  }

  private record Nominal(RoundId id, LocalDate from, LocalDate to, LocalDate due) {}

  private List<Nominal> nominal(WorkingCalendar calendar) {
    List<Nominal> nominal = new ArrayList<>();
    LocalDate start = from;
    Optional<Cycle.Turn> turn = cycle.from(start, calendar);
    while (turn.isPresent() && !start.isAfter(to) && isWithin(turn.get())) {
      LocalDate end = turn.get().end();
      LocalDate last = end.isAfter(to) ? to : end;
      if (turn.get().isReported()) {
        nominal.add(new Nominal(turn.get().id(), start, last, turn.get().due()));
      }
      start = last.plusDays(1);
      turn = cycle.from(start, calendar);
    }
    return nominal;
  }

  private boolean isWithin(Cycle.Turn turn) {
    return cycle.isDueAfterwards() || !turn.due().isAfter(to);
  }

  private Optional<Nominal> lastRound(Leftover days, WorkingCalendar calendar) {
    return switch (tail.orElse(Tail.NOT_REPORTED)) {
      case NEXT_DUE ->
          cycle
              .from(days.from, calendar)
              .map(turn -> new Nominal(turn.id(), days.from, days.to, turn.due()));
      case LAST_DAY -> Optional.of(new Nominal(new RoundId(days.to), days.from, days.to, days.to));
      case NOT_REPORTED -> Optional.empty();
    };
  }

  private Round resolve(Nominal nominal, int number, WorkingCalendar calendar) {
    LocalDate day = calendar.move(nominal.due, onHoliday);
    Optional<Round.Move> moved =
        day.equals(nominal.due)
            ? Optional.empty()
            : calendar.findRest(nominal.due).map(rest -> new Round.Move(nominal.due, day, rest));
    Instant due = calendar.at(day, dueTime.orElse(calendar.closeOfBusiness()));
    LocalDate opens = day.isBefore(nominal.from) ? day : nominal.from;
    SubmissionWindow window =
        new SubmissionWindow(
            calendar.startOf(opens),
            due,
            closes.map(offset -> offset.after(due, calendar)).orElse(due));
    return new Round(nominal.id, number, nominal.from, nominal.to, day, window, moved);
  }
}

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
  public Optional<Leftover> leftover() {
    List<Nominal> nominal = nominal();
    if (cycle instanceof Cycle.Once) return Optional.empty();
    LocalDate first = nominal.isEmpty() ? from : nominal.get(nominal.size() - 1).to.plusDays(1);
    return first.isAfter(to) ? Optional.empty() : Optional.of(new Leftover(first, to));
  }

  /** Days at the end of a series, both included. */
  public record Leftover(LocalDate from, LocalDate to) {}

  /** All rounds of the series, in order. */
  public List<Round> resolve(WorkingCalendar calendar) {
    List<Nominal> nominal = nominal();
    leftover().flatMap(this::lastRound).ifPresent(nominal::add);
    List<Round> rounds = new ArrayList<>();
    for (Nominal one : nominal) rounds.add(resolve(one, rounds.size() + 1, calendar));
    return rounds;
  }

  private record Nominal(LocalDate from, LocalDate to, LocalDate due) {}

  private List<Nominal> nominal() {
    List<Nominal> nominal = new ArrayList<>();
    LocalDate start = from;
    Optional<LocalDate> due = cycle.dueOnOrAfter(start);
    while (due.isPresent() && !start.isAfter(to) && !due.get().isAfter(to)) {
      LocalDate end = cycle.periodEnd(due.get());
      LocalDate last = end.isAfter(to) ? to : end;
      nominal.add(new Nominal(start, last, due.get()));
      start = last.plusDays(1);
      due = cycle.dueOnOrAfter(start);
    }
    return nominal;
  }

  private Optional<Nominal> lastRound(Leftover days) {
    return switch (tail.orElse(Tail.NOT_REPORTED)) {
      case NEXT_DUE ->
          cycle.dueOnOrAfter(days.from).map(due -> new Nominal(days.from, days.to, due));
      case LAST_DAY -> Optional.of(new Nominal(days.from, days.to, days.to));
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
    return new Round(
        new RoundId(nominal.due), number, nominal.from, nominal.to, day, window, moved);
  }
}

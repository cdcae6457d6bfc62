package nuanbao.engine.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The definition of a series of rounds, and how it becomes dates. Periods tile the series: each
 * begins the day after the one before it ended.
 *
 * @param from first day of the series
 * @param to last day of the series; empty for one without an end, of which a hundred years are
 *     looked at
 * @param tail what happens to days after the last due day; empty when none are left
 */
public record Rounds(
    Cycle cycle, LocalDate from, Optional<LocalDate> to, Deadline deadline, Optional<Tail> tail) {
  /** No series is longer. */
  public static final int MOST_YEARS = 100;

  private static final int YEARS_SHOWN = 2;

  public Rounds {
    if (to.isPresent() && to.get().isBefore(from)) {
      throw new IllegalArgumentException(to.get() + " is before " + from);
    }
  }

  /** The last day, or the last one that is looked at. */
  public LocalDate lastDay() {
    return to.orElse(from.plusYears(MOST_YEARS).minusDays(1));
  }

  /**
   * The last day whose rounds are listed where nobody says how far: of a series without an end that
   * of two years.
   *
   * @param from first day that is listed; left out, that of the series
   */
  public LocalDate lastDayShown(Optional<LocalDate> from) {
    return to.isPresent() ? LocalDate.MAX : from.orElse(this.from).plusYears(YEARS_SHOWN);
  }

  /** Days at the end of the series that no due day of the series follows, if there are any. */
  public Optional<Leftover> leftover(WorkingCalendar calendar) {
    if (!cycle.mayLeaveDays() || to.isEmpty()) return Optional.empty();
    List<Nominal> nominal = nominal(calendar);
    LocalDate first = nominal.isEmpty() ? from : nominal.get(nominal.size() - 1).to.plusDays(1);
    return first.isAfter(to.get()) ? Optional.empty() : Optional.of(new Leftover(first, to.get()));
  }

  /** Days at the end of a series, both included. */
  public record Leftover(LocalDate from, LocalDate to) {}

  /** All rounds of the series that come by the calendar, in order. */
  public List<Round> resolve(WorkingCalendar calendar) {
    List<Nominal> nominal = nominal(calendar);
    leftover(calendar).flatMap(days -> lastRound(days, calendar)).ifPresent(nominal::add);
    List<Round> rounds = new ArrayList<>();
    for (Nominal one : nominal) rounds.add(resolve(one, rounds.size() + 1, calendar));
    return rounds;
  }

  private record Nominal(
      RoundId id, LocalDate from, LocalDate to, LocalDate due, Optional<Cycle.Agenda.Item> item) {}

  private List<Nominal> nominal(WorkingCalendar calendar) {
    List<Nominal> nominal = new ArrayList<>();
    LocalDate last = lastDay();
    LocalDate start = from;
    Optional<Cycle.Turn> turn = cycle.from(start, calendar);
    while (turn.isPresent() && !start.isAfter(last) && isWithin(turn.get())) {
      LocalDate end = turn.get().end().isAfter(last) ? last : turn.get().end();
      if (turn.get().isReported()) {
        nominal.add(new Nominal(turn.get().id(), start, end, turn.get().due(), turn.get().item()));
      }
      start = end.plusDays(1);
      turn = cycle.from(start, calendar);
    }
    return nominal;
  }

  private boolean isWithin(Cycle.Turn turn) {
    return cycle.isDueAfterwards() || !turn.due().isAfter(lastDay());
  }

  private Optional<Nominal> lastRound(Leftover days, WorkingCalendar calendar) {
    return switch (tail.orElse(Tail.NOT_REPORTED)) {
      case NEXT_DUE ->
          cycle
              .from(days.from, calendar)
              .map(
                  turn -> new Nominal(turn.id(), days.from, days.to, turn.due(), Optional.empty()));
      case LAST_DAY ->
          Optional.of(
              new Nominal(new RoundId(days.to), days.from, days.to, days.to, Optional.empty()));
      case NOT_REPORTED -> Optional.empty();
    };
  }

  private Round resolve(Nominal nominal, int number, WorkingCalendar calendar) {
    Optional<LocalTime> time = nominal.item.flatMap(Cycle.Agenda.Item::time);
    Instant due = deadline.due(nominal.due, time, calendar);
    LocalDate day = calendar.move(nominal.due, deadline.onHoliday());
    Optional<Round.Move> moved =
        day.equals(nominal.due)
            ? Optional.empty()
            : calendar.findRest(nominal.due).map(rest -> new Round.Move(nominal.due, day, rest));
    Map<String, Round.OfLevel> byLevel = deadline.byLevel(nominal.from, due, calendar);
    SubmissionWindow window =
        SubmissionWindow.around(
            byLevel.isEmpty()
                ? List.of(deadline.window(nominal.from, due, calendar))
                : byLevel.values().stream().map(Round.OfLevel::window).toList());
    return new Round(
        nominal.id,
        number,
        nominal.item.map(item -> new Round.Name(item.key(), item.title())),
        nominal.from,
        nominal.to,
        byLevel.isEmpty() ? day : window.due().atZone(calendar.zone()).toLocalDate(),
        window,
        byLevel,
        moved);
  }

  /** The rounds of things that happen; empty where rounds come by the calendar. */
  public Optional<EventRounds> onEvents(WorkingCalendar calendar) {
    return cycle instanceof Cycle.Event event
        ? Optional.of(new EventRounds(event, from, lastDay(), deadline.closes(), calendar))
        : Optional.empty();
  }
}

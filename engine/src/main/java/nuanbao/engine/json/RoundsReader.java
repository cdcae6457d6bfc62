package nuanbao.engine.json;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.timeline.Cycle;
import nuanbao.engine.timeline.HolidayRule;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.Rounds;
import nuanbao.engine.timeline.Tail;
import nuanbao.engine.timeline.WorkingCalendar;

/** Reads when a duty is due, and tells of days that fall between its rounds. */
final class RoundsReader {
  private final WorkingCalendar calendar;
  private final CampaignDays campaign;
  private final Problems problems;
  private final DateReader dates;
  private final CycleReader cycles;
  private final DeadlineReader deadlines;

  RoundsReader(
      WorkingCalendar calendar,
      CampaignDays campaign,
      DeadlineReader deadlines,
      Problems problems) {
    this.calendar = calendar;
    this.campaign = campaign;
    this.problems = problems;
    this.dates = new DateReader(problems);
    this.cycles = new CycleReader(problems);
    this.deadlines = deadlines;
  }

  /**
   * Reads a series; empty where something it needs is wrong and has been told.
   *
   * @param measures when the measures run that the duty serves, as far as they say
   */
  Optional<Rounds> read(Located rounds, CampaignDays measures) {
    CampaignDays days = rounds.has("phase") ? phase(rounds) : measures.or(campaign);
    Optional<Cycle> cycle = cycles.read(rounds);
    Optional<LocalDate> ownFrom = rounds.get("from").flatMap(dates::readBeginning);
    Optional<LocalDate> ownTo = rounds.get("to").flatMap(dates::read);
    Optional<LocalDate> from = rounds.has("from") ? ownFrom : days.from();
    Optional<LocalDate> to = rounds.has("to") ? ownTo : lastDay(cycle, days.to());
    boolean isEndless = to.isEmpty() && !rounds.has("to") && days.isEndless();
    if (cycle.isEmpty() || from.isEmpty() || (to.isEmpty() && !isEndless)) return Optional.empty();
    if (to.isPresent() && to.get().isBefore(from.get())) {
      Located place = rounds.get("to").or(() -> rounds.get("from")).orElse(rounds);
      problems.add(place.problem(ProblemCode.END_BEFORE_BEGINNING, from.get(), to.get()));
      return Optional.empty();
    }
    if (to.isPresent() && to.get().isAfter(from.get().plusYears(Rounds.MOST_YEARS))) {
      problems.add(
          rounds.problemAtKey(
              ProblemCode.ROUNDS_TOO_LONG, from.get(), to.get(), Rounds.MOST_YEARS));
      return Optional.empty();
    }
    Rounds read =
        new Rounds(
            cycle.get(),
            from.get(),
            to,
            deadlines.read(rounds),
            rounds.text("tail").map(RoundsReader::tail));
    checkWithin(rounds, read);
    checkLeftover(rounds, read);
    checkHolidays(rounds, read);
    return Optional.of(read);
  }

  /** The days in which a series runs where it says none itself. */
  private CampaignDays phase(Located rounds) {
    Optional<Located> named = rounds.get("phase");
    if (named.isEmpty()) return campaign;
    CampaignDays phase = campaign.phases().get(named.get().text());
    if (phase != null) return phase;
    problems.add(
        named
            .get()
            .problem(
                ProblemCode.UNKNOWN_PHASE,
                named.get().text(),
                String.join("、", campaign.phases().keySet())));
    return campaign;
  }

  /** A single round ends with its due day, an agenda with its last one. */
  private static Optional<LocalDate> lastDay(
      Optional<Cycle> cycle, Optional<LocalDate> campaignTo) {
    if (cycle.isPresent() && cycle.get() instanceof Cycle.Once once) {
      return Optional.of(once.due());
    }
    if (cycle.isPresent() && cycle.get() instanceof Cycle.Agenda agenda) {
      List<Cycle.Agenda.Item> items = agenda.items();
      return Optional.of(items.get(items.size() - 1).due());
    }
    return campaignTo;
  }

  private void checkWithin(Located place, Rounds rounds) {
    boolean early = campaign.from().filter(rounds.from()::isBefore).isPresent();
    boolean late = campaign.to().filter(rounds.lastDay()::isAfter).isPresent();
    if (!early && !late) return;
    problems.add(
        place.problemAtKey(
            ProblemCode.ROUNDS_OUTSIDE_CAMPAIGN,
            rounds.from(),
            CampaignDays.shown(rounds.to()),
            CampaignDays.shown(campaign.from()),
            CampaignDays.shown(campaign.to())));
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
    if (rounds.cycle() instanceof Cycle.Event) return;
    if (rounds.resolve(calendar).isEmpty()) {
      problems.add(place.problemAtKey(ProblemCode.NO_ROUNDS, rounds.from(), rounds.lastDay()));
    }
  }

  /** Told once for each year that due days fall in; of a series without an end for the first. */
  private void checkHolidays(Located place, Rounds rounds) {
    if (rounds.deadline().onHoliday() == HolidayRule.AS_IS) return;
    rounds.resolve(calendar).stream()
        .map(Round::id)
        .map(id -> id.day())
        .filter(day -> !calendar.knows(day))
        .map(LocalDate::getYear)
        .distinct()
        .limit(rounds.to().isPresent() ? Rounds.MOST_YEARS : 1)
        .forEach(
            year ->
                problems.add(place.problemAtKey(ProblemCode.HOLIDAYS_UNKNOWN, year.toString())));
  }

  private static Tail tail(String written) {
    return switch (written) {
      case "next-due" -> Tail.NEXT_DUE;
      case "last-day" -> Tail.LAST_DAY;
      default -> Tail.NOT_REPORTED;
    };
  }
}

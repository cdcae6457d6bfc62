package nuanbao.engine.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rounds of things that happen: whoever names the moment names the round. It opens at that
 * moment, so nothing is reported that is still to come.
 *
 * @param from first day on which things happen that are reported
 * @param to last such day; a report without a due moment may come until it is over
 * @param closes how long after due reports are still taken; left out, until the last day is over
 */
public record EventRounds(
    Cycle.Event event,
    LocalDate from,
    LocalDate to,
    Optional<Offset> closes,
    WorkingCalendar calendar) {
  /** Follow-ups of one case: daily ones for more than two years. */
  private static final int MOST_FOLLOW_UPS = 999;

  /** The round with this id; empty where no report is asked for so. */
  public Optional<Round> find(RoundId id) {
    return id.event().stream()
        .flatMap(one -> reportsOn(id.day(), one.time()).stream())
        .filter(round -> round.id().equals(id))
        .findFirst();
  }

  /** Whether a report closes its case; the only one does. */
  public boolean isFinal(RoundId id) {
    String stage = id.event().map(RoundId.Event::stage).orElse("");
    return stage.isEmpty() || event.findStage(stage).filter(Cycle.Stage::isFinal).isPresent();
  }

  /** The case that a report is on: the first report on it. */
  public Optional<RoundId> caseOf(RoundId id) {
    return id.event()
        .flatMap(one -> reportsOn(id.day(), one.time()).stream().findFirst())
        .map(Round::id);
  }

  /**
   * The reports on what happened at a moment, in the order in which they fall due. Of a stage that
   * comes again these are all that fall due before the final report, or within the series.
   */
  public List<Round> reportsOn(LocalDate day, LocalTime time) {
    if (day.isBefore(from) || day.isAfter(to)) return List.of();
    if (event.stages().isEmpty()) {
      return List.of(round(day, time, new Report("", 1, 1, Optional.empty()), event.due()));
    }
    Instant end = finalDue(day, time);
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < event.stages().size(); i++) {
      Cycle.Stage stage = event.stages().get(i);
      int most = stage.every().isPresent() ? MOST_FOLLOW_UPS : 1;
      for (int number = 1; number <= most; number++) {
        Report one = new Report(stage.key(), number, i + 1, Optional.of(name(stage, number)));
        Round round = round(day, time, one, due(stage, number));
        if (stage.every().isPresent() && !round.window().due().isBefore(end)) break;
        rounds.add(round);
      }
    }
    rounds.sort(Comparator.comparing((Round round) -> round.window().due()));
    return rounds;
  }

  private record Report(String key, int number, int ordinal, Optional<Round.Name> name) {}

  private static Round.Name name(Cycle.Stage stage, int number) {
    return new Round.Name(stage.key(), number == 1 ? stage.title() : stage.title() + number);
  }

  private Instant finalDue(LocalDate day, LocalTime time) {
    Instant over = calendar.startOf(to.plusDays(1));
    return event.stages().stream()
        .filter(Cycle.Stage::isFinal)
        .flatMap(stage -> stage.due().stream())
        .map(due -> due.after(calendar.at(day, time), calendar))
        .reduce(over, (a, b) -> a.isBefore(b) ? a : b);
  }

  /** Of a stage that comes again the distance grows by as much each time. */
  private static Optional<Offset> due(Cycle.Stage stage, int number) {
    if (stage.every().isEmpty()) return stage.due();
    Offset every = stage.every().get();
    return Optional.of(new Offset(every.step(), number * every.amount(), every.time()));
  }

  private Round round(LocalDate day, LocalTime time, Report report, Optional<Offset> offset) {
    RoundId id = new RoundId(day, Optional.of(new RoundId.Event(time, report.key, report.number)));
    Instant happened = calendar.at(day, time);
    Instant over = calendar.startOf(to.plusDays(1)).minusSeconds(1);
    Instant due = offset.map(one -> one.after(happened, calendar)).orElse(over);
    Instant closing =
        closes.map(one -> one.after(due, calendar)).orElse(due.isAfter(over) ? due : over);
    return new Round(
        id,
        report.ordinal,
        report.name,
        day,
        day,
        due.atZone(calendar.zone()).toLocalDate(),
        new SubmissionWindow(happened, due, closing),
        Map.of(),
        Optional.empty());
  }
}

package nuanbao.engine.json;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.timeline.Cycle;
import nuanbao.engine.timeline.Due;
import nuanbao.engine.timeline.Span;

/** Reads how often a round comes. */
final class CycleReader {
  private static final int MONTHS_OF_QUARTER = 3;
  private static final int MONTHS_OF_HALF_YEAR = 6;

  /** What is due where nothing is said: when the period ends. */
  private static final Due LAST_DAY = new Due.DaysAfter(0);

  private final Problems problems;
  private final DateReader dates;

  CycleReader(Problems problems) {
    this.problems = problems;
    this.dates = new DateReader(problems);
  }

  /** The cycle; empty where something it needs is wrong and has been told. */
  Optional<Cycle> read(Located rounds) {
    Optional<Located> due = rounds.get("due");
    int interval = rounds.whole("interval").orElse(1);
    int firstDay = rounds.get("startsOn").flatMap(one -> one.whole("day")).orElse(1);
    boolean isPlain = interval == 1 && rounds.get("startsOn").isEmpty();
    return switch (rounds.text("repeat").orElse("")) {
      case "once" -> due.flatMap(one -> one.get("date")).flatMap(dates::read).map(Cycle.Once::new);
      case "daily" -> periodic(new Span.Days(interval), rounds, due);
      case "weekly" -> weekly(interval, isPlain, rounds, due);
      case "ten-daily" -> periodic(new Span.TenDays(), rounds, due);
      case "half-monthly" -> periodic(new Span.HalfMonths(), rounds, due);
      case "monthly" -> {
        Optional<Integer> day = due.flatMap(one -> one.whole("day"));
        boolean isWithin = isPlain && due.flatMap(one -> one.text("month")).isEmpty();
        yield day.isPresent() && isWithin
            ? Optional.of(new Cycle.Monthly(day.get()))
            : periodic(new Span.Months(interval, firstDay), rounds, due);
      }
      case "quarterly" -> periodic(new Span.Months(MONTHS_OF_QUARTER, firstDay), rounds, due);
      case "half-yearly" -> periodic(new Span.Months(MONTHS_OF_HALF_YEAR, 1), rounds, due);
      case "yearly" -> periodic(new Span.Years(interval), rounds, due);
      case "agenda" -> agenda(rounds);
      case "event" -> Optional.of(event(rounds, due));
      default -> Optional.empty();
    };
  }

  private Optional<Cycle> agenda(Located rounds) {
    Map<LocalDate, Cycle.Agenda.Item> items = new LinkedHashMap<>();
    rounds
        .members("agenda")
        .forEach(
            (key, item) -> {
              Optional<Located> due = item.get("due");
              Optional<LocalDate> day = due.flatMap(one -> one.get("date")).flatMap(dates::read);
              if (day.isEmpty()) return;
              Cycle.Agenda.Item read =
                  new Cycle.Agenda.Item(
                      key,
                      item.text("title").orElse(key),
                      day.get(),
                      due.flatMap(one -> one.text("time")).flatMap(DeadlineReader::time));
              Cycle.Agenda.Item other = items.putIfAbsent(day.get(), read);
              if (other != null) {
                problems.add(
                    item.problemAtKey(
                        ProblemCode.AGENDA_DAY_TWICE, other.title(), read.title(), day.get()));
              }
            });
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cycle.Agenda(List.copyOf(items.values())));
  }

  private static Cycle event(Located rounds, Optional<Located> due) {
    List<Cycle.Stage> stages = new ArrayList<>();
    rounds
        .members("stages")
        .forEach(
            (key, stage) ->
                stages.add(
                    new Cycle.Stage(
                        key,
                        stage.text("title").orElse(key),
                        stage.get("due").flatMap(DeadlineReader::after),
                        stage.get("every").flatMap(DeadlineReader::every),
                        stage.flag("final").orElse(false))));
    return new Cycle.Event(
        due.flatMap(DeadlineReader::after),
        stages,
        rounds.get("absence").map(CycleReader::absence));
  }

  private static Cycle.Absence absence(Located absence) {
    Optional<Located> within = absence.get("within");
    return new Cycle.Absence(
        absence.text("form").orElse(""),
        absence.text("since").orElse(""),
        absence.text("missing").orElse(""),
        Period.of(
            0,
            within.flatMap(one -> one.whole("months")).orElse(0),
            within.flatMap(one -> one.whole("days")).orElse(0)));
  }

  /** Due on its weekday, a period ends with it; else on Sunday, or before the day it starts on. */
  private Optional<Cycle> weekly(
      int interval, boolean isPlain, Located rounds, Optional<Located> due) {
    Optional<DayOfWeek> weekday = due.flatMap(one -> weekday(one));
    if (weekday.isPresent() && isPlain) return weekday.map(Cycle.Weekly::new);
    DayOfWeek last =
        weekday
            .or(() -> rounds.get("startsOn").flatMap(CycleReader::weekday).map(day -> day.minus(1)))
            .orElse(DayOfWeek.SUNDAY);
    return periodic(new Span.Weeks(last, interval), rounds, due);
  }

  private static Optional<DayOfWeek> weekday(Located day) {
    return day.text("weekday").map(one -> DayOfWeek.valueOf(one.toUpperCase(Locale.ROOT)));
  }

  private static Optional<Cycle> periodic(Span span, Located rounds, Optional<Located> due) {
    Set<Integer> skipped = new HashSet<>();
    for (Located number : rounds.items("skip")) skipped.add(number.node().intValue());
    return Optional.of(
        new Cycle.Periodic(span, due.map(CycleReader::due).orElse(LAST_DAY), skipped));
  }

  private static Due due(Located due) {
    boolean isNext = due.text("month").isPresent();
    return due.whole("day")
        .<Due>map(day -> new Due.DayOfMonth(day, isNext))
        .or(() -> due.whole("workdaysAfter").map(Due.WorkdaysAfter::new))
        .or(() -> due.whole("daysAfter").map(Due.DaysAfter::new))
        .orElse(LAST_DAY);
  }
}

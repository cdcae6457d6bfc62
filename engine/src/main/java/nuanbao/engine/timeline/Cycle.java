package nuanbao.engine.timeline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.problem.Text;

/** How often a round comes, and when it is due before any holiday moves it. */
public sealed interface Cycle {

  /**
   * One turn.
   *
   * @param end last day of its period
   * @param due nominal
   * @param id the nominal due day, or the first day of a period that is due after so many working
   *     days: holidays never change it
   * @param isReported false for a turn that is left out of the year
   * @param item of an agenda
   */
  record Turn(
      LocalDate end, LocalDate due, RoundId id, boolean isReported, Optional<Agenda.Item> item) {
    Turn(LocalDate end, LocalDate due) {
      this(end, due, new RoundId(due), true, Optional.empty());
    }
  }

  /** The turn whose period begins on a day; empty when there is none any more. */
  Optional<Turn> from(LocalDate start, WorkingCalendar calendar);

  /** Whether days after the last due day of a series may be left, and somebody has to say how. */
  default boolean mayLeaveDays() {
    return true;
  }

  /** Whether a period is due when it is over, be it after the series has ended. */
  default boolean isDueAfterwards() {
    return false;
  }

  /** When it is due, for a person: 每周星期四. */
  Text title();

  /** One round, whose period ends on its due day. */
  record Once(LocalDate due) implements Cycle {
    @Override
    public Optional<Turn> from(LocalDate start, WorkingCalendar calendar) {
      return start.isAfter(due) ? Optional.empty() : Optional.of(new Turn(due, due));
    }

    @Override
    public boolean mayLeaveDays() {
      return false;
    }

    @Override
    public Text title() {
      return new Text(due + "一次", "once, " + due);
    }
  }

  /**
   * On the dates of a list. A period ends on the due day of its item.
   *
   * @param items in the order of their due days, no two on one day
   */
  record Agenda(List<Item> items) implements Cycle {
    public Agenda {
      items = items.stream().sorted(Comparator.comparing(Item::due)).toList();
    }

    /**
     * One date of the list.
     *
     * @param key by which the definition names it
     * @param time of day, if it has one of its own
     */
    public record Item(String key, String title, LocalDate due, Optional<LocalTime> time) {}

    @Override
    public Optional<Turn> from(LocalDate start, WorkingCalendar calendar) {
      return items.stream()
          .filter(item -> !item.due.isBefore(start))
          .findFirst()
          .map(
              item -> new Turn(item.due, item.due, new RoundId(item.due), true, Optional.of(item)));
    }

    @Override
    public boolean mayLeaveDays() {
      return false;
    }

    @Override
    public Text title() {
      String days = String.join("、", items.stream().map(item -> item.due.toString()).toList());
      return new Text("按日程 " + days, "on " + days.replace("、", ", "));
    }
  }

  /**
   * Whenever something happens (及时报): no round comes by the calendar. The reporter says when it
   * happened, and so names the round.
   *
   * @param due how long after it happened it is due; left out, it is never late
   * @param stages the reports on one case, in order; none where one report is all there is
   * @param absence what did not happen, where that is what is reported on
   */
  record Event(Optional<Offset> due, List<Stage> stages, Optional<Absence> absence)
      implements Cycle {
    public Event {
      stages = List.copyOf(stages);
    }

    @Override
    public Optional<Turn> from(LocalDate start, WorkingCalendar calendar) {
      return Optional.empty();
    }

    /** The stage of a key. */
    public Optional<Stage> findStage(String key) {
      return stages.stream().filter(stage -> stage.key.equals(key)).findFirst();
    }

    @Override
    public boolean mayLeaveDays() {
      return false;
    }

    @Override
    public Text title() {
      Text when =
          due.map(Offset::title)
              .map(
                  text ->
                      new Text(
                          "发生后" + text.chinese() + "内",
                          "within " + text.english() + " after it happened"))
              .orElse(new Text("及时", "as things happen"));
      if (stages.isEmpty()) return when;
      String all = String.join("、", stages.stream().map(Stage::title).toList());
      return new Text("及时，" + all, "as things happen: " + all.replace("、", ", "));
    }
  }

  /**
   * One of the reports on a case: 首报, 续报, 终报.
   *
   * @param due how long after it happened it is due; for a stage that comes again, the first time
   * @param every how long after the one before the next one of the same stage is due; none where it
   *     comes once
   * @param isFinal whether it closes the case
   */
  record Stage(
      String key, String title, Optional<Offset> due, Optional<Offset> every, boolean isFinal) {}

  /**
   * Something that should have been written in a form by then, and was not.
   *
   * @param form in which it is written, row by row
   * @param since key path of the date from which the time runs
   * @param missing key path of what is still blank
   * @param within how long it may be
   */
  record Absence(String form, String since, String missing, Period within) {}

  /** Every week; a period ends on its due weekday. */
  record Weekly(DayOfWeek weekday) implements Cycle {
    @Override
    public Optional<Turn> from(LocalDate start, WorkingCalendar calendar) {
      LocalDate due = start.with(TemporalAdjusters.nextOrSame(weekday));
      return Optional.of(new Turn(due, due));
    }

    @Override
    public Text title() {
      return new Text(
          "每周" + weekday.getDisplayName(TextStyle.FULL, Locale.CHINESE),
          "every " + weekday.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }
  }

  /**
   * Every calendar month, due within it. A day that a month lacks is its last day (Civil Code,
   * article 202).
   *
   * @param day 1 to 31
   */
  record Monthly(int day) implements Cycle {
    @Override
    public Optional<Turn> from(LocalDate start, WorkingCalendar calendar) {
      LocalDate due = clamped(YearMonth.from(start), day);
      if (due.isBefore(start)) due = clamped(YearMonth.from(start).plusMonths(1), day);
      return Optional.of(new Turn(YearMonth.from(due).atEndOfMonth(), due));
    }

    @Override
    public Text title() {
      return new Text("每月" + day + "日", "day " + day + " of every month");
    }
  }

  /**
   * Period after period, each due when it is over.
   *
   * @param skipped numbers of the periods of a year that nobody reports on: 4 for no fourth quarter
   */
  record Periodic(Span span, Due due, Set<Integer> skipped) implements Cycle {
    public Periodic {
      skipped = Set.copyOf(skipped);
    }

    @Override
    public Optional<Turn> from(LocalDate start, WorkingCalendar calendar) {
      LocalDate end = span.endOf(start);
      LocalDate day = due.of(end, calendar);
      RoundId id = new RoundId(due instanceof Due.WorkdaysAfter ? start : day);
      return Optional.of(
          new Turn(end, day, id, !skipped.contains(span.numberInYear(end)), Optional.empty()));
    }

    @Override
    public Text title() {
      return new Text(
          span.title().chinese() + "，" + due.title().chinese(),
          span.title().english() + ", " + due.title().english());
    }

    @Override
    public boolean mayLeaveDays() {
      return false;
    }

    @Override
    public boolean isDueAfterwards() {
      return true;
    }
  }

  /** The day of a month, or its last one where it is shorter. */
  static LocalDate clamped(YearMonth month, int day) {
    return month.atDay(Math.min(day, month.lengthOfMonth()));
  }
}

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

  /** How long a period is. */
  sealed interface Span {
    /** The last day of the period that begins on a day, be it in the middle of one. */
    LocalDate endOf(LocalDate start);

    /** Which one of its year a period is, from 1, told by its last day. */
    int numberInYear(LocalDate end);

    /** How often it comes, for a person. */
    Text title();
  }

  private static Text every(int count, String chinese, String counted, String english) {
    return count == 1
        ? new Text("每" + chinese, "every " + english)
        : new Text("每" + count + counted, "every " + count + " " + english + "s");
  }

  /**
   * So many days.
   *
   * @param count at least 1
   */
  record Days(int count) implements Span {
    @Override
    public LocalDate endOf(LocalDate start) {
      return start.plusDays(count - 1L);
    }

    @Override
    public Text title() {
      return every(count, "天", "天", "day");
    }

    @Override
    public int numberInYear(LocalDate end) {
      return (end.getDayOfYear() - 1) / count + 1;
    }
  }

  /**
   * So many weeks, the last one ending on a weekday.
   *
   * @param count at least 1
   */
  record Weeks(DayOfWeek last, int count) implements Span {
    @Override
    public LocalDate endOf(LocalDate start) {
      return start.with(TemporalAdjusters.nextOrSame(last)).plusWeeks(count - 1L);
    }

    @Override
    public Text title() {
      return every(count, "周", "周", "week");
    }

    @Override
    public int numberInYear(LocalDate end) {
      return (end.getDayOfYear() - 1) / (7 * count) + 1;
    }
  }

  /** 旬: to the 10th, to the 20th, to the end of the month. */
  record TenDays() implements Span {
    private static final int PARTS = 3;

    @Override
    public LocalDate endOf(LocalDate start) {
      int day = start.getDayOfMonth();
      if (day <= 10) return start.withDayOfMonth(10);
      return day <= 20 ? start.withDayOfMonth(20) : YearMonth.from(start).atEndOfMonth();
    }

    @Override
    public Text title() {
      return new Text("每旬", "every ten days");
    }

    @Override
    public int numberInYear(LocalDate end) {
      int day = end.getDayOfMonth();
      return (end.getMonthValue() - 1) * PARTS + (day <= 10 ? 1 : day <= 20 ? 2 : PARTS);
    }
  }

  /** To the 15th, to the end of the month. */
  record HalfMonths() implements Span {
    private static final int MIDDLE = 15;

    @Override
    public LocalDate endOf(LocalDate start) {
      return start.getDayOfMonth() <= MIDDLE
          ? start.withDayOfMonth(MIDDLE)
          : YearMonth.from(start).atEndOfMonth();
    }

    @Override
    public Text title() {
      return new Text("每半月", "every half month");
    }

    @Override
    public int numberInYear(LocalDate end) {
      return 2 * end.getMonthValue() - (end.getDayOfMonth() <= MIDDLE ? 1 : 0);
    }
  }

  /**
   * So many months: 1 a month, 3 a quarter, 6 half a year, 12 a year, others counted from where the
   * series begins.
   *
   * @param count at least 1
   * @param firstDay of a month: 26 for the 26th to the 25th; 1 to 28
   */
  record Months(int count, int firstDay) implements Span {
    private static final int IN_YEAR = 12;

    @Override
    public LocalDate endOf(LocalDate start) {
      YearMonth month = YearMonth.from(start.minusDays(firstDay - 1L)).plusMonths(rest(start));
      return month.plusMonths(1).atDay(firstDay).minusDays(1);
    }

    /** How many months of the period are still to come: quarters are those of the calendar. */
    private int rest(LocalDate start) {
      if (IN_YEAR % count != 0) return count - 1;
      int month = start.minusDays(firstDay - 1L).getMonthValue() - 1;
      return count - 1 - month % count;
    }

    @Override
    public Text title() {
      return switch (count) {
        case 3 -> new Text("每季度", "every quarter");
        case 6 -> new Text("每半年", "every half year");
        default -> every(count, "月", "个月", "month");
      };
    }

    @Override
    public int numberInYear(LocalDate end) {
      int month = end.minusDays(firstDay - 1L).getMonthValue() - 1;
      return month / Math.min(count, IN_YEAR) + 1;
    }
  }

  /**
   * So many calendar years, counted from where the series begins.
   *
   * @param count at least 1
   */
  record Years(int count) implements Span {
    @Override
    public LocalDate endOf(LocalDate start) {
      return LocalDate.of(start.getYear() + count - 1, 12, 31);
    }

    @Override
    public Text title() {
      return every(count, "年", "年", "year");
    }

    @Override
    public int numberInYear(LocalDate end) {
      return 1;
    }
  }

  /** When a period is due. */
  sealed interface Due {
    /**
     * The nominal due day of a period.
     *
     * @param end its last day
     */
    LocalDate of(LocalDate end, WorkingCalendar calendar);

    /** When that is, for a person. */
    Text title();

    /**
     * So many days after it ends; 0 for its last day.
     *
     * @param count 0 or more
     */
    record DaysAfter(int count) implements Due {
      @Override
      public Text title() {
        return count == 0
            ? new Text("期末当天", "on its last day")
            : new Text("期满后 " + count + " 天", count + " days after it");
      }

      @Override
      public LocalDate of(LocalDate end, WorkingCalendar calendar) {
        return end.plusDays(count);
      }
    }

    /**
     * So many working days after it ends.
     *
     * @param count at least 1
     */
    record WorkdaysAfter(int count) implements Due {
      @Override
      public Text title() {
        return new Text("期满后 " + count + " 个工作日", count + " working days after it");
      }

      @Override
      public LocalDate of(LocalDate end, WorkingCalendar calendar) {
        return calendar.plusWorkdays(end, count);
      }
    }

    /**
     * A day of the month in which it ends, or of the month after. A day that a month lacks is its
     * last day.
     *
     * @param day 1 to 31
     */
    record DayOfMonth(int day, boolean isNextMonth) implements Due {
      @Override
      public Text title() {
        return isNextMonth
            ? new Text("次月 " + day + " 日", "on day " + day + " of the next month")
            : new Text("当月 " + day + " 日", "on day " + day + " of its last month");
      }

      @Override
      public LocalDate of(LocalDate end, WorkingCalendar calendar) {
        return clamped(YearMonth.from(end).plusMonths(isNextMonth ? 1 : 0), day);
      }
    }
  }
}

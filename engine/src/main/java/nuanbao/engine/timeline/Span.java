package nuanbao.engine.timeline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import nuanbao.engine.problem.Text;

/** How long a period is. */
public sealed interface Span {
  /** The last day of the period that begins on a day, be it in the middle of one. */
  LocalDate endOf(LocalDate start);

  /** Which one of its year a period is, from 1, told by its last day. */
  int numberInYear(LocalDate end);

  /** How often it comes, for a person. */
  Text title();

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
}

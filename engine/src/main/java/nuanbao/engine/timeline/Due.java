package nuanbao.engine.timeline;

import java.time.LocalDate;
import java.time.YearMonth;
import nuanbao.engine.problem.Text;

/** When a period is due. */
public sealed interface Due {
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
      return Cycle.clamped(YearMonth.from(end).plusMonths(isNextMonth ? 1 : 0), day);
    }
  }
}

package nuanbao.engine.timeline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** How often a round comes: gives the nominal due days and where their periods end. */
public sealed interface Cycle {

  /** The first nominal due day on or after a day; empty when there is none any more. */
  Optional<LocalDate> dueOnOrAfter(LocalDate day);

  /** Last day of the period that is due on this nominal day. */
  LocalDate periodEnd(LocalDate due);

  /** One round, whose period ends on its due day. */
  record Once(LocalDate due) implements Cycle {
    @Override
    public Optional<LocalDate> dueOnOrAfter(LocalDate day) {
      return day.isAfter(due) ? Optional.empty() : Optional.of(due);
    }

    @Override
    public LocalDate periodEnd(LocalDate nominal) {
      return nominal;
    }
  }

  /** Every week; a period ends on its due weekday. */
  record Weekly(DayOfWeek weekday) implements Cycle {
    @Override
    public Optional<LocalDate> dueOnOrAfter(LocalDate day) {
      return Optional.of(day.with(TemporalAdjusters.nextOrSame(weekday)));
    }

    @Override
    public LocalDate periodEnd(LocalDate due) {
      return due;
    }
  }

  /**
   * Every calendar month. A day that a month lacks is its last day (Civil Code, article 202).
   *
   * @param day 1 to 31
   */
  record Monthly(int day) implements Cycle {
    @Override
    public Optional<LocalDate> dueOnOrAfter(LocalDate from) {
      LocalDate due = dueIn(YearMonth.from(from));
      return Optional.of(due.isBefore(from) ? dueIn(YearMonth.from(from).plusMonths(1)) : due);
    }

    @Override
    public LocalDate periodEnd(LocalDate due) {
      return YearMonth.from(due).atEndOfMonth();
    }

    private LocalDate dueIn(YearMonth month) {
      return month.atDay(Math.min(day, month.lengthOfMonth()));
    }
  }
}

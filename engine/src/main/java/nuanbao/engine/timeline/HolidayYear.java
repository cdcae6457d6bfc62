package nuanbao.engine.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The statutory holidays that the State Council arranged for one year.
 *
 * @param source the notice that arranged them
 * @param workdays weekend days that are worked (调休)
 */
public record HolidayYear(int year, String source, List<Rest> rests, Set<LocalDate> workdays) {

  /** A holiday, both days included; it may begin in the year before. */
  public record Rest(String name, LocalDate from, LocalDate to) {
    boolean includes(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  public HolidayYear {
    rests = List.copyOf(rests);
    workdays = Set.copyOf(workdays);
  }
}

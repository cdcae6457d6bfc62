package nuanbao.engine.measure;

import java.time.LocalDate;

/** Some days, both ends included. */
public record Window(LocalDate from, LocalDate to) {

  public Window {
    if (to.isBefore(from)) throw new IllegalArgumentException(to + " is before " + from);
  }

  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** The part that has passed on a day; the day itself is included. */
  public Window until(LocalDate day) {
    return day.isBefore(to) && !day.isBefore(from) ? new Window(from, day) : this;
  }
}

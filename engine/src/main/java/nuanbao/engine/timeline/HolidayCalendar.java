package nuanbao.engine.timeline;

import java.util.Optional;

/**
 * Port: the statutory holidays, a year at a time. A year that is not known is empty, never guessed.
 */
public interface HolidayCalendar {
  Optional<HolidayYear> findYear(int year);
}

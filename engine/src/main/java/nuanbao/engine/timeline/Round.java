package nuanbao.engine.timeline;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One turn of reporting, with every date worked out.
 *
 * @param number ordinal within the series, from 1; for people only
 * @param from first day reported on
 * @param to last day reported on
 * @param due the day it is due, after holidays
 * @param moved why {@code due} is not the nominal day, if it is not
 */
public record Round(
    RoundId id,
    int number,
    LocalDate from,
    LocalDate to,
    LocalDate due,
    SubmissionWindow window,
    Optional<Move> moved) {

  /**
   * Why a due day was moved.
   *
   * @param rest the holiday, or 周末
   */
  public record Move(LocalDate from, LocalDate to, String rest) {}
}

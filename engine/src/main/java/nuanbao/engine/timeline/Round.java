package nuanbao.engine.timeline;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.unit.Unit;

/**
 * One turn of reporting, with every date worked out.
 *
 * @param number ordinal within the series, from 1; of a report on an event the ordinal of its
 *     stage; for people only
 * @param name of a turn that has one: an item of an agenda, a stage of an event
 * @param from first day reported on
 * @param to last day reported on
 * @param due the day it is due, after holidays
 * @param window of all reporters, from the first opening to the last closing
 * @param byLevel for the levels that have deadlines of their own
 * @param moved why {@code due} is not the nominal day, if it is not
 */
public record Round(
    RoundId id,
    int number,
    Optional<Name> name,
    LocalDate from,
    LocalDate to,
    LocalDate due,
    SubmissionWindow window,
    Map<String, OfLevel> byLevel,
    Optional<Move> moved) {

  public Round {
    byLevel = Collections.unmodifiableMap(new LinkedHashMap<>(byLevel));
  }

  /**
   * What holds for the units of one level.
   *
   * @param due the day it is due for them
   */
  public record OfLevel(LocalDate due, SubmissionWindow window) {}

  /**
   * What a turn is called.
   *
   * @param key as the definition names it
   * @param title as printed
   */
  public record Name(String key, String title) {}

  /**
   * Why a due day was moved.
   *
   * @param rest the holiday, or 周末
   */
  public record Move(LocalDate from, LocalDate to, String rest) {}

  /** The round as one reporter has it: with the deadline of its level. */
  public Round of(Unit reporter) {
    OfLevel own = byLevel.get(reporter.level().id());
    return own == null
        ? this
        : new Round(id, number, name, from, to, own.due, own.window, Map.of(), moved);
  }
}

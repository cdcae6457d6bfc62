package nuanbao.engine.json;

import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.timeline.Deadline;
import nuanbao.engine.timeline.HolidayRule;
import nuanbao.engine.timeline.Offset;
import nuanbao.engine.unit.Level;

/** Reads at which moments a round opens, falls due and closes. */
final class DeadlineReader {
  private final HolidayRule onHoliday;
  private final Optional<UnitNames> units;
  private final Problems problems;

  /**
   * Reads deadlines of one campaign.
   *
   * @param onHoliday what holidays do where a duty does not say
   */
  DeadlineReader(HolidayRule onHoliday, Optional<UnitNames> units, Problems problems) {
    this.onHoliday = onHoliday;
    this.units = units;
    this.problems = problems;
  }

  Deadline read(Located rounds) {
    Optional<Located> due = rounds.get("due");
    return new Deadline(
        due.flatMap(one -> one.text("time")).flatMap(DeadlineReader::time),
        due.flatMap(one -> one.text("onHoliday")).map(DeadlineReader::rule).orElse(onHoliday),
        byLevel(rounds),
        rounds.get("opens").flatMap(DeadlineReader::before),
        rounds.get("closes").flatMap(DeadlineReader::after));
  }

  private Map<String, Offset> byLevel(Located rounds) {
    Map<String, Offset> byLevel = new LinkedHashMap<>();
    rounds
        .members("dueByLevel")
        .forEach(
            (level, due) -> {
              if (units.isPresent() && !units.get().levels().containsKey(level)) {
                problems.add(
                    due.problemAtKey(
                        ProblemCode.UNKNOWN_LEVEL,
                        level,
                        String.join("、", units.get().levels().keySet())));
                return;
              }
              byLevel.put(level, offset(due, "After").orElseGet(() -> sameDay(due)));
            });
    checkRises(rounds, byLevel);
    return byLevel.isEmpty() || units.isEmpty() ? byLevel : ofAllLevels(byLevel, units.get());
  }

  /** A level that is not listed is due as all. */
  private static Map<String, Offset> ofAllLevels(Map<String, Offset> byLevel, UnitNames units) {
    Offset none = new Offset(Offset.Step.DAYS, 0, Optional.empty());
    Map<String, Offset> all = new LinkedHashMap<>();
    for (String level : units.levels().keySet()) {
      all.put(level, byLevel.getOrDefault(level, none));
    }
    return all;
  }

  private static Offset sameDay(Located due) {
    return new Offset(Offset.Step.DAYS, 0, due.text("time").flatMap(DeadlineReader::time));
  }

  /** Who adds up the sheets from below hands in after they are due. */
  private void checkRises(Located rounds, Map<String, Offset> byLevel) {
    if (units.isEmpty()) return;
    List<Level> fromTop =
        units.get().levels().values().stream()
            .filter(level -> byLevel.containsKey(level.id()))
            .toList();
    for (int i = 1; i < fromTop.size(); i++) {
      Level upper = fromTop.get(i - 1);
      Level lower = fromTop.get(i);
      if (!isEarlier(due(byLevel, upper), due(byLevel, lower))) continue;
      Located all = rounds.get("dueByLevel").orElse(rounds);
      problems.add(
          all.get(upper.id())
              .orElse(all)
              .problemAtKey(ProblemCode.CASCADE_UPSIDE_DOWN, upper.title(), lower.title()));
    }
  }

  private static Offset due(Map<String, Offset> byLevel, Level level) {
    return Objects.requireNonNull(byLevel.get(level.id()));
  }

  /** Certainly: the same step with a smaller amount, or the same day at an earlier time. */
  private static boolean isEarlier(Offset one, Offset other) {
    if (one.step() != other.step()) return false;
    if (one.amount() != other.amount()) return one.amount() < other.amount();
    return one.time().isPresent() && other.time().filter(one.time().get()::isBefore).isPresent();
  }

  /** Empty for close of business, which the calendar knows. */
  static Optional<LocalTime> time(String written) {
    return written.equals("close-of-business")
        ? Optional.empty()
        : Optional.of(LocalTime.parse(written));
  }

  /** So long after something: hoursAfter, daysAfter, workdaysAfter. */
  static Optional<Offset> after(Located offset) {
    return offset(offset, "After");
  }

  /** So long before something: hoursBefore, daysBefore, workdaysBefore. */
  static Optional<Offset> before(Located offset) {
    return offset(offset, "Before");
  }

  /** Again and again: hours, days, workdays. */
  static Optional<Offset> every(Located span) {
    return offset(span, "");
  }

  private static Optional<Offset> offset(Located offset, String direction) {
    Optional<LocalTime> time = offset.text("time").flatMap(DeadlineReader::time);
    return offset
        .whole("hours" + direction)
        .map(hours -> new Offset(Offset.Step.HOURS, hours, Optional.empty()))
        .or(
            () ->
                offset
                    .whole("days" + direction)
                    .map(days -> new Offset(Offset.Step.DAYS, days, time)))
        .or(
            () ->
                offset
                    .whole("workdays" + direction)
                    .map(days -> new Offset(Offset.Step.WORKDAYS, days, time)));
  }

  static HolidayRule rule(String written) {
    return switch (written) {
      case "previous-workday" -> HolidayRule.PREVIOUS_WORKDAY;
      case "as-is" -> HolidayRule.AS_IS;
      default -> HolidayRule.NEXT_WORKDAY;
    };
  }
}

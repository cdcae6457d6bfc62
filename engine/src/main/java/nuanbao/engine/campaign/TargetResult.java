package nuanbao.engine.campaign;

import java.util.List;
import java.util.Optional;
import nuanbao.engine.measure.Achievement;
import nuanbao.engine.measure.Measure;
import nuanbao.engine.measure.Target;
import nuanbao.engine.measure.Verdict;
import nuanbao.engine.measure.Window;
import nuanbao.engine.rollup.Coverage;
import nuanbao.engine.unit.Unit;

/**
 * How far a measure has come (完成情况).
 *
 * @param verdict of the whole or, where each unit counts by itself, of all of them; of several ways
 *     one is enough
 */
public record TargetResult(Measure measure, Verdict verdict, List<Line> lines) {
  public TargetResult {
    lines = List.copyOf(lines);
  }

  /**
   * A target held against what was reported.
   *
   * @param way the target, or one of those of which one is enough
   * @param unit who has to reach it; empty for all together
   * @param days the time it counts for, until the day at hand
   * @param coverage of the forms that the figure comes from
   * @param missing rows that are not there, where none may be left out
   */
  public record Line(
      Target.Single way,
      Optional<Unit> unit,
      Window days,
      Achievement achievement,
      Coverage coverage,
      List<String> missing) {
    public Line {
      missing = List.copyOf(missing);
    }
  }

  /** The lines of a unit alone. */
  public List<Line> of(Unit unit) {
    return lines.stream().filter(line -> line.unit().equals(Optional.of(unit))).toList();
  }
}

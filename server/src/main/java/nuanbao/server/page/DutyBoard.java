package nuanbao.server.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.unit.Level;
import nuanbao.engine.unit.Unit;

/**
 * A duty on the page of its campaign.
 *
 * @param open how far the rounds that are open have come
 * @param groups who reports, by level
 */
public record DutyBoard(
    Duty duty, List<RoundRow> rounds, List<Progress> open, List<DutyBoard.Group> groups) {

  /** The reporters of one level. */
  public record Group(String level, List<Unit> units) {
    public Group {
      units = List.copyOf(units);
    }

    static List<Group> of(List<Unit> reporters) {
      Map<Level, List<Unit>> byLevel = new LinkedHashMap<>();
      for (Unit unit : reporters) {
        byLevel.computeIfAbsent(unit.level(), level -> new ArrayList<>()).add(unit);
      }
      List<Group> groups = new ArrayList<>();
      byLevel.forEach((level, units) -> groups.add(new Group(level.title(), units)));
      return groups;
    }
  }

  public DutyBoard {
    rounds = List.copyOf(rounds);
    open = List.copyOf(open);
    groups = List.copyOf(groups);
  }
}

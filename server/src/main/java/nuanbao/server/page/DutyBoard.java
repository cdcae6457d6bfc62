package nuanbao.server.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.intake.EventCase;
import nuanbao.engine.unit.Level;
import nuanbao.engine.unit.Unit;

/**
 * A duty on the page of its campaign.
 *
 * @param recipients to whom and how
 * @param rounds that are near, if there are many
 * @param left how many rounds are not listed
 * @param cases what happened, where rounds come of events
 * @param open how far the rounds that are open have come
 * @param groups who reports, by level
 */
public record DutyBoard(
    Duty duty,
    List<String> recipients,
    List<RoundRow> rounds,
    int left,
    List<EventCase> cases,
    List<Progress> open,
    List<DutyBoard.Group> groups) {

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
    recipients = List.copyOf(recipients);
    rounds = List.copyOf(rounds);
    cases = List.copyOf(cases);
    open = List.copyOf(open);
    groups = List.copyOf(groups);
  }
}

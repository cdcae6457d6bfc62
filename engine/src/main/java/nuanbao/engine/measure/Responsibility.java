package nuanbao.engine.measure;

import java.util.Optional;
import java.util.Set;
import nuanbao.engine.problem.Text;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitTree;

/** Who answers for a measure. A unit that both leads and assists leads. */
public record Responsibility(Party lead, Party assist) {
  /** Nobody is named. */
  public static final Responsibility NOBODY = new Responsibility(Party.NONE, Party.NONE);

  /** What a unit is to a measure. */
  public enum Role {
    LEAD(new Text("牵头", "leads")),
    /** 责任、配合. */
    ASSIST(new Text("责任", "assists"));

    private final Text title;

    Role(Text title) {
      this.title = title;
    }

    public Text title() {
      return title;
    }
  }

  /** What a unit is to the measure; empty for one that has nothing to do with it. */
  public Optional<Role> roleOf(Unit unit, UnitTree units) {
    if (lead.units().selects(unit, units)) return Optional.of(Role.LEAD);
    return assist.units().selects(unit, units) ? Optional.of(Role.ASSIST) : Optional.empty();
  }

  /** Whether a unit has one of these roles. */
  public boolean has(Unit unit, Set<Role> roles, UnitTree units) {
    return (roles.contains(Role.LEAD) && lead.units().selects(unit, units))
        || (roles.contains(Role.ASSIST) && assist.units().selects(unit, units));
  }
}

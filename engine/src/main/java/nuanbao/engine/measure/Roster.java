package nuanbao.engine.measure;

import java.util.List;
import java.util.Optional;
import nuanbao.engine.unit.UnitId;

/**
 * A body that a notice sets up (领导小组), by office: people's names are left out, offices stay when
 * people change.
 *
 * @param key as definitions name it
 */
public record Roster(String key, String title, List<Member> members) {
  public Roster {
    members = List.copyOf(members);
  }

  /**
   * Who is in it.
   *
   * @param role in the body (组长)
   * @param post that makes it one (局长)
   * @param unit whose post it is; empty where the post says it
   */
  public record Member(String role, String post, Optional<UnitId> unit) {}
}

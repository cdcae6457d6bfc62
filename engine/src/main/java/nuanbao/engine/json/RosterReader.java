package nuanbao.engine.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.measure.Roster;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;

/** Reads the bodies that a notice sets up. */
final class RosterReader {
  private final Optional<UnitNames> units;
  private final Problems problems;

  RosterReader(Optional<UnitNames> units, Problems problems) {
    this.units = units;
    this.problems = problems;
  }

  List<Roster> read(Located campaign) {
    List<Roster> rosters = new ArrayList<>();
    campaign
        .members("rosters")
        .forEach(
            (key, roster) ->
                rosters.add(
                    new Roster(
                        key,
                        roster.text("title").orElse(key),
                        roster.items("members").stream().map(this::member).toList())));
    return rosters;
  }

  private Roster.Member member(Located member) {
    Optional<UnitId> unit =
        units.flatMap(
            names ->
                member
                    .get("unit")
                    .flatMap(name -> names.unit(name.text(), name.position(), problems))
                    .map(Unit::id));
    return new Roster.Member(member.text("role").orElse(""), member.text("post").orElse(""), unit);
  }
}

package nuanbao.engine.unit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An office, a place or a collective of them, that reports or is added up.
 *
 * @param code division code of 2 to 12 digits; a unit that is no division has none
 * @param shortName printed in tables
 * @param totalName what its row of sums is called (全区), if not by its short name
 * @param kind what sort of office or place it is, if anybody says so
 * @param aliases other names by which notices call it
 */
public record Unit(
    UnitId id,
    Optional<String> code,
    String name,
    String shortName,
    Optional<String> totalName,
    Level level,
    Optional<String> kind,
    List<String> aliases,
    Set<String> tags,
    Validity validity) {

  public Unit {
    aliases = List.copyOf(aliases);
    tags = Set.copyOf(tags);
  }

  /** What its row is called in a table. */
  public String rowTitle() {
    return totalName.orElse(shortName);
  }

  /** What the row of its own figures is called, beside those of the units below it. */
  public String ownRowTitle() {
    return shortName + "本级";
  }
}

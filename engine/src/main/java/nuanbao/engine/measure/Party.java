package nuanbao.engine.measure;

import java.util.List;
import nuanbao.engine.unit.UnitSelector;

/**
 * Some units that a notice names together.
 *
 * @param names in the order in which they are named; a collective name stands as it is written
 */
public record Party(UnitSelector units, List<String> names) {
  /** Nobody. */
  public static final Party NONE = new Party(UnitSelector.NONE, List.of());

  public Party {
    names = List.copyOf(names);
  }

  /** As printed: 甲局、乙局. */
  public String printed() {
    return String.join("、", names);
  }

  public boolean isNobody() {
    return units.terms().isEmpty();
  }
}

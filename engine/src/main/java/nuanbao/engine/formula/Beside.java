package nuanbao.engine.formula;

import java.util.List;

/**
 * What a condition behind 当 names.
 *
 * @param many the several that it chooses from
 * @param named looked for beside each of them first
 */
public record Beside(Reference many, List<Reference> named) {
  public Beside {
    named = List.copyOf(named);
  }
}

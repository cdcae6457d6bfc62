package nuanbao.engine.formula;

import java.util.List;
import java.util.Optional;

/** The values behind the names of a formula, when it runs. */
@FunctionalInterface
public interface Scope {

  /** The value of an address that stands for one. */
  Value valueOf(Reference reference);

  /**
   * What an address that stands for several values holds, in order, blanks among them.
   *
   * @throws UnsupportedOperationException if this scope has none; its {@link Names} then never
   *     resolve one
   */
  default List<Element> elementsOf(Reference many) {
    throw new UnsupportedOperationException("stands for several values: " + many.title());
  }

  /** The same names at another time; empty where nothing was reported then, or there is no then. */
  default Optional<Scope> at(Period period) {
    return Optional.empty();
  }

  /**
   * The day at hand (今天), as whoever runs the formula was told it: there is no clock. Blank where
   * nobody said.
   */
  default Value today() {
    return Value.BLANK;
  }

  /**
   * One of several.
   *
   * @param value blank where rows are counted and not values
   * @param scope what stands beside it, for conditions on it (当)
   */
  record Element(Value value, Scope scope) {}
}

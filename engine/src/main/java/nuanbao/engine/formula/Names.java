package nuanbao.engine.formula;

import java.util.List;

/** What a formula may name, when it is read. */
public interface Names {

  /**
   * Looks up a path of keys or titles, as much of it as the author wrote.
   *
   * @param path at least one step, brackets taken off
   */
  Resolution resolve(List<String> path);

  /** What a path means. */
  sealed interface Resolution {}

  /** Exactly one thing. */
  record Found(Reference reference) implements Resolution {}

  /** Nothing; the suggestion is the nearest name there is, empty if none is near. */
  record Unknown(String suggestion) implements Resolution {}

  /** Several things; each candidate is written so that it would be clear. */
  record Ambiguous(List<String> candidates) implements Resolution {}
}

package nuanbao.engine.formula;

import java.util.List;
import java.util.Optional;

/** What a formula may name, when it is read. */
public interface Names {

  /**
   * A step of an address: {@code 表[visits]} has the name 表 and the index visits.
   *
   * @param name brackets taken off
   * @param isQuoted written in brackets, and so never a word of place
   */
  record Step(String name, Optional<String> index, boolean isQuoted) {
    public static Step of(String name) {
      return new Step(name, Optional.empty(), false);
    }

    @Override
    public String toString() {
      String shown = isQuoted ? "[" + name + "]" : name;
      return index.map(one -> shown + "[" + one + "]").orElse(shown);
    }
  }

  /**
   * Looks up a path of keys, titles, codes and words of place, as much of it as the author wrote.
   *
   * @param path at least one step
   */
  Resolution resolve(List<Step> path);

  /** Everything from one address to another as printed, both included ({@code c3..c9}). */
  default Resolution resolveRange(Reference first, Reference last) {
    return new Unknown("");
  }

  /** What conditions on each of several may name (behind 当): what stands beside it first. */
  default Names beside(Reference many) {
    return this;
  }

  /** What a path means. */
  sealed interface Resolution {}

  /** Exactly one thing. */
  record Found(Reference reference) implements Resolution {}

  /** Nothing; the suggestion is the nearest name there is, empty if none is near. */
  record Unknown(String suggestion) implements Resolution {}

  /** Several things; each candidate is written so that it would be clear. */
  record Ambiguous(List<String> candidates) implements Resolution {}
}

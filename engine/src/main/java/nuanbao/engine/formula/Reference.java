package nuanbao.engine.formula;

import java.util.Optional;
import java.util.Set;

/**
 * What an address in a formula stands for, once its name is resolved. Whoever gives the {@link
 * Names} makes it, and its {@link Scope} understands it; the language itself only asks what it has
 * to know of it.
 */
public interface Reference {

  /** As printed, for explanations. */
  String title();

  /** What its values are. */
  ValueKind kind();

  /** Whether it stands for several values, which only a function can take. */
  default boolean isMany() {
    return false;
  }

  /** Unit of measure (人, 万元), if any. */
  default Optional<String> measuredIn() {
    return Optional.empty();
  }

  /** The texts that may stand there, where it is a choice out of a list. */
  default Optional<Set<String>> choices() {
    return Optional.empty();
  }

  /**
   * Between which numbers what is typed there lies, for rules that can never fail or never pass. Of
   * several, each.
   */
  default Optional<Bounds> bounds() {
    return Optional.empty();
  }
}

package nuanbao.engine.measure;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A task of a notice, or a heading over some. What a heading says of responsibility and dates holds
 * for all below it, and stands in each of them already.
 *
 * @param number as printed before its title (（一）); empty for none
 * @param title as printed
 * @param text in full, if it is written out
 * @param attachment where in the notice it stands, if it is said
 * @param above key of the measure that holds it, if any
 * @param depth how many measures hold it
 * @param from first day, if one is said
 * @param by last day, if one is said
 */
public record Measure(
    String key,
    String number,
    String title,
    Optional<String> text,
    Kind kind,
    Optional<String> attachment,
    Optional<String> above,
    int depth,
    Responsibility responsibility,
    Optional<LocalDate> from,
    Optional<LocalDate> by,
    Optional<Target> target) {

  /** Whether it is a task itself. */
  public enum Kind {
    HEADING,
    TASK
  }

  public boolean isTask() {
    return kind == Kind.TASK;
  }

  /** Number and title, as printed. */
  public String label() {
    return number + title;
  }

  /** The same held against something else. */
  public Measure with(Target other) {
    return new Measure(
        key,
        number,
        title,
        text,
        kind,
        attachment,
        above,
        depth,
        responsibility,
        from,
        by,
        Optional.of(other));
  }
}

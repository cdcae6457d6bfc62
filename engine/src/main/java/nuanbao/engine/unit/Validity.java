package nuanbao.engine.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * From when to when a unit is there. A unit that is gone keeps its id and what it reported; codes
 * are retired and never given again.
 *
 * @param since first day; left out, always
 * @param until last day; left out, for ever
 * @param successors who takes over, if somebody does
 */
public record Validity(
    Optional<LocalDate> since, Optional<LocalDate> until, List<UnitId> successors) {
  /** Always there. */
  public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty(), List.of());

  public Validity {
    successors = List.copyOf(successors);
  }

  public boolean includes(LocalDate day) {
    return since.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }
}

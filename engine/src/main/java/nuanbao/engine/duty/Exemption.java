package nuanbao.engine.duty;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.form.FormId;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitSelector;
import nuanbao.engine.unit.UnitTree;

/**
 * Who need not report, on which rounds. It never depends on what anybody answers: who may answer
 * 不适用 is expected all the same.
 *
 * @param forms that are not expected; none for all
 * @param from first day; a round is meant when its period ends on a day of the exemption
 * @param to last day
 * @param reason as printed
 */
public record Exemption(
    UnitSelector units,
    Set<FormId> forms,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    String reason) {

  public Exemption {
    forms = Set.copyOf(forms);
  }

  /** Whether a reporter need not hand a form in on a round. */
  public boolean frees(Unit reporter, FormId form, Round round, UnitTree tree) {
    return (forms.isEmpty() || forms.contains(form))
        && from.map(day -> !round.to().isBefore(day)).orElse(true)
        && to.map(day -> !round.to().isAfter(day)).orElse(true)
        && units.selects(reporter, tree);
  }
}

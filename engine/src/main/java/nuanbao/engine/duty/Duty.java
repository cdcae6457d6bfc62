package nuanbao.engine.duty;

import java.util.List;
import java.util.Map;
import nuanbao.engine.form.FormId;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.timeline.Rounds;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitSelector;
import nuanbao.engine.unit.UnitTree;

/**
 * Who hands in which forms on which rounds to whom (任务).
 *
 * @param measures keys of the measures it serves
 * @param recipients to whom, in order; none means the unit above
 * @param forms handed in together
 * @param formsOf an item of an agenda or a stage, by its key, where it does not ask for all forms
 * @param exemptions who is not expected when, and why
 * @param isBundle whether a reporter hands over, with its own sheet, those of the units below it
 * @param signOff who signs before it is handed in, in order, as printed
 */
public record Duty(
    DutyId id,
    String title,
    List<String> measures,
    UnitSelector reporters,
    List<Recipient> recipients,
    List<FormId> forms,
    Rounds rounds,
    Map<String, List<FormId>> formsOf,
    List<Exemption> exemptions,
    boolean isBundle,
    List<String> signOff) {

  public Duty {
    measures = List.copyOf(measures);
    recipients = List.copyOf(recipients);
    forms = List.copyOf(forms);
    formsOf = Map.copyOf(formsOf);
    exemptions = List.copyOf(exemptions);
    signOff = List.copyOf(signOff);
  }

  /** The units that receive what is handed in, in tree order. */
  public List<Unit> receivers(UnitTree units) {
    return new UnitSelector(
            recipients.stream().flatMap(one -> one.units().terms().stream()).toList())
        .unitsIn(units);
  }

  /**
   * The forms that a reporter hands in on a round; none where it is exempt from all of them (不用报,
   * which is neither a zero nor 不适用).
   */
  public List<FormId> forms(Round round, Unit reporter, UnitTree units) {
    List<FormId> asked =
        round.name().map(name -> formsOf.getOrDefault(name.key(), forms)).orElse(forms);
    if (exemptions.isEmpty()) return asked;
    return asked.stream()
        .filter(
            form -> exemptions.stream().noneMatch(one -> one.frees(reporter, form, round, units)))
        .toList();
  }
}

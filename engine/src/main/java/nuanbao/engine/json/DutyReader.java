package nuanbao.engine.json;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.Form;
import nuanbao.engine.form.FormId;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.timeline.Rounds;
import nuanbao.engine.unit.UnitSelector;

/** Reads one duty, and holds its reporters against the rows of its forms. */
final class DutyReader {
  private final RoundsReader rounds;
  private final FormNames names;
  private final Map<FormId, Form> forms;
  private final Optional<UnitNames> units;
  private final Problems problems;

  /**
   * Reads duties of one campaign.
   *
   * @param forms those that could be read
   * @param units empty when units.json could not be read
   */
  DutyReader(
      RoundsReader rounds,
      FormNames names,
      Map<FormId, Form> forms,
      Optional<UnitNames> units,
      Problems problems) {
    this.rounds = rounds;
    this.names = names;
    this.forms = forms;
    this.units = units;
    this.problems = problems;
  }

  /** The duty; empty where something it needs is wrong and has been told. */
  Optional<Duty> read(
      String id, Located duty, Optional<LocalDate> campaignFrom, Optional<LocalDate> campaignTo) {
    Optional<Rounds> series =
        duty.get("rounds").flatMap(one -> rounds.read(one, campaignFrom, campaignTo));
    List<FormId> handedIn = duty.items("forms").stream().map(names::named).toList();
    if (units.isEmpty()) return Optional.empty();
    UnitSelector reporters = select(duty, "reporters", units.get());
    UnitSelector recipients = select(duty, "recipients", units.get());
    for (Located name : duty.items("forms")) {
      Form form = forms.get(new FormId(name.text()));
      if (form == null) continue;
      new RowsCheck(units.get().tree(), form, reporters, problems).check(duty, name);
    }
    return series.map(
        dates ->
            new Duty(
                new DutyId(id),
                duty.text("title").orElse(id),
                reporters,
                recipients,
                handedIn,
                dates));
  }

  private UnitSelector select(Located duty, String key, UnitNames named) {
    return duty.get(key).map(list -> named.select(list, problems)).orElse(UnitSelector.NONE);
  }
}

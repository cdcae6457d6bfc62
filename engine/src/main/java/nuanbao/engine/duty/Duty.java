package nuanbao.engine.duty;

import java.util.List;
import nuanbao.engine.form.FormId;
import nuanbao.engine.timeline.Rounds;
import nuanbao.engine.unit.UnitSelector;

/**
 * Who hands in which forms on which rounds to whom (任务).
 *
 * @param recipients to whom; none means the unit above
 * @param forms handed in together
 */
public record Duty(
    DutyId id,
    String title,
    UnitSelector reporters,
    UnitSelector recipients,
    List<FormId> forms,
    Rounds rounds) {

  public Duty {
    forms = List.copyOf(forms);
  }
}

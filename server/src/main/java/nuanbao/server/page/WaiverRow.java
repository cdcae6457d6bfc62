package nuanbao.server.page;

import java.util.List;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.form.Check;
import nuanbao.engine.form.Form;
import nuanbao.engine.submission.Waiver;

/**
 * A waiver on a page.
 *
 * @param title what the check says; its id, where the campaign does not have it any more
 */
public record WaiverRow(String title, Waiver waiver) {

  static List<WaiverRow> of(Campaign campaign, List<Waiver> waivers) {
    return waivers.stream()
        .map(waiver -> new WaiverRow(titleOf(campaign, waiver), waiver))
        .toList();
  }

  private static String titleOf(Campaign campaign, Waiver waiver) {
    return campaign.findForm(waiver.form()).map(Form::checks).orElse(List.of()).stream()
        .filter(check -> check.id().equals(waiver.check()))
        .findFirst()
        .map(Check::title)
        .orElse(waiver.check().value());
  }
}

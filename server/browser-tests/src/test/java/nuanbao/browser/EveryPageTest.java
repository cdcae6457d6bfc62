package nuanbao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every kind of page on a desk and on a phone: fits, is accessible, and leaves a picture. */
@ExtendWith(Sites.class)
class EveryPageTest {

  @Test
  void pages_before_anybody_has_reported(Site site) {
    look(site, "/", "start");
    look(site, SheetPage.CAMPAIGN_PATH, "campaign");
    look(site, SheetPage.UNIT_PATH, "unit");
    look(site, SheetPage.PATH, "form");
    look(site, SheetPage.ROUND_PATH, "round-empty");
    look(site, "/c/lizhou-2021/units/nobody", "not-found");
  }

  @Test
  void pages_of_a_sheet_on_its_way_through_the_gate(Site site) throws IOException {
    SheetPage sheet = SheetPage.open(site);
    assertThat(sheet.submit().status()).isEqualTo(422);
    Look.at(site.window(), "form-all-blank");
    sheet.fillIn().fill(SheetPage.RETURNED, "9999").submit();
    Look.at(site.window(), "form-refused");
    sheet.fill(SheetPage.RETURNED, "106").submit();
    Look.at(site.window(), "form-to-explain");
    sheet.fill(SheetPage.EXPLANATION, SheetPage.REASON).submit();
    Look.at(site.window(), "receipt");
    look(site, SheetPage.PATH, "form-reported");
    look(site, SheetPage.UNIT_PATH, "unit-reported");
    site.clock().set("2021-12-02T18:00:01+08:00");
    look(site, SheetPage.PATH, "form-closed");
  }

  @Test
  void pages_of_a_manager_when_the_round_has_closed(Site site) throws IOException {
    for (CaseSheet sheet : CaseSheet.all(SheetPage.DUTY, SheetPage.ROUND)) {
      site.handIn(SheetPage.DUTY, SheetPage.ROUND, sheet.unit(), sheet.bytes());
    }
    site.clock().set("2021-12-03T09:00:00+08:00");
    look(site, SheetPage.ROUND_PATH, "round");
    look(site, SheetPage.ROUND_PATH + "/figures/visits", "figures");
    look(
        site,
        SheetPage.ROUND_PATH + "/figures/visits?cumulative=true&sums=true",
        "figures-cumulative-sums");
    look(site, SheetPage.ROUND_PATH + "/figures/visits?unit=510802201", "figures-of-township");
  }

  private static void look(Site site, String path, String name) {
    Page window = site.window();
    window.navigate(site.at(path));
    Look.at(window, name);
  }
}

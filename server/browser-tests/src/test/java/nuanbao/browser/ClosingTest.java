package nuanbao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The second at which a round closes, as the pages show it. */
@ExtendWith(Sites.class)
class ClosingTest {
  private static final String BEFORE = "2021-12-02T17:59:59+08:00";
  private static final String CLOSING = "2021-12-02T18:00:00+08:00";
  private static final String AFTER = "2021-12-02T18:00:01+08:00";

  @Test
  void a_second_before_closing_a_sheet_is_taken(Site site) throws IOException {
    assertThat(submittedAt(BEFORE, site)).isEqualTo(200);
    assertThat(site.window().getByRole(AriaRole.STATUS)).containsText("2021-12-02 17:59:59 收到");
  }

  @Test
  void at_the_closing_instant_a_sheet_is_taken(Site site) throws IOException {
    assertThat(submittedAt(CLOSING, site)).isEqualTo(200);
  }

  @Test
  void a_second_after_closing_the_same_page_is_refused_told_the_next_round_and_loses_nothing(
      Site site) throws IOException {
    SheetPage sheet = readyToSubmit(site);
    Map<String, String> typed = sheet.typed();
    site.clock().set(AFTER);
    assertThat(sheet.submit().status()).isEqualTo(422);
    assertThat(site.window().getByRole(AriaRole.ALERT))
        .containsText("这一期 2021-12-02 18:00:00 截止，现在是 2021-12-02 18:00:01");
    assertThat(site.window().getByRole(AriaRole.ALERT)).containsText("下一期：2021-12-09");
    assertThat(sheet.typed()).isEqualTo(typed);
    assertThat(sheet.button()).hasCount(0);
    assertThat(site.window().locator("#why-shut")).containsText("这一期已经截止，不能再上报");
  }

  @Test
  void a_round_that_has_not_opened_says_when_it_will(Site site) {
    Page window = site.window();
    window.navigate(site.at(SheetPage.PATH.replace(SheetPage.ROUND, "2021-12-09")));
    assertThat(window.locator(".nb-now")).containsText("未开始");
    assertThat(window.locator(".nb-now")).containsText("12月3日（五）00:00 才开始报送");
    assertThat(new SheetPage(site, window).button()).hasCount(0);
    assertThat(window.locator("#why-shut")).containsText("还没有开始报送，现在不能上报");
    assertThat(window.locator("main :is(input:not([type=hidden]), textarea):read-write"))
        .hasCount(0);
  }

  @Test
  void who_has_not_reported_is_missing_a_second_after_closing_and_not_before(Site site)
      throws IOException {
    CaseSheet reported = SheetPage.sheet();
    site.handIn(SheetPage.DUTY, SheetPage.ROUND, reported.unit(), reported.bytes());

    site.clock().set(BEFORE);
    Page window = site.window();
    window.navigate(site.at(SheetPage.ROUND_PATH));
    assertThat(row(window, "金洞乡")).containsText("已报");
    assertThat(row(window, "龙潭乡")).containsText("填报中");
    assertThat(window.getByText("37", new Page.GetByTextOptions().setExact(true))).isVisible();

    site.clock().set(AFTER);
    window.reload();
    assertThat(row(window, "金洞乡")).containsText("已报");
    assertThat(row(window, "龙潭乡")).containsText("未报");
    assertThat(window.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("未报（37）")))
        .isVisible();
  }

  private static int submittedAt(String moment, Site site) throws IOException {
    SheetPage sheet = readyToSubmit(site);
    site.clock().set(moment);
    return sheet.submit().status();
  }

  /** Filled in and explained while there was time. */
  private static SheetPage readyToSubmit(Site site) throws IOException {
    SheetPage sheet = SheetPage.open(site).fillIn();
    sheet.submit();
    return sheet.fill(SheetPage.EXPLANATION, SheetPage.REASON);
  }

  private static Locator row(Page window, String unit) {
    return window
        .getByRole(AriaRole.ROW)
        .filter(
            new Locator.FilterOptions()
                .setHas(
                    window.getByRole(
                        AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName(unit))));
  }
}

package nuanbao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A clerk of 金洞乡 on the last afternoon of a round. */
@ExtendWith(Sites.class)
class FillingInTest {

  @Test
  void by_keyboard_alone_from_the_start_page_to_the_receipt(Site site) throws IOException {
    Page window = site.window();
    Keyboard keyboard = new Keyboard(window);
    window.navigate(site.at("/"));
    keyboard
        .follow(link(window, "利州区2021年今冬明春农民工服务保障"))
        .follow(link(window, "金洞乡"))
        .follow(link(window, "填报第 2 期"));

    SheetPage sheet = new SheetPage(site, window);
    SheetPage.sheet().typed().forEach((name, text) -> keyboard.type(sheet.field(name), text));
    keyboard.type(sheet.field(SheetPage.RETURNED), "600");
    Map<String, String> typed = sheet.typed();
    Response refusal = sheet.answer(() -> keyboard.tabTo(sheet.button()).press("Enter"));
    assertThat(refusal.status()).isEqualTo(422);
    assertThat(sheet.typed()).containsAllEntriesOf(typed);

    keyboard.type(sheet.field(SheetPage.RETURNED), "106");
    keyboard.type(sheet.field(SheetPage.EXPLANATION), SheetPage.REASON);
    site.clock().set("2021-12-02T17:59:59+08:00");
    Response receipt = sheet.answer(() -> keyboard.tabTo(sheet.button()).press("Enter"));
    assertThat(receipt.status()).isEqualTo(200);
    assertThat(heading(window, "已上报")).isVisible();
  }

  @Test
  void the_first_stop_skips_to_the_main_part(Site site) {
    Page window = site.window();
    window.navigate(site.at(SheetPage.CAMPAIGN_PATH));
    new Keyboard(window).press("Tab").press("Enter");
    assertThat(window.locator("main")).isFocused();
  }

  @Test
  void the_button_is_in_reach_without_scrolling_on_a_phone_too(Site site) {
    SheetPage sheet = SheetPage.open(site);
    assertThat(sheet.button()).isInViewport();
    site.window().setViewportSize(Look.Width.PHONE.pixels(), Look.Width.PHONE.height());
    assertThat(sheet.button()).isInViewport();
  }

  @Test
  void a_failing_check_is_told_beside_its_cell_and_the_summary_leads_there(Site site)
      throws IOException {
    SheetPage sheet = SheetPage.open(site).fillIn().fill(SheetPage.RETURNED, "600");
    assertThat(sheet.submit().status()).isEqualTo(422);
    Page window = site.window();
    assertThat(window).hasTitle("没有收下 · 走访慰问周报 金洞乡 · 暖报");
    Locator cell = sheet.field(SheetPage.RETURNED);
    assertThat(cell).hasAttribute("aria-invalid", "true");
    assertThat(cell)
        .hasAccessibleDescription(
            "错误 返乡农民工人数：审核关系不成立：返乡农民工人数 600 > 农民工总人数.省外务工 346 + 农民工总人数.省内务工 225 = 571（差 29）");
    Locator told = window.getByRole(AriaRole.ALERT).getByRole(AriaRole.LINK);
    told.filter(new Locator.FilterOptions().setHasText("返乡农民工人数 600")).click();
    assertThat(cell).isFocused();
    assertThat(cell).isInViewport();
  }

  @Test
  void an_unusual_figure_is_taken_once_it_is_explained(Site site) throws IOException {
    SheetPage sheet = SheetPage.open(site).fillIn();
    assertThat(sheet.field(SheetPage.EXPLANATION)).hasCount(0);
    assertThat(sheet.submit().status()).isEqualTo(422);
    sheet.fill(SheetPage.EXPLANATION, SheetPage.REASON);
    assertThat(sheet.submit().status()).isEqualTo(200);
    assertThat(site.window().getByRole(AriaRole.STATUS)).containsText("第 1 版");
  }

  @Test
  void what_was_accepted_is_there_when_the_page_is_opened_again(Site site) throws IOException {
    SheetPage sheet = SheetPage.open(site).fillIn();
    sheet.submit();
    sheet.fill(SheetPage.EXPLANATION, SheetPage.REASON).submit();

    SheetPage.open(site);
    Page window = site.window();
    assertThat(window.locator(".nb-now")).containsText("已报");
    assertThat(window.locator(".nb-now")).containsText("第 1 版，2021-12-02 17:00:00 收到");
    assertThat(sheet.field(SheetPage.RETURNED)).hasValue("106");
    assertThat(sheet.field(SheetPage.EXPLANATION)).hasValue(SheetPage.REASON);

    sheet.fill(SheetPage.RETURNED, "107");
    assertThat(sheet.submit().status()).isEqualTo(200);
    assertThat(window.getByRole(AriaRole.STATUS)).containsText("第 2 版");
  }

  @Test
  void full_width_digits_are_digits_and_words_are_told_where_a_number_belongs(Site site)
      throws IOException {
    SheetPage sheet = SheetPage.open(site).fillIn().fill(SheetPage.RETURNED, "１０６人");
    sheet.submit();
    assertThat(sheet.field(SheetPage.RETURNED)).hasValue("１０６人");
    assertThat(sheet.field(SheetPage.RETURNED)).hasAttribute("aria-invalid", "true");
    sheet.fill(SheetPage.RETURNED, "１０６").fill(SheetPage.EXPLANATION, SheetPage.REASON);
    assertThat(sheet.submit().status()).isEqualTo(200);
  }

  @Test
  void a_double_click_makes_one_version(Site site) throws IOException {
    SheetPage sheet = SheetPage.open(site).fillIn();
    sheet.submit();
    sheet.fill(SheetPage.EXPLANATION, SheetPage.REASON);
    sheet.answer(() -> sheet.button().dblclick());
    assertThat(heading(site.window(), "已上报")).isVisible();
    SheetPage.open(site);
    assertThat(site.window().locator(".nb-now")).containsText("第 1 版");
  }

  @Test
  void reloading_the_receipt_sends_the_same_sheet_and_makes_no_second_version(Site site)
      throws IOException {
    SheetPage sheet = SheetPage.open(site).fillIn();
    sheet.submit();
    sheet.fill(SheetPage.EXPLANATION, SheetPage.REASON).submit();
    long posts = site.posts();
    site.window().reload();
    assertThat(site.posts()).isEqualTo(posts + 1);
    assertThat(site.window().getByRole(AriaRole.STATUS)).containsText("第 1 版");
  }

  @Test
  void a_page_that_somebody_else_has_overtaken_is_refused_and_keeps_what_was_typed(Site site)
      throws IOException {
    SheetPage first = SheetPage.open(site);
    SheetPage second = SheetPage.open(site, site.newWindow());
    first.fillIn().submit();
    first.fill(SheetPage.EXPLANATION, SheetPage.REASON).submit();

    second.fillIn().fill(SheetPage.RETURNED, "108");
    Map<String, String> typed = second.typed();
    assertThat(second.submit().status()).isEqualTo(422);
    assertThat(second.window().getByRole(AriaRole.ALERT)).containsText("您改的是第 0 版，最新的是第 1 版");
    assertThat(second.typed()).containsAllEntriesOf(typed);

    Page latest = second.window().waitForPopup(() -> link(second.window(), "在新窗口打开第 1 版").click());
    assertThat(latest.locator(".nb-now")).containsText("第 1 版");
    assertThat(new SheetPage(site, latest).field(SheetPage.RETURNED)).hasValue("106");
  }

  private static Locator link(Page window, String name) {
    return window
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first();
  }

  private static Locator heading(Page window, String name) {
    return window.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
  }
}

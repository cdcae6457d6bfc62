package nuanbao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of row and field, with scripts and without, in the campaign {@code all-rows}. */
@ExtendWith(Sites.class)
class AllRowsTest {
  private static final String MOMENT = "2026-03-05T10:00:00+08:00";
  private static final String ROUND = "2026-03-06";

  static Stream<Named<Function<Site, Page>>> windows() {
    return Stream.of(
        Named.of("with scripts", Site::window),
        Named.of("without scripts", Site::windowWithoutScript));
  }

  @ParameterizedTest
  @MethodSource("windows")
  void entries_are_added_copied_and_removed_and_nothing_typed_is_lost(
      Function<Site, Page> windows, Site site) {
    Page window = open(site, windows.apply(site), "ledger");
    field(window, "填报人").fill("王敏");
    assertThat(window.getByText("没有的，直接上报即为零报告")).isVisible();
    button(window, "添加一条").click();
    assertThat(cards(window)).hasCount(1);
    Locator first = cards(window).first();
    first.getByLabel("地点").fill("板桥下");
    first.getByLabel("清出垃圾", new Locator.GetByLabelOptions().setExact(true)).fill("12.5");
    first.getByLabel("捞网").check();
    first.getByLabel("小船").check();
    button(window, "复制第1条").or(button(window, "复制新的一条")).click();
    assertThat(cards(window)).hasCount(2);
    Locator second = cards(window).nth(1);
    assertThat(second.getByLabel("地点")).hasValue("板桥下");
    assertThat(second.getByLabel("小船")).isChecked();
    second.getByLabel("地点").fill("水磨坊");
    button(window, "添加一条").click();
    assertThat(cards(window)).hasCount(3);
    assertThat(second.getByLabel("地点")).hasValue("水磨坊");
    cards(window).first().getByRole(AriaRole.BUTTON, named("删除第1条")).click();
    assertThat(cards(window)).hasCount(2);
    assertThat(cards(window).first().getByLabel("地点")).hasValue("水磨坊");
    assertThat(field(window, "填报人")).hasValue("王敏");
  }

  @ParameterizedTest
  @MethodSource("windows")
  void child_records_are_added_and_removed(Function<Site, Page> windows, Site site) {
    Page window = open(site, windows.apply(site), "ledger");
    button(window, "添加一条").click();
    button(window, "添加参加的人").click();
    window.getByLabel("姓名").fill("甲");
    button(window, "添加参加的人").click();
    assertThat(window.getByLabel("姓名")).hasCount(2);
    window.getByLabel("姓名").nth(1).fill("乙");
    button(window, "删除参加的人第1条").click();
    assertThat(window.getByLabel("姓名")).hasCount(1);
    assertThat(window.getByLabel("姓名")).hasValue("乙");
  }

  @Test
  void with_a_script_a_condition_shows_a_field_and_the_cursor_stays(Site site) {
    Page window = open(site, site.window(), "ledger");
    button(window, "添加一条").click();
    assertThat(window.getByLabel("其他情况")).hasCount(0);
    window.getByLabel("其他", exactly()).check();
    window.getByLabel("地点").focus();
    assertThat(window.getByLabel("其他情况")).isVisible();
    assertThat(window.getByLabel("地点")).isFocused();
    window.getByLabel("其他情况").fill("水色发红");
    window.getByLabel("正常").check();
    assertThat(window.getByLabel("其他情况")).hasCount(0);
    window.getByLabel("其他", exactly()).check();
    assertThat(window.getByLabel("其他情况")).hasValue("水色发红");
  }

  @Test
  void without_a_script_a_button_shows_what_a_condition_asks_for(Site site) {
    Page window = open(site, site.windowWithoutScript(), "ledger");
    button(window, "添加一条").click();
    window.getByLabel("其他", exactly()).check();
    button(window, "按已填的更新").click();
    assertThat(window.getByLabel("其他情况")).isVisible();
    window.getByLabel("其他情况").fill("水色发红");
    window.getByLabel("地点").fill("桥下");
    window.getByLabel("地点").press("Enter");
    assertThat(window.getByLabel("其他情况")).hasValue("水色发红");
    assertThat(window.getByLabel("地点")).hasValue("桥下");
    assertThat(window.locator(".nb-problems")).hasCount(0);
  }

  @Test
  void an_answer_narrows_the_choices_of_another(Site site) {
    Page window = open(site, site.window(), "ledger");
    button(window, "添加一条").click();
    Locator choices = window.getByLabel("段落").locator("option");
    assertThat(choices).hasCount(9);
    window.getByLabel("塘", exactly()).check();
    assertThat(choices).hasText(new String[] {"请选择", "东塘", "西塘"});
  }

  @Test
  void what_was_removed_can_be_brought_back(Site site) {
    Page window = open(site, site.window(), "ledger");
    button(window, "添加一条").click();
    window.getByLabel("地点").fill("桥下");
    button(window, "添加一条").click();
    assertThat(cards(window)).hasCount(2);
    button(window, "删除第1条").click();
    assertThat(cards(window)).hasCount(1);
    assertThat(button(window, "添加一条")).isFocused();
    button(window, "撤销").click();
    assertThat(cards(window)).hasCount(2);
    assertThat(window.getByLabel("地点").first()).hasValue("桥下");
  }

  @Test
  void an_entry_is_refused_with_every_mistake_beside_its_field_and_then_taken(Site site) {
    Page window = open(site, site.window(), "ledger");
    button(window, "添加一条").click();
    window.getByLabel("地点").fill("桥下");
    button(window, "添加参加的人").click();
    assertThat(window.getByLabel("姓名")).isFocused();
    window.getByLabel("姓名").fill("甲");
    Look.at(window, "all-rows-ledger-entry");
    button(window, "上报").click();
    assertThat(window).hasTitle("没有收下 · 巡河台账 上游镇 · 暖报");
    Look.at(window, "all-rows-ledger-refused");
    window
        .getByRole(AriaRole.ALERT)
        .getByRole(AriaRole.LINK)
        .filter(new Locator.FilterOptions().setHasText("巡查日期"))
        .click();
    assertThat(window.getByLabel("巡查日期")).isFocused();

    window.getByLabel("巡查日期").fill("2026-03-04");
    window.getByLabel("单位", exactly()).selectOption("板桥村");
    assertThat(window.getByRole(AriaRole.ALERT)).not().containsText("巡查日期");
    field(window, "填报人").fill("王敏");
    window.getByLabel("正常").check();
    window.getByLabel("河", exactly()).check();
    window.getByLabel("段落").selectOption("中段");
    window.getByLabel("捞网").check();
    window.getByLabel("小时数").fill("2.5");
    window.getByLabel("清出垃圾 不适用").check();
    window
        .getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("是").setExact(true))
        .check();
    button(window, "上报").click();
    assertThat(window.getByRole(AriaRole.STATUS).first()).containsText("第 1 版");

    open(site, window, "ledger");
    assertThat(window.getByLabel("段落")).hasValue("中段");
    assertThat(window.getByLabel("小时数")).hasValue("2.5");
    assertThat(window.getByLabel("清出垃圾 不适用")).isChecked();
    Look.at(window, "all-rows-ledger-reported");
    site.clock().set("2026-03-07T10:00:00+08:00");
    open(site, window, "ledger");
    assertThat(window.getByLabel("正常")).isDisabled();
    Look.at(window, "all-rows-ledger-closed");
  }

  @Test
  void a_fixed_table_adds_up_as_it_is_typed(Site site) {
    Page window = open(site, site.window(), "statistics");
    Keyboard keyboard = new Keyboard(window);
    Locator villagers = cell(window, "villagers", "plan");
    keyboard.type(villagers, "30");
    keyboard.type(cell(window, "students", "plan"), "12");
    keyboard.type(cell(window, "staff", "plan"), "5").press("Tab");
    assertThat(
            window.getByRole(AriaRole.ROW).filter(having(window, "参加人次")).locator("output").first())
        .hasText("47");
    Look.at(window, "all-rows-statistics");
    button(window, "上报").click();
    assertThat(window.getByRole(AriaRole.ALERT)).isVisible();
    Look.at(window, "all-rows-statistics-refused");
  }

  @Test
  void the_enter_key_hands_nothing_in(Site site) {
    Page window = open(site, site.window(), "statistics");
    cell(window, "villagers", "plan").fill("30");
    cell(window, "villagers", "plan").press("Enter");
    assertThat(window.locator("output").first()).hasText("30");
    assertThat(window.getByRole(AriaRole.ALERT)).hasCount(0);
    assertThat(cell(window, "villagers", "plan")).isFocused();
  }

  @Test
  void tasks_cases_and_records_fit_and_are_accessible(Site site) {
    Page window = open(site, site.window(), "tasks");
    window.getByLabel("是", exactly()).first().check();
    assertThat(window.getByLabel("进展", exactly())).isVisible();
    Look.at(window, "all-rows-tasks");

    open(site, window, "cases");
    Look.at(window, "all-rows-cases-empty");
    button(window, "添加一条").click();
    field(window, "新的一条 / 地点").fill("桥下");
    button(window, "添加一条").click();
    Look.at(window, "all-rows-cases");

    open(site, window, "summary");
    window.getByLabel("是", exactly()).first().check();
    assertThat(window.getByLabel("到会人数")).isVisible();
    window.getByLabel("工具", exactly()).fill("120.5");
    window.getByLabel("伙食", exactly()).fill("30");
    window.getByLabel("伙食", exactly()).press("Tab");
    assertThat(window.locator("output").first()).hasText("150.50");
    Look.at(window, "all-rows-summary");
    button(window, "上报").click();
    assertThat(window.getByRole(AriaRole.ALERT).first()).isVisible();
    Look.at(window, "all-rows-summary-refused");
  }

  @Test
  void a_server_that_does_not_answer_costs_nothing_that_was_typed(Site site) {
    Page window = open(site, site.window(), "ledger");
    field(window, "填报人").fill("王敏");
    window.route(
        "**/units/upper", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
    button(window, "添加一条").click();
    assertThat(window.locator(".nb-news")).containsText("现在连不上服务器");
    assertThat(field(window, "填报人")).hasValue("王敏");
    window.unroute("**/units/upper");
    button(window, "添加一条").click();
    assertThat(cards(window)).hasCount(1);
  }

  private static Page open(Site site, Page window, String duty) {
    if (site.clock().instant().toString().startsWith("2021")) site.clock().set(MOMENT);
    window.navigate(site.at("/c/all-rows/duties/%s/rounds/%s/units/upper".formatted(duty, ROUND)));
    return window;
  }

  private static Locator cards(Page window) {
    return window.locator(".nb-card");
  }

  private static Locator cell(Page window, String row, String column) {
    return window.locator("[name='statistics/rows/%s/%s']".formatted(row, column));
  }

  private static Locator field(Page window, String label) {
    return window.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  private static Locator button(Page window, String name) {
    return window.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator.FilterOptions having(Page window, String row) {
    return new Locator.FilterOptions()
        .setHas(
            window.getByRole(
                AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName(row).setExact(true)));
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }
}

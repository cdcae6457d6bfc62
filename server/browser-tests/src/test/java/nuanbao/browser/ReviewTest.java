package nuanbao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A recipient in front of what a township reported, in the campaign {@code all-rows}. */
@ExtendWith(Sites.class)
class ReviewTest {
  private static final String MOMENT = "2026-03-05T10:00:00+08:00";
  private static final String ROUND = "/all-rows/duties/statistics/rounds/2026-03-06";
  private static final String UPPER = ROUND + "/units/upper";

  static Stream<Named<Function<Site, Page>>> windows() {
    return Stream.of(
        Named.of("with scripts", Site::window),
        Named.of("without scripts", Site::windowWithoutScript));
  }

  /** More boats than people, more than twice the plan, and much waste: three severities. */
  private static byte[] sheet(int people, String explanation) {
    String row = "\"%s\":{\"plan\":%s,\"done\":{\"week\":%s}}";
    String rows =
        String.join(
            ",",
            row.formatted("villagers", 1, people),
            row.formatted("students", 0, 0),
            row.formatted("pupils", 0, 0),
            row.formatted("staff", 0, 0),
            row.formatted("boats", 9, 9),
            row.formatted("waste", 1, 4),
            row.formatted("length", 1, 1),
            "\"points\":{\"done\":{\"week\":0}}");
    return "{\"forms\":{\"statistics\":{\"rows\":{%s},\"explanations\":{%s}}}}"
        .formatted(rows, explanation)
        .getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("windows")
  void what_fails_is_waived_in_writing_and_then_the_sheet_is_accepted(
      Function<Site, Page> windows, Site site) {
    site.clock().set(MOMENT);
    site.handIn(UPPER, sheet(3, "\"done-at-most-twice-plan\":\"邻村来帮忙，人多\""));
    Page window = windows.apply(site);
    window.navigate(site.at("/c" + ROUND));
    window.getByRole(AriaRole.LINK, named("审核上游镇")).click();
    assertThat(heading(window, "准强制性（1）")).isVisible();
    assertThat(heading(window, "核实性（1）")).isVisible();
    assertThat(heading(window, "提示性（1）")).isVisible();
    assertThat(window.getByText("邻村来帮忙，人多")).isVisible();
    assertThat(window.getByText("还有 1 条审核关系待豁免")).isVisible();

    button(window, "验收第 1 版").click();
    assertThat(window).hasTitle("没有验收 · 审核 清洁情况周报 上游镇 · 暖报");
    assertThat(window.getByRole(AriaRole.ALERT)).containsText("出动船只 / 完成情况.本周：出动的船比参加的人还多");

    reason(window).fill("无人船不用");
    button(window, "豁免 出动的船比参加的人还多").click();
    assertThat(window.getByRole(AriaRole.ALERT)).containsText("豁免的理由要写 6 至 2000 个字，现在是 5 个字");
    assertThat(reason(window)).hasValue("无人船不用");
    reason(window).fill("新买的无人船，不用人");
    button(window, "豁免 出动的船比参加的人还多").click();
    assertThat(window.getByRole(AriaRole.ALERT)).hasCount(0);
    assertThat(heading(window, "已豁免的审核关系（1）")).isVisible();

    site.clock().set("2026-03-05T10:05:00+08:00");
    button(window, "验收第 1 版").click();
    assertThat(window.locator(".nb-now")).containsText("已验收");
    assertThat(window.locator(".nb-now")).containsText("于 2026-03-05 10:05:00 验收");
    assertThat(button(window, "验收第 1 版")).hasCount(0);
    window.navigate(site.at("/c" + ROUND));
    assertThat(window.getByRole(AriaRole.ROW).filter(having(window, "上游镇")))
        .containsText("2026-03-05 10:05:00");
  }

  @Test
  void a_rule_that_blocks_is_waived_before_the_sheet_comes_in(Site site) {
    site.clock().set(MOMENT);
    Page window = site.window();
    window.navigate(site.at("/c" + UPPER + "/review"));
    assertThat(window.getByText("还没有上报。")).isVisible();
    window.getByText("豁免别的审核关系").click();
    window.getByLabel("审核关系", exactly()).selectOption("statistics/pupils-of-which");
    reason(window).fill("短");
    button(window, "豁免").click();
    assertThat(window.getByLabel("审核关系", exactly())).hasValue("statistics/pupils-of-which");
    Look.at(window, "review-before-refused");
    reason(window).fill("外校的小学生也来了");
    button(window, "豁免").click();
    Look.at(window, "review-before");

    window.navigate(site.at("/c" + UPPER));
    assertThat(heading(window, "已豁免的审核关系（1）")).isVisible();
    String[] rows = {"villagers", "students", "pupils", "staff", "boats", "waste", "length"};
    for (String row : rows) {
      cell(window, row, "plan").fill("1");
      cell(window, row, "done.week").fill(row.equals("pupils") ? "2" : "1");
    }
    cell(window, "points", "done.week").fill("0");
    window.locator("#bar").getByRole(AriaRole.BUTTON).click();
    assertThat(window.getByRole(AriaRole.STATUS).first()).containsText("第 1 版");
    assertThat(window.getByText("已豁免：外校的小学生也来了")).isVisible();
    window.navigate(site.at("/c" + UPPER));
    Look.at(window, "form-waived");
  }

  @Test
  void pages_of_a_review_fit_and_are_accessible(Site site) {
    site.clock().set(MOMENT);
    site.handIn(UPPER, sheet(3, "\"done-at-most-twice-plan\":\"邻村来帮忙，人多\""));
    Page window = site.window();
    window.navigate(site.at("/c" + UPPER + "/review"));
    Look.at(window, "review");
    button(window, "验收第 1 版").click();
    Look.at(window, "review-refused");
    reason(window).fill("短");
    button(window, "豁免 出动的船比参加的人还多").click();
    Look.at(window, "review-reason-refused");
    reason(window).fill("新买的无人船，由岸上的人遥控，不用人上船；县里已经看过。");
    button(window, "豁免 出动的船比参加的人还多").click();
    Look.at(window, "review-waived");
    button(window, "验收第 1 版").click();
    Look.at(window, "review-accepted");
    window.navigate(site.at("/c" + ROUND));
    Look.at(window, "round-accepted");
    window.navigate(site.at("/c" + UPPER));
    Look.at(window, "form-accepted");
    window.navigate(site.at("/c/all-rows/units/upper"));
    Look.at(window, "unit-accepted");
  }

  private static Locator reason(Page window) {
    return window.locator("textarea:visible[name=reason]");
  }

  private static Locator cell(Page window, String row, String column) {
    return window.locator("[name='statistics/rows/%s/%s']".formatted(row, column));
  }

  private static Locator heading(Page window, String name) {
    return window.getByRole(AriaRole.HEADING, named(name));
  }

  private static Locator button(Page window, String name) {
    return window.getByRole(AriaRole.BUTTON, named(name));
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator.FilterOptions having(Page window, String row) {
    return new Locator.FilterOptions().setHas(window.getByRole(AriaRole.ROWHEADER, named(row)));
  }
}

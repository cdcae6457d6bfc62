package nuanbao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Addresses that name nothing. */
@ExtendWith(Sites.class)
class AddressesTest {
  private static final String ROUNDS = SheetPage.CAMPAIGN_PATH + "/duties/visits/rounds/";

  @ParameterizedTest
  @MethodSource
  void an_address_that_names_nothing_says_so_and_leads_back(String path, String told, Site site) {
    Page window = site.window();
    Response answer = window.navigate(site.at(path));
    assertThat(answer.status()).isEqualTo(404);
    assertThat(window.getByRole(AriaRole.HEADING)).hasText("没有这一页");
    assertThat(window.locator("main")).containsText(told);
    window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("回到活动")).click();
    assertThat(window.getByRole(AriaRole.HEADING)).hasText("活动");
  }

  static Stream<Arguments> an_address_that_names_nothing_says_so_and_leads_back() {
    return Stream.of(
        argumentSet("no such page", "/nowhere", "没有 /nowhere 这个地址"),
        argumentSet("no such campaign", "/c/nowhere", "没有叫“nowhere”的活动"),
        argumentSet("no such unit", SheetPage.CAMPAIGN_PATH + "/units/nobody", "“nobody”"),
        argumentSet("no such round", ROUNDS + "2021-12-03", "2021-12-03"),
        argumentSet("a day that is none", ROUNDS + "2021-02-30", "2021-02-30"),
        argumentSet(
            "a unit that does not report", SheetPage.ROUND_PATH + "/units/510802201001", "白龙湖社区"),
        argumentSet("no such form", SheetPage.ROUND_PATH + "/figures/nothing", "“nothing”"));
  }
}

package nuanbao.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The page of a township's sheet: 金洞乡, second round of the visits in 利州. */
record SheetPage(Site site, Page window) {
  static final String DUTY = "visits";
  static final String ROUND = "2021-12-02";
  static final String UNIT = "510802201";

  static final String CAMPAIGN_PATH = "/c/lizhou-2021";
  static final String ROUND_PATH = CAMPAIGN_PATH + "/duties/" + DUTY + "/rounds/" + ROUND;
  static final String UNIT_PATH = CAMPAIGN_PATH + "/units/" + UNIT;
  static final String PATH = ROUND_PATH + "/units/" + UNIT;

  /** The name of the field in which one village's returned workers are typed. */
  static final String RETURNED = "visits/rows/510802201001/returned";

  static final String EXPLANATION = "visits/explanations/visited-at-most-returned";

  /** What the township explains in the case: its own staff visited whom the villages count. */
  static final String REASON = "本级走访的返乡农民工在各村统计";

  /** All fields in one go; the story of the keyboard types them one by one. */
  private static final String FILL =
      """
      texts => Object.entries(texts).forEach(
        ([name, text]) => { document.querySelector(`[name="${name}"]`).value = text; })
      """;

  private static final String NAMES_AND_TEXTS = "all => all.map(one => [one.name, one.value])";

  static SheetPage open(Site site, Page window) {
    window.navigate(site.at(PATH));
    return new SheetPage(site, window);
  }

  static SheetPage open(Site site) {
    return open(site, site.window());
  }

  static CaseSheet sheet() {
    return CaseSheet.of(DUTY, ROUND, UNIT);
  }

  Locator field(String name) {
    return window.locator("[name='" + name + "']");
  }

  /** Fills in the sheet of the case, all but the explanation, which nobody has asked for yet. */
  SheetPage fillIn() throws IOException {
    window.evaluate(FILL, sheet().typed());
    return this;
  }

  SheetPage fill(String name, String text) {
    field(name).fill(text);
    return this;
  }

  Locator button() {
    return window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("上报"));
  }

  /** Presses 上报; what comes back is the answer, when the page of it stands. */
  Response submit() {
    return answer(() -> button().click());
  }

  /** The answer to a post that an action causes; the page it brings has the same address. */
  Response answer(Runnable action) {
    AtomicBoolean loaded = new AtomicBoolean();
    Consumer<Page> onLoad = page -> loaded.set(true);
    window.onLoad(onLoad);
    Response answer =
        window.waitForResponse(response -> response.request().method().equals("POST"), action);
    window.waitForCondition(loaded::get);
    window.offLoad(onLoad);
    return answer;
  }

  /** What stands in the fields now, by name. */
  Map<String, String> typed() {
    Map<String, String> typed = new LinkedHashMap<>();
    List<?> fields = (List<?>) window.locator("form [name*='/']").evaluateAll(NAMES_AND_TEXTS);
    for (Object field : fields) {
      List<?> pair = (List<?>) field;
      typed.put((String) pair.get(0), (String) pair.get(1));
    }
    return typed;
  }
}

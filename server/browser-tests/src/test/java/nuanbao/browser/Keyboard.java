package nuanbao.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who has no mouse. */
record Keyboard(Page window) {
  /** More stops than any page has between two that belong together. */
  private static final int MOST_STOPS = 200;

  /** Presses Tab until the focus has come to a place. */
  Keyboard tabTo(Locator place) {
    for (int stop = 0; stop < MOST_STOPS; stop++) {
      if (hasFocus(place)) return this;
      press("Tab");
    }
    throw new AssertionError("Tab does not come to " + place);
  }

  Keyboard press(String key) {
    window.keyboard().press(key);
    return this;
  }

  /** Types over what stands in a field. */
  Keyboard type(Locator field, String text) {
    tabTo(field).press("ControlOrMeta+a").press("Delete");
    window.keyboard().type(text);
    return this;
  }

  /** Comes to a link and follows it. */
  Keyboard follow(Locator link) {
    String here = window.url();
    tabTo(link).press("Enter");
    window.waitForURL(url -> !url.equals(here));
    return this;
  }

  static boolean hasFocus(Locator place) {
    return (boolean) place.evaluate("element => element === document.activeElement");
  }
}

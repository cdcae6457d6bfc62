package nuanbao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A look at a page on a desk and on a phone: it fits, axe finds nothing, and a picture is kept in
 * {@code target/pictures}.
 */
final class Look {
  private static final Path PICTURES = Path.of("target/pictures");
  private static final String AXE = axe();

  /** On a picture of a whole page, what sticks to the foot of the window would hide the middle. */
  private static final String LAY_FLAT =
      """
      flat => document.querySelectorAll('.nb-bar').forEach(
        bar => { bar.style.position = flat ? 'static' : ''; })
      """;

  /** What WCAG 2.2 A and AA ask, and what axe's authors think good besides. */
  private static final String VIOLATIONS =
      """
      async () => {
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const found = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
        return found.violations.map(one =>
          one.id + ': ' + one.help + one.nodes.map(node => '\\n  ' + node.html).join(''));
      }
      """;

  /** The widths every page has to serve. */
  enum Width {
    DESKTOP(1280, 900),
    PHONE(360, 800);

    private final int pixels;
    private final int height;

    Width(int pixels, int height) {
      this.pixels = pixels;
      this.height = height;
    }

    int pixels() {
      return pixels;
    }

    int height() {
      return height;
    }
  }

  private Look() {}

  /** Looks at both widths and leaves the window as wide as a desk's. */
  static void at(Page page, String name) {
    at(page, name, Width.PHONE);
    at(page, name, Width.DESKTOP);
  }

  /**
   * On a picture of the whole page, what sticks to the bottom of a window would hide the middle.
   */
  private static void at(Page page, String name, Width width) {
    page.setViewportSize(width.pixels(), width.height());
    String seen = name + "-" + width.pixels();
    page.evaluate(LAY_FLAT, true);
    page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(seen + ".png")).setFullPage(true));
    page.evaluate(LAY_FLAT, false);
    Object sideways =
        page.evaluate("() => document.scrollingElement.scrollWidth - window.innerWidth");
    assertThat(((Number) sideways).intValue()).as("%s scrolls sideways", seen).isNotPositive();
    page.evaluate(AXE);
    assertThat((List<?>) page.evaluate(VIOLATIONS)).as("axe on %s", seen).isEmpty();
  }

  private static String axe() {
    try (InputStream in = Look.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) throw new IllegalStateException("axe.min.js is not on the class path");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

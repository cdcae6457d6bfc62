package nuanbao.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** The browser that all tests share; it goes when the last of them has run. */
final class Chromium implements AutoCloseable {
  private static final Path EXECUTABLE =
      Path.of(System.getProperty("nuanbao.chromium", "/usr/bin/chromium"));

  /** Without a sandbox, since builds run as root in containers; and it calls nobody by itself. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(new LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(ARGUMENTS));

  static Chromium of(ExtensionContext test) {
    return test.getRoot()
        .getStore(Namespace.GLOBAL)
        .computeIfAbsent(Chromium.class, absent -> new Chromium(), Chromium.class);
  }

  /** Windows with no past and no cookies, in the clerk's language and time. */
  BrowserContext newContext() {
    return browser.newContext(options());
  }

  /** The same where somebody has turned scripts off. */
  BrowserContext newContextWithoutScript() {
    return browser.newContext(options().setJavaScriptEnabled(false));
  }

  private static Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setLocale("zh-CN")
        .setTimezoneId("Asia/Shanghai")
        .setViewportSize(Look.Width.DESKTOP.pixels(), Look.Width.DESKTOP.height());
  }

  @Override
  public void close() {
    playwright.close();
  }
}

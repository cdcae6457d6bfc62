package nuanbao.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import nuanbao.server.ServerProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A clock that was set has to be seen on every page. */
@ExtendWith(Sites.class)
class ClockBannerTest {
  @TempDir private Path data;

  @Test
  void a_server_started_at_a_moment_of_its_own_says_so(Site site) throws IOException {
    Instant evening = Instant.parse("2021-12-02T09:00:00Z");
    ServerProcess process = new ServerProcess(Site.CAMPAIGNS, data, 0, Optional.of(evening));
    try (EmbeddedServer server = process.start()) {
      Page window = site.window();
      for (String path : new String[] {"/", SheetPage.PATH, SheetPage.ROUND_PATH, "/c/nowhere"}) {
        window.navigate(server.getURI() + path);
        assertThat(window.locator(".nb-clock"))
            .hasText(Pattern.compile("演示时钟 2021年12月2日 17:0\\d:\\d\\d"));
      }
      window.navigate(server.getURI() + "/");
      Look.at(window, "clock");
    }
  }

  @Test
  void a_server_with_the_real_time_shows_no_clock(Site site) {
    site.window().navigate(site.at("/"));
    assertThat(site.window().locator(".nb-clock")).hasCount(0);
  }
}

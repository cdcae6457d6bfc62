package nuanbao.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.server.ServerProcess;

/**
 * A server over the campaigns of the project with an empty database, a clock that the test sets,
 * and a browser that writes down whatever it asks for and complains of.
 */
final class Site implements AutoCloseable {
  static final Path CAMPAIGNS = Path.of("../../campaigns");

  /** An hour before the second round of {@code lizhou-2021} closes. */
  private static final String OPENING = "2021-12-02T17:00:00+08:00";

  private static final double PATIENCE_MILLIS = 15_000;

  private final StandingClock clock = new StandingClock(OPENING);
  private final List<Request> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private final Path data;
  private final EmbeddedServer server;
  private final Chromium chromium;
  private final BrowserContext context;
  private final List<BrowserContext> others = new ArrayList<>();
  private final Page window;

  private Site(Path data, Chromium chromium) throws IOException {
    this.data = data;
    this.server = new ServerProcess(CAMPAIGNS, data, 0, Optional.empty()).start(clock);
    this.chromium = chromium;
    this.context = chromium.newContext();
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.onRequest(requests::add);
    context.onConsoleMessage(this::note);
    context.onWebError(error -> complaints.add(error.error()));
    this.window = context.newPage();
  }

  static Site open(Chromium chromium) throws IOException {
    return new Site(Files.createTempDirectory("nuanbao-browser"), chromium);
  }

  /** A refusal is answered with 4xx, which the console calls an error; tests ask for the status. */
  private void note(ConsoleMessage message) {
    boolean isRefusal = message.text().startsWith("Failed to load resource") && isPage(message);
    if (!message.type().equals("log") && !isRefusal) {
      complaints.add(message.type() + ": " + message.text());
    }
  }

  private static boolean isPage(ConsoleMessage message) {
    return message.location().startsWith(message.page().url());
  }

  StandingClock clock() {
    return clock;
  }

  /** The first window. */
  Page window() {
    return window;
  }

  /** Another window of the same browser. */
  Page newWindow() {
    return context.newPage();
  }

  /** A window of another browser, in which no script runs. */
  Page windowWithoutScript() {
    BrowserContext bare = chromium.newContextWithoutScript();
    others.add(bare);
    bare.setDefaultTimeout(PATIENCE_MILLIS);
    bare.onRequest(requests::add);
    return bare.newPage();
  }

  /** The address of a path that begins with a slash. */
  String at(String path) {
    return server.getURI() + path;
  }

  /** Hands a unit's sheet in past the pages, as a program would. */
  void handIn(String duty, String round, String unit, byte[] sheet) {
    String path = "/lizhou-2021/duties/%s/rounds/%s/units/%s".formatted(duty, round, unit);
    handIn(path, sheet);
  }

  /** The same for any campaign, by the path behind that of all campaigns. */
  void handIn(String path, byte[] sheet) {
    APIResponse answer =
        context
            .request()
            .post(
                at("/api/campaigns" + path),
                RequestOptions.create()
                    .setHeader("Content-Type", "application/json")
                    .setData(sheet));
    assertThat(answer.status()).as(answer::text).isEqualTo(201);
  }

  /** How many times a form was posted. */
  long posts() {
    return requests.stream().filter(request -> request.method().equals("POST")).count();
  }

  /** Nothing went out but to this machine, and the browser had nothing to complain of. */
  void requireQuiet() {
    assertThat(requests)
        .extracting(request -> URI.create(request.url()).getHost())
        .containsOnly("127.0.0.1");
    assertThat(complaints).isEmpty();
  }

  @Override
  public void close() throws IOException {
    others.forEach(BrowserContext::close);
    context.close();
    server.stop();
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(Site::delete);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

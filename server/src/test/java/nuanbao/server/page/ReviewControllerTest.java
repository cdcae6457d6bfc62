package nuanbao.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import nuanbao.server.ServerProcess;
import nuanbao.server.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a reviewer, over a real connection and without any script. */
class ReviewControllerTest {
  private static final String EAST = "example-small/duties/visits/rounds/2022-01-18/units/east";
  private static final String REVIEW = "/c/" + EAST + "/review";
  private static final String CHECK = "check=table/visited-at-most-home";
  private static final String SHEET =
      """
      {"forms":{"table":{"rows":{"willow":
        {"home":{"people":30,"visited":10},"away":{"homes":4,"visited":2},"amount":0.5}}}}}
      """;

  @TempDir private Path data;
  private final SetClock clock = new SetClock("2022-01-18T02:00:00Z");
  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<EmbeddedServer> server = Optional.empty();

  @BeforeEach
  void start() throws IOException {
    Path campaign = Path.of("../campaigns/example-small");
    server = Optional.of(new ServerProcess(campaign, data, 0, Optional.empty()).start(clock));
  }

  @AfterEach
  void stop() {
    server.ifPresent(EmbeddedServer::stop);
  }

  private HttpRequest.Builder request(String path) {
    URI address = server.orElseThrow().getURI();
    return HttpRequest.newBuilder(address.resolve(path));
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request(path).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest sent =
        request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)).build();
    return client.send(sent, BodyHandlers.ofString());
  }

  /** Posts what a button asks for as a browser does. */
  private HttpResponse<String> press(String fields) throws IOException, InterruptedException {
    return post(REVIEW, "application/x-www-form-urlencoded", fields);
  }

  private HttpResponse<String> waive(String reason) throws IOException, InterruptedException {
    String written = URLEncoder.encode(reason, StandardCharsets.UTF_8);
    return press("do=waive&" + CHECK + "&reason=" + written);
  }

  private void handIn() throws IOException, InterruptedException {
    assertThat(post("/api/campaigns/" + EAST, "application/json", SHEET).statusCode())
        .isEqualTo(201);
  }

  @Test
  void the_page_of_the_round_leads_to_the_review_of_every_unit() throws Exception {
    assertThat(get("/c/example-small/duties/visits/rounds/2022-01-18"))
        .contains("href=\"" + REVIEW + "\"", "units/west/review");
  }

  @Test
  void what_was_decided_leads_back_to_the_page() throws Exception {
    handIn();
    HttpResponse<String> waived = waive("走访的人数含外来工");
    assertThat(waived.statusCode()).isEqualTo(303);
    assertThat(waived.headers().firstValue("Location")).contains(REVIEW);
    assertThat(get(REVIEW)).contains("已豁免的审核关系（1）", "走访的人数含外来工");
    assertThat(get("/c/" + EAST)).contains("已豁免的审核关系（1）", "走访的人数含外来工");
    clock.set("2022-01-20T02:00:00Z");
    assertThat(press("do=accept&version=1").statusCode()).isEqualTo(303);
    assertThat(get(REVIEW)).contains("于 2022-01-20 10:00:00 验收").doesNotContain("验收第 1 版");
    assertThat(get("/c/" + EAST)).contains("已验收", "于 2022-01-20 10:00:00 验收");
    assertThat(get("/c/example-small/units/east")).contains("已验收");
  }

  @Test
  void a_refused_reason_stays_in_its_field() throws Exception {
    HttpResponse<String> refused = waive("<短>");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("没有豁免", "现在是 3 个字", "aria-invalid=\"true\"", "&lt;短&gt;")
        .doesNotContain("<短>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "do=accept",
        "do=accept&version=1",
        "do=accept&version=99999999999999999999",
        "do=accept&version=x",
        "do=waive",
        "do=waive&check=table&reason=123456",
        "do=waive&check=//&reason=123456",
        "do=other",
        "%"
      })
  void whatever_else_is_posted_is_refused_and_nothing_is_kept(String fields) throws Exception {
    HttpResponse<String> refused = press(fields);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("role=\"alert\"");
    assertThat(get(REVIEW)).doesNotContain("已豁免的审核关系", "已验收");
  }
}

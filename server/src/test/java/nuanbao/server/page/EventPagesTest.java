package nuanbao.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import nuanbao.server.ServerProcess;
import nuanbao.server.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of a campaign in which reports come as things happen, over a real connection. */
class EventPagesTest {
  private static final String UNIT = "/c/rhythms/units/e1";
  private static final String ROUND =
      "/c/rhythms/duties/incidents/rounds/2026-02-23T0930.first/units/e1";

  @TempDir private Path data;
  private final SetClock clock = new SetClock("2026-02-24T02:00:00Z");
  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<EmbeddedServer> server = Optional.empty();

  @BeforeEach
  void start() throws IOException {
    Path campaign = Path.of("../engine/src/test/resources/nuanbao/rhythms");
    server = Optional.of(new ServerProcess(campaign, data, 0, Optional.empty()).start(clock));
  }

  @AfterEach
  void stop() {
    server.ifPresent(EmbeddedServer::stop);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.orElseThrow().getURI().resolve(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private String get(String path) throws IOException, InterruptedException {
    return send(request(path)).body();
  }

  private int post(String path, String json) throws IOException, InterruptedException {
    return send(request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json)))
        .statusCode();
  }

  @Test
  void opens_the_form_for_the_moment_that_somebody_names()
      throws IOException, InterruptedException {
    String asked = "/c/rhythms/duties/incidents/units/e1/event?at=2026-02-23T09:30";
    HttpResponse<String> answer = send(request(asked));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location")).hasValue(ROUND);
    assertThat(get(ROUND)).contains("2月23日 09:30“首报”").contains("上报</button>");
    assertThat(send(request(asked.replace("2026-02-23", "2025-12-31"))).statusCode())
        .isEqualTo(404);
    assertThat(send(request(asked.replace("2026-02-23", "yesterday"))).statusCode()).isEqualTo(404);
  }

  @Test
  void shows_what_is_still_to_be_reported_on_a_case() throws IOException, InterruptedException {
    String sent = "{\"forms\":{\"incident\":{\"row\":{\"what\":\"塌方\",\"people\":12}}}}";
    assertThat(post(ROUND.replace("/c/", "/api/campaigns/"), sent)).isEqualTo(201);
    assertThat(get(UNIT))
        .contains("已报（迟报）")
        .contains("2026-02-23T0930.follow")
        .contains("2026-02-23T0930.final")
        .doesNotContain("follow-2");
    assertThat(get("/c/rhythms")).contains("2月23日 09:30“首报”");
    assertThat(get("/api/campaigns/rhythms/duties/incidents/cases")).contains("\"closed\":false");
  }

  @Test
  void asks_for_a_report_on_what_was_not_done() throws IOException, InterruptedException {
    String sent =
        """
        {"forms":{"classes":{"rows":[
          {"id":"a","unit":"e1","school":"甲校","assigned":"2026-01-10"}]}}}
        """;
    String classes = "/api/campaigns/rhythms/duties/classes/rounds/2026-02-27/units/e1";
    assertThat(post(classes, sent)).isEqualTo(201);
    assertThat(get("/c/rhythms/units/east")).contains("到时候没有填").contains("2026-01-10 起");
    assertThat(get("/api/campaigns/rhythms/duties/notBegun/absences"))
        .contains("\"round\":\"2026-02-11T0000\"");
  }

  @Test
  void names_recipients_signatures_and_the_sheets_from_below()
      throws IOException, InterruptedException {
    assertThat(get("/c/rhythms/duties/progress/rounds/2026-01-16/units/east"))
        .contains("市园林局建设科（书面，电话 0830-0000000")
        .contains("上报前签字：填表人、分管负责人")
        .contains("还缺 2 份")
        .doesNotContain("东三街道");
  }

  @Test
  void lists_only_what_is_near_where_there_is_no_end() throws IOException, InterruptedException {
    assertThat(get("/c/rhythms")).contains("第 8 期").doesNotContain("第 400 期").contains("只列最近的");
  }
}

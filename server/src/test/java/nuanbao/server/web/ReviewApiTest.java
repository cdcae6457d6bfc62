package nuanbao.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nuanbao.server.ServerProcess;
import nuanbao.server.SetClock;
import nuanbao.server.security.ActingPerson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waivers and acceptance as another system meets them, over a real connection. */
class ReviewApiTest {
  private static final String ROUND = "/api/campaigns/all-rows/duties/statistics/rounds/2026-03-06";
  private static final String UPPER = ROUND + "/units/upper";
  private static final String EXCUSE =
      "{\"form\":\"statistics\",\"check\":\"crew-on-every-boat\",\"reason\":\"%s\"}";
  private static final String REASON = "无人船，不用人";
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir private Path data;
  private final SetClock clock = new SetClock("2026-03-05T02:00:00Z");
  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<EmbeddedServer> server = Optional.empty();

  @BeforeEach
  void start() throws IOException {
    Path campaign = Path.of("../campaigns/all-rows");
    server = Optional.of(new ServerProcess(campaign, data, 0, Optional.empty()).start(clock));
  }

  @AfterEach
  void stop() {
    server.ifPresent(EmbeddedServer::stop);
  }

  /** Two people out, pupils among the students, and so many boats. */
  private static String sheet(int basedOn, int boats, int pupils) {
    String row = "\"%s\":{\"plan\":%s,\"done\":{\"week\":%s}}";
    String rows =
        String.join(
            ",",
            row.formatted("villagers", 1, 1),
            row.formatted("students", 1, 1),
            row.formatted("pupils", 1, pupils),
            row.formatted("staff", 0, 0),
            row.formatted("boats", 1, boats),
            row.formatted("waste", 1, 1),
            row.formatted("length", 1, 1),
            "\"points\":{\"done\":{\"week\":0}}");
    return "{\"basedOn\":%d,\"forms\":{\"statistics\":{\"rows\":{%s}}}}".formatted(basedOn, rows);
  }

  private URI uri(String path) {
    return server.orElseThrow().getURI().resolve(path);
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    return MAPPER.readTree(answer.body());
  }

  private HttpResponse<String> post(String path, String json, String person)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    if (!person.isEmpty()) {
      request.header(ActingPerson.HEADER, URLEncoder.encode(person, StandardCharsets.UTF_8));
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> submit(String json) throws IOException, InterruptedException {
    return post(UPPER, json, "");
  }

  private HttpResponse<String> waive(String reason) throws IOException, InterruptedException {
    return post(UPPER + "/waivers", EXCUSE.formatted(reason), "王敏");
  }

  private HttpResponse<String> accept(int version) throws IOException, InterruptedException {
    return post(UPPER + "/acceptance", "{\"version\":" + version + "}", "王敏");
  }

  private static String codes(HttpResponse<String> answer) throws IOException {
    JsonNode problems = MAPPER.readTree(answer.body()).path("problems");
    return String.join(" ", problems.findValuesAsText("code"));
  }

  @Test
  void is_accepted_once_what_fails_was_waived() throws Exception {
    HttpResponse<String> taken = submit(sheet(0, 3, 1));
    assertThat(taken.statusCode()).isEqualTo(201);
    assertThat(codes(taken)).isEqualTo("check-needs-excuse");

    HttpResponse<String> refused = accept(1);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(codes(refused)).isEqualTo("acceptance-needs-excuse");
    assertThat(MAPPER.readTree(refused.body()).at("/problems/0/cell/rowTitle").asText())
        .isEqualTo("出动船只");

    clock.set("2026-03-10T02:00:00Z");
    HttpResponse<String> waived = waive(REASON);
    assertThat(waived.statusCode()).isEqualTo(201);
    assertThat(MAPPER.readTree(waived.body()))
        .isEqualTo(
            MAPPER.readTree(
                """
                { "form": "statistics", "check": "crew-on-every-boat", "reason": "无人船，不用人",
                  "by": "王敏", "at": "2026-03-10T02:00:00Z" }
                """));
    assertThat(get(UPPER + "/waivers").get(0)).isEqualTo(MAPPER.readTree(waived.body()));

    clock.set("2026-03-10T02:00:01Z");
    HttpResponse<String> accepted = accept(1);
    assertThat(accepted.statusCode()).isEqualTo(201);
    assertThat(codes(accepted)).isEqualTo("check-waived");
    assertThat(MAPPER.readTree(accepted.body()).path("version").asInt()).isEqualTo(1);
    for (JsonNode standing : List.of(get(UPPER), get(ROUND).at("/reporters/0"))) {
      assertThat(standing.path("accepted").asBoolean()).isTrue();
      assertThat(standing.path("acceptedBy").asText()).isEqualTo("王敏");
      assertThat(standing.path("acceptedAt").asText()).isEqualTo("2026-03-10T02:00:01Z");
    }
    assertThat(get(ROUND).at("/reporters/1/accepted").asBoolean()).isFalse();
  }

  @Test
  void a_waived_rule_that_blocks_lets_the_sheet_in() throws Exception {
    assertThat(codes(submit(sheet(0, 1, 2)))).isEqualTo("check-failed");
    String excuse =
        "{\"form\":\"statistics\",\"check\":\"pupils-of-which\",\"reason\":\"外校小学生也来了\"}";
    assertThat(post(UPPER + "/waivers", excuse, "").statusCode()).isEqualTo(201);
    HttpResponse<String> taken = submit(sheet(0, 1, 2));
    assertThat(taken.statusCode()).isEqualTo(201);
    assertThat(taken.body()).contains("check-waived", ActingPerson.NAMELESS + "已豁免：外校小学生也来了");
  }

  @Test
  void a_version_after_the_accepted_one_is_not_accepted() throws Exception {
    submit(sheet(0, 1, 1));
    assertThat(accept(1).statusCode()).isEqualTo(201);
    submit(sheet(1, 2, 1));
    assertThat(get(UPPER).path("accepted").asBoolean()).isFalse();
    assertThat(get(UPPER).has("acceptedBy")).isFalse();
  }

  @Test
  void conflicts_say_so() throws Exception {
    assertThat(accept(1).statusCode()).isEqualTo(409);
    submit(sheet(0, 1, 1));
    assertThat(accept(2).statusCode()).isEqualTo(409);
    assertThat(codes(accept(2))).isEqualTo("acceptance-outdated");
    accept(1);
    HttpResponse<String> other = post(UPPER + "/acceptance", "{\"version\":1}", "李强");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(codes(other)).isEqualTo("accepted-already");
    waive(REASON);
    assertThat(waive("另外一个理由，也够长").statusCode()).isEqualTo(409);
    assertThat(codes(waive("另外一个理由，也够长"))).isEqualTo("waived-already");
  }

  @Test
  void answers_a_replay_as_before() throws Exception {
    submit(sheet(0, 3, 1));
    HttpResponse<String> waived = waive(REASON);
    clock.set("2026-03-20T02:00:00Z");
    assertThat(waive(REASON).body()).isEqualTo(waived.body());
    assertThat(get(UPPER + "/waivers")).hasSize(1);
    String first = MAPPER.readTree(accept(1).body()).path("at").asText();
    clock.set("2026-03-21T02:00:00Z");
    HttpResponse<String> again = accept(1);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(MAPPER.readTree(again.body()).path("at").asText()).isEqualTo(first);
  }

  @Test
  void gives_one_answer_to_the_same_sent_many_times_at_once() throws Exception {
    submit(sheet(0, 3, 1));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Callable<HttpResponse<String>> asked :
          List.<Callable<HttpResponse<String>>>of(() -> waive(REASON), () -> accept(1))) {
        for (var done : threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> asked).toList())) {
          assertThat(done.get().statusCode()).isEqualTo(201);
        }
      }
    } finally {
      threads.shutdown();
    }
    assertThat(get(UPPER + "/waivers")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "无人船不用, 422",
    "无人船不用人, 201",
    "'  无人船不用   ', 422",
  })
  void a_reason_has_six_characters_or_more(String reason, int status) throws Exception {
    assertThat(waive(reason).statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{                                | 400 | json-unfinished",
        "[]                               | 422 | wrong-type",
        "{\"form\":\"x\",\"check\":\"y\",\"reason\":\"无人船不用人\"}            | 404 | unknown-form",
        "{\"form\":\"statistics\",\"check\":\"y\",\"reason\":\"无人船不用人\"}   | 404 | unknown-check",
        "{\"form\":\"statistics\",\"check\":\"y\",\"reason\":\"短\"} | 404 | unknown-check waiver-reason-length",
        "{\"form\":\"statistics\"}        | 422 | missing-key missing-key"
      })
  void refuses_a_bad_excuse(String json, int status, String codes) throws Exception {
    HttpResponse<String> answer = post(UPPER + "/waivers", json, "");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(codes(answer)).isEqualTo(codes);
    assertThat(get(UPPER + "/waivers")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"version\":\"1\"}', 422",
    "'{}', 422",
    "'{\"version\":0}', 409",
    "'{\"version\":-1}', 409",
    "'{\"version\":1.5}', 422",
    "'', 400"
  })
  void refuses_a_bad_version(String json, int status) throws Exception {
    submit(sheet(0, 1, 1));
    assertThat(post(UPPER + "/acceptance", json, "").statusCode()).isEqualTo(status);
    assertThat(get(UPPER).path("accepted").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/campaigns/all-rows/duties/statistics/rounds/2026-03-06/units/county/waivers",
    "/api/campaigns/all-rows/duties/statistics/rounds/2026-03-07/units/upper/acceptance",
    "/api/campaigns/all-rows/duties/x/rounds/2026-03-06/units/upper/waivers"
  })
  void answers_what_is_not_there_with_404(String path) throws Exception {
    assertThat(post(path, "{}", "").statusCode()).isEqualTo(404);
  }

  @Test
  void believes_a_name_as_raw_or_encoded_utf8_and_refuses_what_is_none() throws Exception {
    assertThat(byOf("%E7%8E%8B%E6%95%8F", "crew-on-every-boat")).isEqualTo("王敏");
    assertThat(byOf("Li Qiang+1", "much-waste")).isEqualTo("Li Qiang+1");
    assertThat(byOf(" ", "pupils-of-which")).isEqualTo(ActingPerson.NAMELESS);
    for (String bad : List.of("%", "%FF", "x".repeat(61), "%0A")) {
      HttpResponse<String> answer = named(bad, "done-at-most-twice-plan");
      assertThat(answer.statusCode()).as(bad).isEqualTo(400);
    }
    assertThat(get(UPPER + "/waivers")).hasSize(3);
  }

  private HttpResponse<String> named(String header, String check) throws Exception {
    return client.send(
        HttpRequest.newBuilder(uri(UPPER + "/waivers"))
            .header("Content-Type", "application/json")
            .header(ActingPerson.HEADER, header)
            .POST(
                BodyPublishers.ofString(
                    EXCUSE.formatted(REASON).replace("crew-on-every-boat", check)))
            .build(),
        BodyHandlers.ofString());
  }

  private String byOf(String header, String check) throws Exception {
    return MAPPER.readTree(named(header, check).body()).path("by").asText();
  }
}

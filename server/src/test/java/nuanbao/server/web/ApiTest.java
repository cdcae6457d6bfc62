package nuanbao.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nuanbao.server.ServerProcess;
import nuanbao.server.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON API as another system meets it, over a real connection. */
class ApiTest {
  private static final String ROUND =
      "/api/campaigns/example-small/duties/visits/rounds/2022-01-18";
  private static final String EAST = ROUND + "/units/east";
  private static final String DUE = "2022-01-18T09:30:00Z";
  private static final String ROW =
      "{\"home\":{\"people\":30,\"visited\":%s},\"away\":{\"homes\":4,\"visited\":2},\"amount\":0.5}";
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir private Path data;
  private final SetClock clock = new SetClock(DUE);
  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<EmbeddedServer> server = Optional.empty();

  @BeforeEach
  void start() throws IOException {
    server =
        Optional.of(
            new ServerProcess(Path.of("../campaigns"), data, 0, Optional.empty()).start(clock));
  }

  @AfterEach
  void stop() {
    server.ifPresent(EmbeddedServer::stop);
  }

  private static String sheet(String visited, String more) {
    return "{%s\"forms\":{\"table\":{\"rows\":{\"willow\":%s,\"stone\":%s}}}}"
        .formatted(more, ROW.formatted(visited), ROW.formatted("0"));
  }

  private URI uri(String path) {
    return server.orElseThrow().getURI().resolve(path);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, byte[] body, String type)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> submit(String json) throws IOException, InterruptedException {
    return post(EAST, json.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  private static List<String> codes(HttpResponse<String> answer) throws IOException {
    JsonNode problems = MAPPER.readTree(answer.body()).path("problems");
    return IntStream.range(0, problems.size())
        .mapToObj(i -> problems.get(i).path("code").asText())
        .toList();
  }

  @Test
  void lists_campaigns_and_rounds() throws Exception {
    assertThat(get("/api/campaigns").body()).contains("\"id\":\"lizhou-2021\"");
    assertThat(get("/api/campaigns/example-small/duties/visits/rounds").body())
        .contains("\"id\":\"2022-01-18\"")
        .contains("\"due\":\"2022-01-18T09:30:00Z\"");
  }

  @Test
  void takes_a_submission_in_and_gives_it_back() throws Exception {
    HttpResponse<String> answer = submit(sheet("10", ""));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(MAPPER.readTree(answer.body()).path("version").asInt()).isEqualTo(1);
    JsonNode stored = MAPPER.readTree(get(EAST).body());
    assertThat(stored.at("/forms/table/rows/willow/home/visited").asInt()).isEqualTo(10);
    assertThat(stored.path("receivedAt").asText()).isEqualTo(DUE);
    JsonNode progress = MAPPER.readTree(get(ROUND).body()).path("reporters");
    assertThat(progress.get(0).path("reported").asBoolean()).isTrue();
    assertThat(progress.get(1).path("reported").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2022-01-11T15:59:59Z, 409, window-not-open",
    "2022-01-18T09:29:59Z, 201, ''",
    "2022-01-18T09:30:00Z, 201, ''",
    "2022-01-18T09:30:01Z, 409, window-closed"
  })
  void opens_and_closes_to_the_second(String moment, int status, String code) throws Exception {
    clock.set(moment);
    HttpResponse<String> answer = submit(sheet("10", ""));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(String.join(" ", codes(answer))).isEqualTo(code);
  }

  @Test
  void answers_the_same_submission_twice_with_one_receipt() throws Exception {
    HttpResponse<String> first = submit(sheet("10", "\"id\":\"a\","));
    clock.set("2022-01-20T00:00:00Z");
    HttpResponse<String> again = submit(sheet("10", "\"id\":\"a\","));
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(MAPPER.readTree(again.body()).path("receivedAt"))
        .isEqualTo(MAPPER.readTree(first.body()).path("receivedAt"));
  }

  @Test
  void lets_one_of_many_at_once_through() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> tasks =
          IntStream.range(0, 16)
              .mapToObj(
                  i ->
                      (Callable<Integer>)
                          () -> submit(sheet("10", "\"id\":\"c" + i + "\",")).statusCode())
              .toList();
      int created = 0;
      for (var done : threads.invokeAll(tasks)) {
        assertThat(done.get()).isIn(201, 409);
        if (done.get() == 201) created++;
      }
      assertThat(created).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void gives_one_receipt_to_the_same_submission_sent_many_times_at_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<String>> tasks =
          IntStream.range(0, 16)
              .mapToObj(i -> (Callable<String>) () -> submit(sheet("10", "\"id\":\"a\",")).body())
              .toList();
      for (var done : threads.invokeAll(tasks)) {
        assertThat(MAPPER.readTree(done.get()).path("version").asInt()).isEqualTo(1);
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void tells_all_problems_as_a_problem_document() throws Exception {
    HttpResponse<String> answer = submit(sheet("31", "\"user\":1,"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode json = MAPPER.readTree(answer.body());
    assertThat(json.path("type").asText())
        .isEqualTo("https://nuanbao.github.io/problems/unknown-key");
    assertThat(json.path("status").asInt()).isEqualTo(422);
    assertThat(codes(answer)).containsExactly("unknown-key", "check-failed");
    assertThat(json.at("/problems/1/cell/columnTitle").asText()).isEqualTo("返乡农民工.走访");
  }

  @Test
  void shows_what_was_sent_so_that_it_can_be_sent_again() throws Exception {
    String exact = sheet("10", "").replace("0.5}", "1234567.5000}");
    assertThat(post(EAST, exact.getBytes(StandardCharsets.UTF_8), "application/json").statusCode())
        .isEqualTo(201);
    String shown = get(EAST).body();
    String forms = shown.substring(shown.indexOf("\"forms\":"), shown.length() - 1);
    assertThat(MAPPER.readTree("{" + forms + "}")).isEqualTo(MAPPER.readTree(exact));
    assertThat(forms).contains("1234567.5000");
    byte[] again = ("{\"basedOn\":1," + forms + "}").getBytes(StandardCharsets.UTF_8);
    assertThat(post(EAST, again, "application/json").statusCode()).isEqualTo(201);
    assertThat(MAPPER.readTree(get(EAST).body()).path("version").asInt()).isEqualTo(2);
  }

  @Test
  void shows_a_record_as_it_was_sent() throws Exception {
    clock.set("2022-02-28T08:00:00Z");
    String path =
        "/api/campaigns/guangxi-spring-2022/duties/monthly/rounds/2022-02-28/units/guigang";
    byte[] sent =
        Files.readAllBytes(
            Path.of(
                "../campaigns/guangxi-spring-2022/cases/february/answers/monthly/2022-02-28/guigang.json"));
    assertThat(post(path, sent, "application/json").statusCode()).isEqualTo(201);
    assertThat(MAPPER.readTree(get(path).body()).path("forms"))
        .isEqualTo(MAPPER.readTree(sent).path("forms"));
  }

  @Test
  void speaks_english_on_request() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(uri("/api/campaigns/nowhere"))
                .header("Accept-Language", "en")
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("there is no campaign “nowhere”");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/campaigns/x",
    "/api/campaigns/example-small/duties/x/rounds",
    "/api/campaigns/example-small/duties/visits/rounds/2022-01-19",
    "/api/campaigns/example-small/duties/visits/rounds/x",
    "/api/campaigns/example-small/duties/visits/rounds/2022-01-18/units/x",
    "/api/campaigns/example-small/duties/visits/rounds/2022-01-18/units/willow",
    "/api/campaigns/example-small/duties/visits/rounds/2022-01-18/figures/x",
    "/api/campaigns/example-small/duties/visits/rounds/2022-01-18/reports/x.pdf",
    "/c/x",
    "/c/example-small/units/x",
    "/c/example-small/duties/visits/rounds/x",
    "/x"
  })
  void answers_what_is_not_there_with_404(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/api, ''",
    "/api/nowhere, ''",
    "/api/nowhere, '*/*'",
    "/api/nowhere, 'text/html,*/*;q=0.8'",
    "/api/campaigns/example-small/nowhere, application/json",
    "/api/campaigns/x, 'text/html'"
  })
  void tells_programs_of_an_unknown_address_by_a_problem_whatever_they_accept(
      String path, String accept) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (!accept.isEmpty()) request.header("Accept", accept);
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isIn(404, 406);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(MAPPER.readTree(answer.body()).path("status").asInt())
        .isEqualTo(answer.statusCode());
  }

  @Test
  void tells_people_of_an_unknown_address_by_a_page() throws Exception {
    HttpResponse<String> answer = get("/nowhere");
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.body()).contains("没有 /nowhere 这个地址。");
  }

  @Test
  void tells_programs_of_a_wrong_method_by_a_problem_too() throws Exception {
    HttpResponse<String> answer = post("/api/campaigns", new byte[0], "application/json");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(MAPPER.readTree(answer.body()).path("title").asText())
        .isEqualTo("Method Not Allowed");
  }

  @Test
  void shows_a_form_that_is_not_open_to_be_read_only() throws Exception {
    String path = "/c/example-small/duties/visits/rounds/%s/units/east";
    assertThat(get(path.formatted("2022-01-18")).body())
        .contains("<button", "<input class=\"nb-number\"")
        .doesNotContain("readonly");
    clock.set("2022-01-18T09:30:01Z");
    assertThat(get(path.formatted("2022-01-18")).body())
        .contains("<input readonly class=\"nb-number\"", "已经截止")
        .doesNotContain("<button", "<input class");
    assertThat(get(path.formatted("2022-02-08")).body())
        .contains("<input readonly class=\"nb-number\"", "还没有开始报送");
  }

  @Test
  void refuses_every_kind_of_bad_body_and_keeps_nothing() throws Exception {
    byte[] good = sheet("10", "").getBytes(StandardCharsets.UTF_8);
    assertThat(post(EAST, good, "text/plain").statusCode()).isEqualTo(415);
    assertThat(post(EAST, good, "application/x-www-form-urlencoded").statusCode()).isEqualTo(415);
    assertThat(post(EAST, new byte[0], "application/json").statusCode()).isBetween(400, 422);
    assertThat(post(EAST, new byte[10 << 20], "application/json").statusCode()).isEqualTo(413);
    byte[] gbk = "{\"forms\": \"春节\"}".getBytes(Charset.forName("GBK"));
    assertThat(codes(post(EAST, gbk, "application/json"))).containsExactly("not-utf8");
    assertThat(submit("{").statusCode()).isEqualTo(400);
    assertThat(submit("[".repeat(10_000)).statusCode()).isEqualTo(400);
    assertThat(submit("null").statusCode()).isEqualTo(422);
    assertThat(MAPPER.readTree(get(EAST).body()).path("reported").asBoolean()).isFalse();
  }

  @Test
  void goes_on_when_a_client_hangs_up_in_the_middle() throws Exception {
    for (int i = 0; i < 50; i++) {
      try (Socket socket =
          new Socket(InetAddress.getLoopbackAddress(), server.orElseThrow().getPort())) {
        String head =
            "POST "
                + EAST
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{\"forms\"";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
      }
    }
    assertThat(submit(sheet("10", "")).statusCode()).isEqualTo(201);
  }

  @Test
  void prints_what_was_handed_in() throws Exception {
    submit(sheet("10", ""));
    HttpResponse<byte[]> pdf =
        client.send(
            HttpRequest.newBuilder(uri(ROUND + "/reports/table.pdf")).build(),
            BodyHandlers.ofByteArray());
    assertThat(pdf.statusCode()).isEqualTo(200);
    assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(get(ROUND + "/figures/table?unit=east").body())
        .contains("\"home.visited\":10")
        .contains("\"expected\":1,\"received\":1");
  }

  @Test
  void describes_itself() throws Exception {
    assertThat(get("/api/openapi.yml").body())
        .contains("/api/campaigns/{campaign}/duties/{duty}/rounds/{round}/units/{unit}")
        .doesNotContain("/c/{campaign}");
  }
}

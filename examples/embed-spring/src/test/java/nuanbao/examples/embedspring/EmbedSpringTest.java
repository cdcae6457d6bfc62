package nuanbao.examples.embedspring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A township hands in its weekly sheet over HTTP. */
class EmbedSpringTest {
  private static final Instant DUE = Instant.parse("2021-12-02T18:00:00+08:00");
  private static final Path CAMPAIGN = Path.of("../../campaigns/lizhou-2021");
  private static final Path SHEET =
      CAMPAIGN.resolve("cases/two-weeks/answers/visits/2021-12-02/510802201.json");
  private static final Path WRONG = CAMPAIGN.resolve("cases/two-weeks/refused/wrong.json");
  private static final String ROUND = "/duties/visits/rounds/2021-12-02";
  private static final String TOWNSHIP = ROUND + "/units/510802201";

  private final HttpClient client = HttpClient.newHttpClient();
  private Instant now = DUE;
  private final ConfigurableApplicationContext application =
      new SpringApplicationBuilder(EmbedSpring.class)
          .initializers(
              (GenericApplicationContext context) ->
                  context.registerBean(
                      "arrival", InstantSource.class, () -> () -> now, one -> one.setPrimary(true)))
          .run("--server.port=0", "--campaign=" + CAMPAIGN);

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void takes_in_what_comes_on_time() throws Exception {
    HttpResponse<String> answer = post(SHEET);
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(json(answer).get("version").asInt()).isEqualTo(1);
    assertThat(json(answer).get("late").asBoolean()).isFalse();
    assertThat(json(answer).get("receivedAt").asText()).isEqualTo("2021-12-02T10:00:00Z");
  }

  @Test
  void refuses_what_comes_a_second_late() throws Exception {
    now = DUE.plusSeconds(1);
    HttpResponse<String> answer = post(SHEET);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(errors(answer))
        .extracting(one -> text(one, "code"))
        .containsExactly("window-closed");
  }

  @Test
  void tells_every_mistake_with_its_place() throws Exception {
    HttpResponse<String> answer = post(WRONG);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(errors(answer))
        .extracting(one -> text(one, "code"), one -> text(one, "place"), one -> text(one, "cell"))
        .containsExactly(
            tuple("answers-type", "body:10:66", "青峰村 / 农民工总人数.省内务工"),
            tuple("answers-unknown-column", "body:11:234", "清河村"),
            tuple("check-failed", "", "水磨村 / 返乡农民工人数"));
  }

  @Test
  void adds_up_what_came_and_counts_what_did_not() throws Exception {
    post(SHEET);
    HttpResponse<String> answer = get(ROUND + "/figures/visits");
    JsonNode county = row(json(answer), "510802");
    assertThat(county.get("values").get("spent.cash").decimalValue())
        .isEqualByComparingTo("1.201397");
    assertThat(county.get("coverage").get("received").asInt()).isEqualTo(1);
    assertThat(county.get("coverage").get("expected").asInt()).isEqualTo(38);
    assertThat(row(json(answer), "org").get("values")).isEmpty();
  }

  @Test
  void shows_the_form_with_what_was_handed_in() throws Exception {
    String before = get(TOWNSHIP + "/forms/visits").body();
    post(SHEET);
    String after = get(TOWNSHIP + "/forms/visits").body();
    assertThat(before).contains("金洞乡", "<form").doesNotContain("刘祎");
    assertThat(after).contains("刘祎");
  }

  @Test
  void prints_the_report_of_the_township() throws Exception {
    post(SHEET);
    assertThat(get(TOWNSHIP + "/reports/visits.txt").body())
        .contains("广元市利州区走访慰问服务统计表", "金洞乡", "1392\t960\t444\t136\t44");
    assertThat(get(TOWNSHIP + "/reports/visits.pdf").body()).startsWith("%PDF-");
  }

  @Test
  void knows_only_what_the_campaign_names() throws Exception {
    assertThat(get("/duties/visits/rounds/2021-12-03/figures/visits").statusCode()).isEqualTo(404);
    assertThat(get(ROUND + "/figures/nothing").statusCode()).isEqualTo(404);
    assertThat(get(TOWNSHIP + "/reports/nothing.pdf").statusCode()).isEqualTo(404);
    assertThat(get(ROUND + "/units/510802/forms/visits").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> post(Path sheet) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address(TOWNSHIP))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofFile(sheet)));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address(path)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private URI address(String path) {
    int port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new JsonMapper().readTree(answer.body());
  }

  private static List<JsonNode> errors(HttpResponse<String> answer) throws IOException {
    return StreamSupport.stream(json(answer).get("problems").spliterator(), false)
        .filter(problem -> text(problem, "severity").equals("ERROR"))
        .toList();
  }

  private static String text(JsonNode problem, String name) {
    return problem.path(name).asText();
  }

  private static JsonNode row(JsonNode rows, String unit) {
    return StreamSupport.stream(rows.spliterator(), false)
        .filter(row -> row.get("unit").asText().equals(unit))
        .findFirst()
        .orElseThrow();
  }
}

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
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import nuanbao.server.ServerProcess;
import nuanbao.server.SetClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on which forms are filled in, over a real connection and without any script. */
class FormControllerTest {
  private static final String ROUNDS = "/c/all-rows/duties/%s/rounds/2026-03-06";
  private static final String LEDGER = ROUNDS.formatted("ledger") + "/units/upper";
  private static final String ENTRY =
      "ledger/cover/reporter=王敏&ledger/rows/a=&ledger/rows/a/unit=mill&ledger/rows/a/seen=2026-03-04"
          + "&ledger/rows/a/place=桥下&ledger/rows/a/kind=正常&ledger/rows/a/water=塘"
          + "&ledger/rows/a/stretch=西塘&ledger/rows/a/tools=net&ledger/rows/a/tools=bag"
          + "&ledger/rows/a/party=&ledger/rows/a/party/3=&ledger/rows/a/party/3/who=甲"
          + "&ledger/rows/a/party/3/hours=1.5&ledger/rows/a/weight=&ledger/rows/a/weight=不适用"
          + "&ledger/rows/a/cleared=true&ledger/rows/a/taken=下游乡";

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

  private URI uri(String path) {
    return server.orElseThrow().getURI().resolve(path);
  }

  private String get(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  /** Posts {@code name=text} pairs as a browser does. */
  private HttpResponse<String> post(String path, String fields)
      throws IOException, InterruptedException {
    StringBuilder body = new StringBuilder("id=c-1&basedOn=0");
    for (String field : fields.split("&", -1)) {
      int equals = field.indexOf('=');
      body.append('&').append(escaped(field.substring(0, equals)));
      body.append('=').append(escaped(field.substring(equals + 1)));
    }
    return client.send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString()))
            .build(),
        BodyHandlers.ofString());
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static List<String> entries(String page) {
    return Pattern.compile("<input type=\"hidden\" name=\"ledger/rows/([^/\"]+)\"")
        .matcher(page)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @Test
  void a_button_adds_an_entry_and_hands_nothing_in() throws Exception {
    HttpResponse<String> answer = post(LEDGER, ENTRY + "&do=add:ledger");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(entries(answer.body())).hasSize(2).startsWith("a").doesNotHaveDuplicates();
    assertThat(answer.body())
        .contains("value=\"桥下\"", "value=\"net\" checked", "party/3/who\" value=\"甲\"")
        .contains("name=\"basedOn\" value=\"0\"", "name=\"id\" value=\"c-1\"")
        .doesNotContain("nb-problems");
    assertThat(get(LEDGER)).contains("还没有条目");
  }

  @Test
  void entries_of_two_presses_have_ids_of_their_own() throws Exception {
    String one = entries(post(LEDGER, "do=add:ledger").body()).get(0);
    String other = entries(post(LEDGER, "do=add:ledger").body()).get(0);
    assertThat(one).isNotEqualTo(other);
  }

  @Test
  void a_copy_holds_everything_and_what_is_removed_is_gone() throws Exception {
    String copied = post(LEDGER, ENTRY + "&do=copy:ledger:a").body();
    String id = entries(copied).get(1);
    assertThat(copied)
        .contains("name=\"ledger/rows/%s/place\" value=\"桥下\"".formatted(id))
        .contains("name=\"ledger/rows/%s/party/3/who\" value=\"甲\"".formatted(id));
    String removed = post(LEDGER, ENTRY + "&do=remove:ledger:a").body();
    assertThat(entries(removed)).isEmpty();
    assertThat(removed).contains("还没有条目", "value=\"王敏\"");
  }

  @Test
  void only_what_was_told_before_is_told_while_the_form_is_filled_in() throws Exception {
    String fields = "ledger/rows/a=&ledger/rows/a/place=桥下";
    assertThat(post(LEDGER, fields + "&do=refresh").body()).doesNotContain("nb-problems");
    HttpResponse<String> refused = post(LEDGER, fields);
    assertThat(refused.statusCode()).isEqualTo(422);
    String known =
        Pattern.compile("name=\"known\" value=\"([^\"]*)\"")
            .matcher(refused.body())
            .results()
            .map((MatchResult found) -> found.group(1))
            .findFirst()
            .orElseThrow();
    String mended =
        post(
                LEDGER,
                fields
                    + "&ledger/rows/a/seen=2026-03-04&ledger/rows/a/kind=其他&do=refresh&known="
                    + known)
            .body();
    assertThat(refused.body()).contains("巡查日期：必填", "水体：必填");
    assertThat(mended).contains("水体：必填").doesNotContain("巡查日期：必填", "其他情况：必填");
  }

  @Test
  void an_entry_is_taken_kept_and_shown_again() throws Exception {
    HttpResponse<String> answer = post(LEDGER, ENTRY);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("已上报", "第 1 版");
    assertThat(get(LEDGER))
        .contains("value=\"西塘\" selected", "name=\"ledger/rows/a/party/0/who\" value=\"甲\"")
        .contains("name=\"ledger/rows/a/weight\" value=\"不适用\" checked")
        .contains("value=\"lower\" selected", "value=\"mill\" selected");
    clock.set("2026-03-06T09:00:01Z");
    assertThat(get(LEDGER))
        .contains("<input disabled type=\"radio\"", "<select disabled ")
        .doesNotContain("<button", "<script");
  }

  @Test
  void nothing_to_report_is_a_report() throws Exception {
    assertThat(post(LEDGER, "ledger/cover/reporter=王敏").body()).contains("已上报");
  }

  @Test
  void a_field_that_is_hidden_again_is_not_asked_for() throws Exception {
    HttpResponse<String> answer = post(LEDGER, ENTRY + "&ledger/rows/a/other=水色发红");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(get(LEDGER)).doesNotContain("水色发红");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ledger/ledger",
        "statistics/statistics",
        "tasks/tasks",
        "cases/cases",
        "summary/summary",
        "summary/visits"
      })
  void every_form_has_figures(String where) throws Exception {
    post(LEDGER, ENTRY);
    String[] names = where.split("/", -1);
    String figures = ROUNDS.formatted(names[0]) + "/figures/" + names[1];
    assertThat(get(figures)).contains("<table");
    assertThat(get(figures + "?unit=upper&sums=true&cumulative=true")).contains("上游镇");
  }

  @Test
  void the_page_of_a_register_begins_with_the_cases_that_are_still_open() throws Exception {
    String first = "/c/all-rows/duties/cases/rounds/2026-03-06/units/upper";
    String cases =
        "cases/rows/a/place=桥下&cases/rows/a/what=栏杆松动&cases/rows/a/due=2026-03-20"
            + "&cases/rows/a/state=open&cases/rows/a/changed=2026-03-04"
            + "&cases/rows/b/place=塘边&cases/rows/b/what=垃圾&cases/rows/b/due=2026-03-10"
            + "&cases/rows/b/state=done&cases/rows/b/changed=2026-03-04";
    assertThat(post(first, cases).statusCode()).isEqualTo(200);
    String second = get("/c/all-rows/duties/cases/rounds/2026-03-13/units/upper");
    assertThat(second).contains("栏杆松动").doesNotContain("垃圾");
  }

  @Test
  void what_was_chosen_is_chosen_when_the_page_is_opened_again() throws Exception {
    assertThat(post(LEDGER, ENTRY).statusCode()).isEqualTo(200);
    assertThat(get(LEDGER)).contains("value=\"net\" checked", "value=\"bag\" checked");
  }
}

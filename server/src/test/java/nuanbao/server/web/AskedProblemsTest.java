package nuanbao.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.server.ServerProcess;
import nuanbao.server.SetClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the page of problems shows as asked of a server, a server answers: one that serves {@code
 * example-small} alone. All other examples of the page run in the engine.
 */
class AskedProblemsTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Path EXAMPLES =
      Path.of("../engine/src/test/resources/nuanbao/problems/examples.json");
  private static final Path SMALL = Path.of("../campaigns/example-small");

  @TempDir private Path folder = Path.of("");

  @Test
  void answers_what_the_page_of_problems_says() throws Exception {
    Path campaigns = folder.resolve("campaigns");
    copy(campaigns.resolve("example-small"));
    SetClock clock = new SetClock("2022-01-18T09:30:00Z");
    EmbeddedServer server =
        new ServerProcess(campaigns, folder.resolve("data"), 0, Optional.empty()).start(clock);
    try {
      List<String> told = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      JsonNode examples = MAPPER.readTree(EXAMPLES.toFile()).get("examples");
      for (Map.Entry<String, JsonNode> one : examples.properties()) {
        if (!one.getValue().has("asked")) continue;
        told.add(answer(server, one.getValue().get("asked").asText()));
        expected.add(message(one.getKey(), one.getValue().get("arguments")));
      }
      assertThat(told).isNotEmpty().isEqualTo(expected);
    } finally {
      server.stop();
    }
  }

  private static void copy(Path to) throws IOException {
    try (Stream<Path> files = Files.walk(SMALL)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(SMALL.relativize(file).toString());
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(file, copy);
      }
    }
  }

  private static String answer(EmbeddedServer server, String address)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.getURI().resolve(address)).build(),
                BodyHandlers.ofString());
    JsonNode problem = MAPPER.readTree(answer.body()).at("/problems/0");
    return problem.path("code").asText() + " " + problem.path("message").asText();
  }

  private static String message(String code, JsonNode arguments) {
    List<String> told = new ArrayList<>();
    arguments.forEach(one -> told.add(one.asText()));
    ProblemCode known = ProblemCode.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    return code + " " + Problem.of(known, told.toArray()).message(Language.CHINESE);
  }
}

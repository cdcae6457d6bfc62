package nuanbao.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.UnixOperatingSystemMXBean;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.tools.RunScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A killed process loses nothing that it acknowledged, and old databases still open. */
class DurabilityTest {
  private static final String NOW = "2022-01-18T09:00:00Z";
  private static final String EAST =
      "/api/campaigns/example-small/duties/visits/rounds/2022-01-18/units/east";
  private static final String WAIVER =
      "{\"form\":\"table\",\"check\":\"visited-at-most-home\",\"reason\":\"走访的人数含外来工\"}";
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

  private static final Path DUMPS = Path.of("src/test/resources/nuanbao/server/dumps");

  @TempDir private Path data;
  private final HttpClient client = HttpClient.newHttpClient();

  private static String sheet(int version) {
    String row =
        "{\"home\":{\"people\":30,\"visited\":%d},\"away\":{\"homes\":4,\"visited\":2},\"amount\":0.5}";
    return "{\"basedOn\":%d,\"forms\":{\"table\":{\"rows\":{\"willow\":%s}}}}"
        .formatted(version - 1, row.formatted(version % 30));
  }

  private int submit(URI address, int version) throws IOException, InterruptedException {
    return post(address, EAST, sheet(version));
  }

  private int post(URI address, String path, String json) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private Process startProcess(Path log) throws IOException {
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            "nuanbao.server.cli.Main",
            "serve",
            "--campaigns",
            Path.of("../campaigns").toAbsolutePath().toString(),
            "--data",
            data.toString(),
            "--port",
            "0",
            "--now",
            "2022-01-18T17:00:00+08:00");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static URI addressIn(Path log, Process process) throws Exception {
    while (process.isAlive()) {
      Matcher matcher = ADDRESS.matcher(Files.readString(log));
      if (matcher.find()) return URI.create(matcher.group());
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    throw new IllegalStateException(Files.readString(log));
  }

  @Test
  void loses_nothing_acknowledged_when_it_is_killed() throws Exception {
    int acknowledged = 0;
    for (int round = 0; round < 2; round++) {
      Path log = data.resolve("log-" + round + ".txt");
      Process process = startProcess(log);
      try {
        URI address = addressIn(log, process);
        for (int i = 0; i < 40; i++) {
          assertThat(submit(address, acknowledged + 1)).isEqualTo(201);
          acknowledged++;
        }
        String accepted = "{\"version\":%d}".formatted(acknowledged);
        assertThat(post(address, EAST + "/acceptance", accepted)).isEqualTo(201);
        assertThat(post(address, EAST + "/waivers", WAIVER)).isEqualTo(201);
      } finally {
        process.destroyForcibly().waitFor();
      }
    }
    EmbeddedServer server =
        new ServerProcess(Path.of("../campaigns"), data, 0, Optional.empty())
            .start(new SetClock(NOW));
    try {
      assertThat(read(server, EAST).path("version").asInt()).isEqualTo(acknowledged);
      assertThat(read(server, EAST).path("accepted").asBoolean()).isTrue();
      assertThat(read(server, EAST + "/waivers")).hasSize(1);
    } finally {
      server.stop();
    }
  }

  /** As many as this machine lets one process open, up to ten thousand, over 256 MiB of heap. */
  @Test
  void serves_on_with_ten_thousand_idle_connections() throws Exception {
    Path log = data.resolve("log.txt");
    Process process = startProcess(log);
    List<SocketChannel> idle = new ArrayList<>();
    try {
      URI address = addressIn(log, process);
      InetSocketAddress server =
          new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort());
      for (int i = 0; i < idleConnections(); i++) idle.add(SocketChannel.open(server));
      assertThat(submit(address, 1)).isEqualTo(201);
      assertThat(process.isAlive()).isTrue();
    } finally {
      for (SocketChannel channel : idle) channel.close();
      process.destroyForcibly().waitFor();
    }
  }

  private static int idleConnections() {
    long files =
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getMaxFileDescriptorCount()
            : 1_000;
    return (int) Math.min(10_000, files - 500);
  }

  private JsonNode read(EmbeddedServer server, String path)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(server.getURI().resolve(path)).build();
    return new JsonMapper().readTree(client.send(request, BodyHandlers.ofString()).body());
  }

  /**
   * Each dump was written by the build that made that version of the schema: two versions of a
   * sheet, and since the second schema one waiver and the acceptance of the later version.
   */
  @ParameterizedTest
  @CsvSource({"v1.sql, 0, 201", "v2.sql, 1, 409", "v3.sql, 1, 409"})
  void opens_the_database_of_every_schema_version(String dump, int reviewed, int accepts)
      throws Exception {
    RunScript.execute(
        "jdbc:h2:file:"
            + data.toAbsolutePath().resolve("nuanbao")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
        "sa",
        "",
        DUMPS.resolve(dump).toString(),
        StandardCharsets.UTF_8,
        false);
    EmbeddedServer server =
        new ServerProcess(Path.of("../campaigns"), data, 0, Optional.empty())
            .start(new SetClock(NOW));
    try {
      JsonNode standing = read(server, EAST);
      assertThat(standing.path("version").asInt()).isEqualTo(2);
      assertThat(standing.path("accepted").asBoolean()).isEqualTo(reviewed == 1);
      assertThat(read(server, EAST + "/waivers")).hasSize(reviewed);
      assertThat(post(server.getURI(), EAST + "/acceptance", "{\"version\":2}")).isEqualTo(accepts);
    } finally {
      server.stop();
    }
  }

  @Test
  void knows_a_dump_of_every_schema_version() throws IOException {
    assertThat(names(DUMPS)).hasSameSizeAs(names(Path.of("src/main/resources/db/migration")));
  }

  private static List<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }
}

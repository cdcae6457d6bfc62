package nuanbao.benchmarks;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The server's first page on an empty database, from the start of the process until it answers 200,
 * against a bare application of the same framework, database and migrations.
 */
final class PageTiming {
  private static final int ROUNDS = 9;
  private static final int PATIENCE_SECONDS = 60;
  private static final int PAUSE_MILLISECONDS = 5;
  private static final String WHAT = "(4) first page of the server, whole process";
  private static final String SERVER = "server";
  private static final String SERVER_ARCHIVED = "server, archived classes";
  private static final String BARE = "bare";
  private static final String BARE_ARCHIVED = "bare, archived classes";

  private final Path scratch;

  /**
   * A timing of both servers.
   *
   * @param scratch a folder for the databases and the archives
   */
  PageTiming(Path scratch) {
    this.scratch = scratch;
  }

  /** Adds the ratios; or why there are none, where one of the two does not answer. */
  void measure(RatioTable table) throws IOException {
    Map<String, Server> servers = new LinkedHashMap<>();
    servers.put(SERVER, PageTiming::server);
    servers.put(BARE, PageTiming::bare);
    servers.put(SERVER_ARCHIVED, this::archivedServer);
    servers.put(BARE_ARCHIVED, with("-XX:SharedArchiveFile=", "bare.jsa", PageTiming::bare));
    Medians medians = new Medians();
    try {
      millisecondsToPage(this::archivedServer); // makes the archive
      millisecondsToPage(with("-XX:ArchiveClassesAtExit=", "bare.jsa", PageTiming::bare));
      for (int i = 0; i < ROUNDS; i++) {
        for (Map.Entry<String, Server> server : servers.entrySet()) {
          medians.add(server.getKey(), millisecondsToPage(server.getValue()));
        }
      }
    } catch (DoesNotAnswer silent) {
      table.addMissing(WHAT, silent.why);
      return;
    }
    String against = "bare Micronaut + H2 + Flyway";
    double bare = medians.of(BARE);
    double archived = medians.of(SERVER_ARCHIVED);
    table.add(WHAT, medians.of(SERVER), against, bare, "ms", "≤ 1.3");
    table.add(WHAT + ", archived classes", archived, against, bare, "ms", "≤ 1.3");
    table.add(
        WHAT + ", archived classes",
        archived,
        "the same, archived classes",
        medians.of(BARE_ARCHIVED),
        "ms");
  }

  /** A server's options and arguments, for a port and a folder of its own. */
  private interface Server {
    List<String> arguments(int port, Path data);
  }

  private static List<String> server(int port, Path data) {
    return List.of(
        "-jar",
        Home.jar().toString(),
        "serve",
        "--campaigns",
        Home.campaigns().toString(),
        "--data",
        data.toString(),
        "--port",
        String.valueOf(port));
  }

  private static List<String> bare(int port, Path data) {
    return List.of(
        "-Dmicronaut.server.port=" + port,
        "-Dbare.data=" + data,
        "-jar",
        Home.bareJar().toString());
  }

  private List<String> archivedServer(int port, Path data) {
    return LauncherArchive.command(scratch, server(port, data).toArray(String[]::new));
  }

  private Server with(String option, String archive, Server server) {
    return (port, data) ->
        Stream.concat(
                Stream.of(option + scratch.resolve(archive)), server.arguments(port, data).stream())
            .toList();
  }

  private static final class DoesNotAnswer extends Exception {
    private final String why;

    DoesNotAnswer(String why) {
      super(why);
      this.why = why;
    }
  }

  private double millisecondsToPage(Server server) throws IOException, DoesNotAnswer {
    int port = freePort();
    Path data = Files.createTempDirectory(scratch, "data");
    List<String> command = Processes.java(server.arguments(port, data).toArray(String[]::new));
    URI page = URI.create("http://localhost:%d/".formatted(port));
    long start = System.nanoTime();
    Process process = Processes.start(command);
    try {
      while (!answers(page)) {
        if (!process.isAlive()) {
          throw new DoesNotAnswer("the process ended with " + process.exitValue());
        }
        if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
          throw new DoesNotAnswer("no answer in %d seconds".formatted(PATIENCE_SECONDS));
        }
        pause();
      }
      return Processes.millisecondsSince(start);
    } finally {
      process.destroy();
      Processes.waitFor(process);
    }
  }

  private static boolean answers(URI page) {
    try {
      HttpURLConnection connection = (HttpURLConnection) page.toURL().openConnection();
      boolean sound = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      connection.disconnect();
      return sound;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while measuring", stopped);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}

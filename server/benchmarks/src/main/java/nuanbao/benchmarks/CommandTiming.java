package nuanbao.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.json.JsonSubmissionReader;

/**
 * {@code nuanbao check} as a whole process, against a process that only loads one schema with
 * networknt; each also with an archive of its classes.
 */
final class CommandTiming {
  private static final int ROUNDS = 15;
  private static final String CHECK = "check";
  private static final String CHECK_ARCHIVED = "check, archived classes";
  private static final String CHECK_ALL = "check, all campaigns";
  private static final String ALONE = "schema alone";
  private static final String ALONE_ARCHIVED = "schema alone, archived classes";

  /** What networknt needs, and nothing else. */
  private static final List<String> LIBRARIES =
      List.of("json-schema-validator-", "jackson-", "itu-", "slf4j-", "snakeyaml-");

  private final Path scratch;

  /**
   * @param scratch a folder for the schema and the archives
   */
  CommandTiming(Path scratch) {
    this.scratch = scratch;
  }

  void measure(RatioTable table) throws IOException {
    String[] check = {"-jar", Home.jar().toString(), "check", Home.campaign().toString()};
    String[] all = {"-jar", Home.jar().toString(), "check", Home.campaigns().toString()};
    String[] alone = {"-cp", classPath(), SchemaAlone.class.getName(), schema().toString()};
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put(CHECK, Processes.java(check));
    commands.put(CHECK_ALL, Processes.java(all));
    commands.put(ALONE, Processes.java(alone));
    commands.put(
        CHECK_ARCHIVED,
        Processes.java(LauncherArchive.command(scratch, check).toArray(String[]::new)));
    commands.put(ALONE_ARCHIVED, archived(alone, scratch.resolve("alone.jsa")));
    commands.values().forEach(Processes::millisecondsOf); // fills the file cache
    Medians medians = new Medians();
    for (int i = 0; i < ROUNDS; i++) {
      commands.forEach((name, command) -> medians.add(name, Processes.millisecondsOf(command)));
    }
    String what = "(3) `nuanbao check`, whole process";
    double theirs = medians.of(ALONE);
    table.add(what, medians.of(CHECK), "one schema loaded", theirs, "ms", "≤ 3");
    String archived = what + ", archived classes";
    table.add(archived, medians.of(CHECK_ARCHIVED), "one schema loaded", theirs, "ms", "≤ 3");
    table.add(
        archived,
        medians.of(CHECK_ARCHIVED),
        "the same, archived classes",
        medians.of(ALONE_ARCHIVED),
        "ms");
    table.add(
        "(3) `nuanbao check`, all campaigns together",
        medians.of(CHECK_ALL),
        "the largest alone",
        medians.of(CHECK),
        "ms",
        "≤ 3");
  }

  private static List<String> archived(String[] arguments, Path archive) {
    Processes.millisecondsOf(with("-XX:ArchiveClassesAtExit=" + archive, arguments));
    return with("-XX:SharedArchiveFile=" + archive, arguments);
  }

  private static List<String> with(String option, String[] arguments) {
    String[] all = Stream.concat(Stream.of(option), Stream.of(arguments)).toArray(String[]::new);
    return Processes.java(all);
  }

  /** The schema of what the campaign's reporters send, as any validator reads it. */
  private Path schema() throws IOException {
    Campaign campaign = Nuanbao.create().read(Home.campaign()).orElseThrow();
    String text = new JsonSubmissionReader(campaign).schema(campaign.duties().get(0));
    return Files.writeString(scratch.resolve("schema.json"), text);
  }

  /** Class-data sharing takes jars only, so the one class stands in this module's jar. */
  private static String classPath() throws IOException {
    try (Stream<Path> files = Files.list(Home.built().resolve("lib"))) {
      Stream<Path> libraries =
          files
              .filter(
                  file -> LIBRARIES.stream().anyMatch(file.getFileName().toString()::startsWith))
              .sorted();
      return Stream.concat(libraries, Stream.of(Home.built().resolve("benchmarks.jar")))
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    }
  }
}

package nuanbao.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The archive of classes that the launcher makes after a build, made once for all timings. */
final class LauncherArchive {
  private LauncherArchive() {}

  /** Our command line with the archive, which lies in a folder for scratch. */
  static List<String> command(Path scratch, String... arguments) {
    Path archive = scratch.resolve("nuanbao.jsa");
    if (!Files.exists(archive)) {
      String campaigns = Home.campaigns().toString();
      String data = scratch.resolve("warm-up").toString();
      Processes.millisecondsOf(
          Processes.java(
              "-XX:ArchiveClassesAtExit=" + archive,
              "-jar",
              Home.jar().toString(),
              "warm-up",
              campaigns,
              "--data",
              data));
    }
    return Stream.concat(Stream.of("-XX:SharedArchiveFile=" + archive), Stream.of(arguments))
        .toList();
  }
}

package nuanbao.benchmarks;

import java.nio.file.Path;

/** Where the project stands. Forked virtual machines are told by a property. */
final class Home {
  static final String PROPERTY = "nuanbao.home";

  private Home() {}

  static Path path() {
    return Path.of(System.getProperty(PROPERTY, "."));
  }

  static Path campaigns() {
    return path().resolve("campaigns");
  }

  static Path campaign() {
    return campaigns().resolve("lizhou-2021");
  }

  /** The command line and the server, one jar. */
  static Path jar() {
    return path().resolve(Path.of("server", "target", "nuanbao.jar"));
  }

  /** What the server's first page is held against. */
  static Path bareJar() {
    return built().resolve(Path.of("..", "bare", "target", "bare.jar")).normalize();
  }

  /** Where this module is built. */
  static Path built() {
    return path().resolve(Path.of("server", "benchmarks", "target"));
  }
}

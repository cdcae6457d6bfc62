package nuanbao.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Java virtual machines started with the options of the launcher. */
final class Processes {
  private static final List<String> OPTIONS =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xlog:cds*=off");

  private Processes() {}

  static List<String> java(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(Arrays.asList(arguments));
    return command;
  }

  /** Starts a command; what it says is thrown away. */
  static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot start " + command, broken);
    }
  }

  /** Runs a command to its end, which must be a good one, and gives the milliseconds it took. */
  static double millisecondsOf(List<String> command) {
    long start = System.nanoTime();
    int code = waitFor(start(command));
    if (code != 0) throw new IllegalStateException("ended with %d: %s".formatted(code, command));
    return millisecondsSince(start);
  }

  /** Runs a command to its end, which must be a good one, and gives what it printed. */
  static String outputOf(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = waitFor(process);
    if (code != 0) throw new IllegalStateException("ended with %d: %s".formatted(code, command));
    return printed;
  }

  static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while measuring", stopped);
    }
  }

  static double millisecondsSince(long start) {
    return (System.nanoTime() - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }
}

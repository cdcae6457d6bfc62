package nuanbao.engine.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nuanbao.engine.fuzz.Fuzzer.Input;
import org.jspecify.annotations.Nullable;

/**
 * Hands in many inputs of one fuzzer, each within a time limit, and keeps in a file whatever got
 * past the door: one file for each place it came from, the first input that came to it.
 */
final class FuzzRun {
  /** More would only say the same again. */
  private static final int MOST_FINDINGS = 20;

  private final String name;
  private final Fuzzer fuzzer;
  private final Duration limit;
  private final Path folder;
  private final Set<String> places = new HashSet<>();
  private final List<Path> findings = new ArrayList<>();
  private volatile @Nullable Running running;
  private int tried;
  private int accepted;
  private long slowest;
  private int slowestNumber;

  /** The input that is being handed in. */
  private record Running(int number, Input input, long since) {}

  /**
   * What came of it.
   *
   * @param accepted how many were good; the others were refused, as they should be
   * @param slowest what the slowest input took
   * @param slowestNumber which one it was, from 1
   * @param findings files of what got past the door
   */
  record Result(
      int inputs, int accepted, Duration slowest, int slowestNumber, List<Path> findings) {}

  /**
   * A run that has not begun.
   *
   * @param limit an input that takes longer hangs
   * @param folder where findings go
   */
  FuzzRun(String name, Fuzzer fuzzer, Duration limit, Path folder) {
    this.name = name;
    this.fuzzer = fuzzer;
    this.limit = limit;
    this.folder = folder;
  }

  /** Hands in so many; an input that hangs ends the run, because nothing stops it. */
  Result run(int inputs, long seed) {
    Thread worker = new Thread(() -> handInAll(inputs, seed), "fuzz");
    worker.setDaemon(true);
    worker.start();
    try {
      while (worker.isAlive()) {
        worker.join(100);
        Running now = running;
        if (worker.isAlive() && now != null && System.nanoTime() - now.since > limit.toNanos()) {
          keep(now, "took longer than " + limit, worker.getStackTrace());
          break;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      if (tried < inputs && findings.isEmpty()) throw new IllegalStateException("not finished");
      return new Result(
          tried, accepted, Duration.ofNanos(slowest), slowestNumber, List.copyOf(findings));
    }
  }

  private void handInAll(int inputs, long seed) {
    Random seeds = new Random(seed);
    for (int number = 1; number <= inputs && findings.size() < MOST_FINDINGS; number++) {
      Input input = fuzzer.input(seeds.nextLong());
      long since = System.nanoTime();
      running = new Running(number, input, since);
      boolean isAccepted = handIn(number, input);
      running = null;
      note(number, isAccepted, System.nanoTime() - since);
    }
  }

  private boolean handIn(int number, Input input) {
    try {
      return input.handIn();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError thrown) {
      keep(new Running(number, input, 0), thrown.toString(), thrown.getStackTrace());
      return false;
    }
  }

  private synchronized void note(int number, boolean isAccepted, long nanos) {
    tried = number;
    if (isAccepted) accepted++;
    if (nanos <= slowest) return;
    slowest = nanos;
    slowestNumber = number;
  }

  private synchronized void keep(Running found, String what, StackTraceElement[] at) {
    String place =
        Arrays.stream(at)
            .filter(frame -> frame.getClassName().startsWith("nuanbao."))
            .limit(2)
            .map(String::valueOf)
            .collect(Collectors.joining(" < "));
    if (!places.add(place)) return;
    Path file = folder.resolve(name + "-" + (findings.size() + 1) + ".txt");
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    out.println("input " + found.number + ": " + found.input.door());
    out.println(what);
    for (StackTraceElement frame : at) out.println("  at " + frame);
    try {
      Files.createDirectories(folder);
      Files.write(file, said.toString().getBytes(StandardCharsets.UTF_8));
      Files.write(file.resolveSibling(file.getFileName() + ".input"), found.input.bytes());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    findings.add(file);
  }
}

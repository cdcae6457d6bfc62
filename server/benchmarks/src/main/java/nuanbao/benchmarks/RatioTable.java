package nuanbao.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The ratios of one run as a Markdown table, with the size of the machine. */
final class RatioTable {
  private static final long GIB = 1L << 30;
  private static final String WITHOUT_GOAL = "–";

  private final List<String> lines = new ArrayList<>();

  /**
   * Adds the ratio of two medians.
   *
   * @param unit of both
   */
  void add(String what, double ours, String against, double theirs, String unit, String goal) {
    lines.add(
        "| %s | %.4g %s | %s | %.4g %s | **%.2f** | %s |"
            .formatted(what, ours, unit, against, theirs, unit, ours / theirs, goal));
  }

  void add(String what, double ours, String against, double theirs, String unit) {
    add(what, ours, against, theirs, unit, WITHOUT_GOAL);
  }

  /** Adds what could not be measured, and why. */
  void addMissing(String what, String why) {
    lines.add("| %s | not measured: %s | | | | |".formatted(what, why));
  }

  @Override
  public String toString() {
    return """
        %s

        | what | ours | against | theirs | ratio | goal |
        | --- | --- | --- | --- | --- | --- |
        %s
        """
        .formatted(machine(), String.join("\n", lines));
  }

  private static String machine() {
    OperatingSystemMXBean machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return "%d cores, %d GiB, %s %s, Java %s; load average at the end %.1f."
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            Math.round((double) machine.getTotalMemorySize() / GIB),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            Runtime.version(),
            machine.getSystemLoadAverage());
  }
}

package nuanbao.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import nuanbao.engine.Nuanbao;

/**
 * {@code UnitsReading engine|jackson FOLDER}: reads a campaign, or only the tree of its units.json,
 * once, and prints the milliseconds and the mebibytes of heap that it took at most.
 */
public final class UnitsReading {
  private static final int UNITS = 685_442;

  private UnitsReading() {}

  /** Reads in a virtual machine that has done nothing before, as a server does when it starts. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]);
    long start = System.nanoTime();
    int read = arguments[0].equals("engine") ? campaign(folder) : tree(folder);
    double milliseconds = Processes.millisecondsSince(start);
    if (read != UNITS) throw new IllegalStateException("read " + read);
    System.out.println(milliseconds + " " + peakMebibytes());
  }

  private static int campaign(Path folder) {
    return Nuanbao.create().read(folder).orElseThrow().units().units().size();
  }

  private static int tree(Path folder) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve("units.json"));
    return new JsonMapper().readTree(bytes).findValues("name").size();
  }

  /** Rubbish included: what a machine must have, not what is kept. */
  private static double peakMebibytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(peak -> peak.getUsed())
            .sum()
        / (double) (1 << 20);
  }
}

package nuanbao.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A campaign of 685,442 units read from its files in a heap of 2 GiB, against Jackson reading only
 * the tree of the same units.json.
 */
final class UnitsTiming {
  private static final int ROUNDS = 3;
  private static final String ENGINE = "engine";
  private static final String JACKSON = "jackson";

  private final Path scratch;

  /**
   * A timing of both.
   *
   * @param scratch a folder for the campaign
   */
  UnitsTiming(Path scratch) {
    this.scratch = scratch;
  }

  void measure(RatioTable table) throws IOException {
    Path folder = CountryFolder.write(scratch);
    Medians medians = new Medians();
    for (int i = 0; i < ROUNDS; i++) {
      for (String reader : List.of(ENGINE, JACKSON)) {
        String[] printed = Processes.outputOf(command(reader, folder)).strip().split(" ");
        medians.add(reader, Double.parseDouble(printed[0]));
        medians.add(reader + " heap", Double.parseDouble(printed[1]));
      }
    }
    long size = Files.size(folder.resolve("units.json")) >> 20;
    String what = "(5) campaign with 685,442 units read, %d MiB of units.json".formatted(size);
    String against = "Jackson `readTree` of the same bytes";
    table.add(what, medians.of(ENGINE), against, medians.of(JACKSON), "ms", "< 10 s");
    table.add(
        what + ": heap used at most, of 2 GiB",
        medians.of(ENGINE + " heap"),
        against,
        medians.of(JACKSON + " heap"),
        "MiB",
        "≤ 2048 MiB");
  }

  private static List<String> command(String reader, Path folder) {
    String classPath =
        Home.built().resolve("benchmarks.jar")
            + File.pathSeparator
            + Home.built().resolve("lib").resolve("*");
    return Processes.java(
        "-Xmx2g", "-cp", classPath, UnitsReading.class.getName(), reader, folder.toString());
  }
}

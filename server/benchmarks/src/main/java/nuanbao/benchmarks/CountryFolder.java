package nuanbao.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The small example campaign with the units of a made-up country of 620,000 villages, as files. */
final class CountryFolder {
  private static final String HEAD =
      """
      { "levels": { "country": "全国", "province": "省", "city": "市", "county": "县",
        "township": "乡", "village": "村" },
      "groups": { "各乡镇": { "units": [{ "level": "township" }] },
        "各村": { "units": [{ "level": "village" }] } },
      "units": [
      """;
  private static final List<String> LEVELS = List.of("国", "省", "市", "县", "乡");

  /** Figures that a code has for each level, as division codes do. */
  private static final List<String> DIGITS = List.of("", "%02d", "%02d", "%02d", "%03d", "%03d");

  /** Division codes begin at 11. */
  private static final int FIRST = 11;

  private CountryFolder() {}

  /** Writes the campaign below a folder and says where. */
  static Path write(Path scratch) throws IOException {
    Path example = Home.campaigns().resolve("example-small");
    Path folder = Files.createDirectory(scratch.resolve("country"));
    for (String kept : List.of("", "forms", "reports")) {
      Files.createDirectories(folder.resolve(kept));
      try (Stream<Path> files = Files.list(example.resolve(kept))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Files.copy(file, folder.resolve(kept).resolve(file.getFileName().toString()));
        }
      }
    }
    try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("units.json"))) {
      out.write(HEAD);
      write(out, "", 0);
      out.write("] }\n");
    }
    return folder;
  }

  private static void write(Writer out, String code, int level) throws IOException {
    if (level == Country.PARTS.length) {
      out.write("{ \"code\": \"%s\", \"name\": \"第%s村村民委员会\" }".formatted(code, code));
      return;
    }
    out.write(
        "{ \"id\": \"d%s\", \"name\": \"%s%s\", \"units\": [%n"
            .formatted(code, code, LEVELS.get(level)));
    for (int i = 0; i < Country.PARTS[level]; i++) {
      if (i > 0) out.write(",\n");
      write(out, code + DIGITS.get(level + 1).formatted(FIRST + i), level + 1);
    }
    out.write("] }");
  }
}

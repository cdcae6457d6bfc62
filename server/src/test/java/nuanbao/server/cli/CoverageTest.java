package nuanbao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a campaign says of its notice, sentence by sentence, in {@code COVERAGE.md}: in tables of
 * three columns, the sentence, where it is written, and the case that shows it.
 */
class CoverageTest {
  private static final Pattern POINTER = Pattern.compile("`([^`#]+\\.json)#([^`]*)`");
  private static final Pattern CASE = Pattern.compile("`([\\w-]+)`");
  private static final Pattern FILE_OF_CASE = Pattern.compile("`((?:refused|expected)/[^`]+)`");
  private static final Pattern COLUMNS = Pattern.compile("\\s*\\|\\s*");
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Path CAMPAIGNS = Path.of("../campaigns");

  /** Examples: no whole notice stands behind them. */
  private static final Set<String> EXAMPLES =
      Set.of("all-rows", "example-small", "guangxi-spring-2022");

  @Test
  void tells_of_every_notice_what_is_written_where() throws IOException {
    try (Stream<Path> folders = Files.list(CAMPAIGNS)) {
      assertThat(
              folders
                  .filter(folder -> Files.exists(folder.resolve("campaign.json")))
                  .filter(folder -> !Files.exists(folder.resolve("COVERAGE.md")))
                  .map(folder -> String.valueOf(folder.getFileName())))
          .containsExactlyInAnyOrderElementsOf(EXAMPLES);
    }
  }

  @ParameterizedTest
  @MethodSource("coverages")
  void points_at_what_is_there(Path coverage) throws IOException {
    List<String> missing = new ArrayList<>();
    Matcher pointer = POINTER.matcher(Files.readString(coverage));
    int count = 0;
    while (pointer.find()) {
      count++;
      Path file = coverage.resolveSibling(pointer.group(1));
      if (!Files.exists(file)) {
        missing.add(pointer.group());
        continue;
      }
      JsonNode root = MAPPER.readTree(file.toFile());
      if (root.at(JsonPointer.compile(pointer.group(2))).isMissingNode()) {
        missing.add(pointer.group());
      }
    }
    assertThat(missing).isEmpty();
    assertThat(count).isPositive();
  }

  @ParameterizedTest
  @MethodSource("coverages")
  void names_cases_that_are_there(Path coverage) throws IOException {
    List<String> missing = new ArrayList<>();
    for (String line : Files.readAllLines(coverage)) {
      List<String> columns = List.of(COLUMNS.split(line, -1));
      if (!line.startsWith("| ") || columns.size() < 2) continue;
      String shown = columns.get(columns.size() - 2);
      Matcher name = CASE.matcher(shown);
      if (!name.lookingAt()) continue;
      Path folder = coverage.resolveSibling("cases").resolve(name.group(1));
      if (!Files.exists(folder.resolve("case.json"))) missing.add(name.group());
      Matcher file = FILE_OF_CASE.matcher(shown);
      while (file.find()) {
        if (!Files.exists(folder.resolve(file.group(1)))) {
          missing.add(name.group() + " " + file.group());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  static List<Path> coverages() throws IOException {
    try (Stream<Path> files =
        Files.find(CAMPAIGNS, 2, (path, file) -> path.endsWith(Path.of("COVERAGE.md")))) {
      return files.sorted().toList();
    }
  }
}

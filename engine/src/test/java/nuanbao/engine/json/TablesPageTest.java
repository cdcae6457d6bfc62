package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.intake.Receipt;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every table on the pages for implementers is read, and both pages show the same ones. */
class TablesPageTest {
  private static final Pattern BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
  private static final String CAMPAIGN =
      """
      { "nuanbao": 1, "id": "t", "title": "t", "from": "2026-01-01", "to": "2026-01-31",
        "calendar": { "zone": "Asia/Shanghai" },
        "measures": { "opera": { "title": "送戏下乡", "lead": ["东镇"], "target": { "least": 3, "in": "场" } } },
        "duties": { "d": { "reporters": ["各镇"], "forms": ["f"],
          "rounds": { "repeat": "weekly", "due": { "weekday": "friday" }, "tail": "last-day" } } } }
      """;

  @TempDir private Path folder = Path.of("");

  private static List<String> tables(String page) {
    List<String> tables = new ArrayList<>();
    try {
      Matcher block = BLOCK.matcher(Files.readString(Campaigns.folder(page)));
      while (block.find()) tables.add(block.group(1));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
    return tables;
  }

  static Stream<String> tables() {
    return tables("TABLES.md").stream();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void reads_every_table_without_a_problem(String table) throws IOException {
    String units = Files.readString(Path.of("src/test/resources/nuanbao/kitchen/units.json"));
    Campaigns.write(
        folder, Map.of("campaign.json", CAMPAIGN, "units.json", units, "forms/f.json", table));
    Outcome<Campaign> outcome = Nuanbao.create().read(folder);
    assertThat(outcome.problems())
        .filteredOn(problem -> problem.severity() != Severity.HINT)
        .isEmpty();
  }

  static Stream<Arguments> answers() {
    List<String> tables = tables("TABLES.md");
    List<String> sent = tables("ANSWERS.md");
    return IntStream.range(0, Math.max(tables.size(), sent.size()))
        .mapToObj(i -> Arguments.of(tables.get(i), sent.get(i)));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void takes_the_answers_that_are_printed(String table, String sent) throws IOException {
    String units = Files.readString(Path.of("src/test/resources/nuanbao/kitchen/units.json"));
    Campaigns.write(
        folder, Map.of("campaign.json", CAMPAIGN, "units.json", units, "forms/f.json", table));
    Campaign campaign = Nuanbao.create().read(folder).orElseThrow();
    Outcome<Receipt> outcome =
        Nuanbao.create()
            .intake(campaign, new MemorySubmissionStore())
            .submit(
                Campaigns.key("d", "2026-01-02", "east"),
                Campaigns.bytes(sent),
                "sent.json",
                Campaigns.at("2026-01-02T01:00:00Z"));
    assertThat(outcome.problems())
        .allMatch(problem -> problem.code() == ProblemCode.CHECK_EXPLAINED);
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void shows_the_same_tables_in_both_languages() {
    assertThat(tables("TABLES.zh-CN.md")).isNotEmpty().isEqualTo(tables("TABLES.md"));
  }
}

package nuanbao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The guides for implementers: the files they show are a campaign that holds, every snippet fits
 * into it, every command prints what stands below it.
 */
class GuideTest {
  private static final Path CAMPAIGNS = Path.of("../campaigns");

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"GUIDE.md", "GUIDE.en.md"})
  void shows_what_the_commands_print(String name) throws IOException {
    Path file = CAMPAIGNS.resolve(name);
    GuidePage page = new GuidePage(file);
    Path finished = Files.createDirectory(folder.resolve("finished"));
    page.writeFiles(finished);
    String now = page.printedAgain(finished);
    if ("write".equals(System.getProperty("nuanbao.expected"))) Files.writeString(file, now);
    assertThat(now).isEqualTo(Files.readString(file));
  }

  @Test
  void shows_a_case_and_a_coverage_that_are_right() throws IOException {
    GuidePage page = new GuidePage(CAMPAIGNS.resolve("GUIDE.md"));
    Path finished = Files.createDirectory(folder.resolve("finished"));
    Path campaign = page.writeFiles(finished);
    page.printedAgain(finished);
    CampaignCasesTest cases = new CampaignCasesTest();
    cases.takes_in_adds_up_and_prints_as_expected(campaign.resolve("cases/first-week"));
    cases.refuses_with_exactly_the_problems_expected(campaign.resolve("cases/first-week"));
    CoverageTest coverage = new CoverageTest();
    coverage.points_at_what_is_there(campaign.resolve("COVERAGE.md"));
    coverage.names_cases_that_are_there(campaign.resolve("COVERAGE.md"));
  }

  @Test
  void shows_the_same_files_in_both_languages() throws IOException {
    assertThat(new GuidePage(CAMPAIGNS.resolve("GUIDE.en.md")).shared())
        .isEqualTo(new GuidePage(CAMPAIGNS.resolve("GUIDE.md")).shared());
  }
}

package nuanbao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tasks of a small notice, by task, by unit, and held against what was reported. */
class MeasuresCommandTest {
  private static final String FOLDER = "src/test/resources/nuanbao/server/measures";

  /** Written anew with {@code -Dnuanbao.expected=write}. */
  @ParameterizedTest
  @CsvSource({
    "measures.txt, measures CAMPAIGN",
    "measures.en.txt, measures CAMPAIGN --lang en",
    "measures.json, measures CAMPAIGN --format json",
    "west.txt, measures CAMPAIGN --unit 西镇",
    "units.txt, measures CAMPAIGN --by unit",
    "units.json, measures CAMPAIGN --by unit --format json",
    "rosters.txt, measures CAMPAIGN --by roster",
    "rosters.json, measures CAMPAIGN --by roster --format json",
    "targets.txt, targets CAMPAIGN CAMPAIGN/answers",
    "targets.en.txt, targets CAMPAIGN CAMPAIGN/answers --lang en",
    "targets.json, targets CAMPAIGN CAMPAIGN/answers --format json",
    "targets-west.txt, targets CAMPAIGN CAMPAIGN/answers --at 2026-03-15 --unit 西镇"
  })
  void prints(String file, String command) throws IOException {
    CommandRun run = CommandRun.of(command.replace("CAMPAIGN", FOLDER).split(" "));
    assertThat(run.err()).isEmpty();
    assertThat(run.exit()).isZero();
    Path expected = Path.of(FOLDER, "expected", file);
    if ("write".equals(System.getProperty("nuanbao.expected"))) {
      Files.createDirectories(expected.getParent());
      Files.writeString(expected, run.out());
    }
    assertThat(run.out()).isEqualTo(Files.readString(expected));
  }

  @Test
  void cannot_run_for_a_unit_that_is_not_there() {
    CommandRun run = CommandRun.of("measures", FOLDER, "--unit", "北镇");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("没有叫“北镇”的单位");
  }
}

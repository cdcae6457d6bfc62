package nuanbao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is reported whenever something happens (及时报), on the command line. */
class ReportsOnEventsTest {
  private static final String CAMPAIGN = "../campaigns/shandong-2023";
  private static final String CASE = CAMPAIGN + "/cases/spring";

  private static CommandRun rollup(String round) {
    return CommandRun.of(
        "rollup",
        CAMPAIGN,
        "figures",
        "--cumulative",
        "--round",
        round,
        "--answers",
        CASE + "/answers",
        "--format",
        "csv");
  }

  @Test
  void adds_up_what_happened_until_then() throws IOException {
    CommandRun run = rollup("2023-02-27T1600");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .isEqualTo(
            Files.readString(Path.of(CASE, "expected/figures-cumulative-2023-02-27T1600.csv")));
  }

  @Test
  void names_no_moment_outside_the_campaign() {
    CommandRun run = rollup("2023-03-01T0000");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("没有“2023-03-01T0000”这一期");
  }

  @Test
  void tells_what_is_wrong_in_the_words_of_the_campaign() {
    CommandRun run =
        CommandRun.of(
            "answers",
            CAMPAIGN,
            "progress",
            CASE + "/refused/checks.json",
            "--unit",
            "潍坊市",
            "--round",
            "2023-02-08T1530",
            "--at",
            "2023-02-08T17:00:00+08:00");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("为农村务工人员追回工资.金额").doesNotContain("{people}");
  }
}

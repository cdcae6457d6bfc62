package nuanbao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every broken campaign answers with exactly the text of its {@code expected.txt}. Run with {@code
 * -Dnuanbao.expected=write} to write the texts anew, then read what changed.
 */
class RefusedCampaignsTest {
  private static final Path REFUSED = Path.of("../campaigns/refused");

  @ParameterizedTest
  @MethodSource
  void says_what_is_wrong_where_and_what_would_be_right(Path folder) throws IOException {
    CommandRun run = CommandRun.of("check", folder.toString());
    Path expected = folder.resolve("expected.txt");
    if ("write".equals(System.getProperty("nuanbao.expected"))) {
      Files.writeString(expected, run.out());
    }
    assertThat(run.out()).isEqualTo(Files.readString(expected));
    assertThat(run.exit()).isEqualTo(run.out().contains("不成立：") ? 1 : 0);
    assertThat(run.err()).isEmpty();
  }

  static List<Path> says_what_is_wrong_where_and_what_would_be_right() throws IOException {
    try (Stream<Path> folders = Files.list(REFUSED)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  /** Whatever is told of a folder with one mistake is told of the one that holds them all. */
  @Test
  void tells_all_mistakes_of_all_files_at_once() {
    CommandRun run = CommandRun.of("check", REFUSED.resolve("everything").toString());
    assertThat(run.out().lines().filter(line -> line.contains("  错误 ")).count()).isGreaterThan(30);
  }
}

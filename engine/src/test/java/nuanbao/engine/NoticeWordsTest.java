package nuanbao.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A new notice costs configuration, never Java: no word of one stands in main sources. */
class NoticeWordsTest {
  private static final Pattern WORD =
      Pattern.compile(
          "利州|通川|广元|达州|广西|山东|四川|附件[0-9]|走访|慰问|农民工|务工|返乡|欠薪|暖冬|春暖"
              + "|培训|招聘|证照|物资|乡镇|lizhou|tongchuan|guangxi|shandong|sichuan",
          Pattern.CASE_INSENSITIVE);

  @ParameterizedTest
  @ValueSource(strings = {"src/main", "../server/src/main", "fonts/src/main"})
  void no_word_of_a_notice_stands_in_main_sources(String folder) throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(NoticeWordsTest::isText).toList()) {
        Matcher matcher = WORD.matcher(Files.readString(file, StandardCharsets.UTF_8));
        while (matcher.find()) found.add(file + ": " + matcher.group());
      }
    }
    assertThat(found).isEmpty();
  }

  private static boolean isText(Path file) {
    String name = file.toString();
    return Files.isRegularFile(file)
        && Stream.of(".java", ".json", ".jte", ".g4", ".properties", ".xml", ".css", ".js")
            .anyMatch(name::endsWith);
  }
}

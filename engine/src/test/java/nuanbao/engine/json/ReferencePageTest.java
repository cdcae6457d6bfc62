package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nuanbao.engine.Campaigns;
import nuanbao.engine.problem.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reference for implementers says what the schemas say. */
class ReferencePageTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(#([^)]+)\\)");
  private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");

  /** Run with {@code -Dnuanbao.expected=write} to write the page anew. */
  @ParameterizedTest
  @CsvSource({"REFERENCE.md, CHINESE", "REFERENCE.en.md, ENGLISH"})
  void is_written_from_the_schemas(String file, Language language) throws IOException {
    Path page = Campaigns.folder(file);
    String written = new ReferencePage(language).write();
    if ("write".equals(System.getProperty("nuanbao.expected"))) Files.writeString(page, written);
    assertThat(Files.readString(page)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource({"CHINESE", "ENGLISH"})
  void links_to_its_own_sections_only(Language language) {
    String written = new ReferencePage(language).write();
    Set<String> anchors = all(ANCHOR, written);
    assertThat(anchors).containsAll(all(LINK, written));
  }

  private static Set<String> all(Pattern pattern, String page) {
    Set<String> found = new HashSet<>();
    Matcher matcher = pattern.matcher(page);
    while (matcher.find()) found.add(matcher.group(1));
    return found;
  }
}

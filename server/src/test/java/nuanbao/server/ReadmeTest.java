package nuanbao.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README shows is what the build runs. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void shows_the_files_as_they_are(String name) throws IOException {
    String readme = Files.readString(ROOT.resolve(name));
    for (String file :
        new String[] {
          "campaigns/example-small/campaign.json", "campaigns/example-small/forms/table.json"
        }) {
      assertThat(readme).contains(Files.readString(ROOT.resolve(file)).strip());
    }
    String example =
        Files.readString(
            ROOT.resolve(
                "examples/embed-plain/src/main/java/nuanbao/examples/embedplain/EmbedPlain.java"));
    int from = readme.indexOf("```java") + "```java".length();
    String snippet = readme.substring(from, readme.indexOf("```", from)).strip();
    assertThat(example).contains(snippet);
  }
}

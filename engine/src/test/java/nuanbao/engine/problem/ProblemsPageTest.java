package nuanbao.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of problems say of every code what the catalogue says, why, and show it. */
class ProblemsPageTest {
  @TempDir private static Path scratch = Path.of("");
  private static Map<ProblemCode, ProblemExample> examples = Map.of();

  @BeforeAll
  static void runs_every_example() {
    examples = ProblemExample.all(scratch);
  }

  /** Run with {@code -Dnuanbao.expected=write} to write the page anew. */
  @ParameterizedTest
  @CsvSource({"PROBLEMS.md, ENGLISH", "PROBLEMS.zh-CN.md, CHINESE"})
  void is_written_from_the_catalogue(String file, Language language) throws IOException {
    Path page = Path.of(file);
    String written = new ProblemsPage(language, examples).write();
    if ("write".equals(System.getProperty("nuanbao.expected"))) Files.writeString(page, written);
    assertThat(Files.readString(page)).isEqualTo(written);
  }

  @ParameterizedTest
  @EnumSource
  void says_why_and_what_would_be_right(ProblemCode code) {
    JsonNode reason = ProblemsPage.reasons().path(code.code());
    assertThat(reason.at("/why/zh").asText()).endsWith("。");
    assertThat(reason.at("/why/en").asText()).endsWith(".");
    boolean hasRemedy = !code.remedy().chinese().isEmpty();
    assertThat(reason.has("fix")).as("a fix where the catalogue has none").isEqualTo(!hasRemedy);
    if (!hasRemedy) {
      assertThat(reason.at("/fix/zh").asText()).endsWith("。");
      assertThat(reason.at("/fix/en").asText()).endsWith(".");
    }
  }

  @Test
  void gives_reasons_for_codes_of_the_catalogue_only() {
    assertThat(ProblemsPage.reasons().fieldNames())
        .toIterable()
        .containsExactlyElementsOf(Stream.of(ProblemCode.values()).map(ProblemCode::code).toList());
  }

  @Test
  void shows_every_code() {
    assertThat(examples.keySet()).containsExactly(ProblemCode.values());
  }
}

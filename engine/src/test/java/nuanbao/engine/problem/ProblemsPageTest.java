package nuanbao.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The pages of problems say of every code what the catalogue says, why, and show it. */
class ProblemsPageTest {
  /** What no broken campaign and no example shows yet: this list may only shrink. */
  private static final Set<ProblemCode> NOT_SHOWN =
      EnumSet.of(
          ProblemCode.FILE_UNREADABLE,
          ProblemCode.FILE_TOO_LARGE,
          ProblemCode.JSON_TOO_LONG,
          ProblemCode.JSON_TOO_MANY,
          ProblemCode.TOO_MANY_PROBLEMS,
          ProblemCode.SCHEMA_OTHER,
          ProblemCode.UNKNOWN_CHECK,
          ProblemCode.TOO_MANY_COLUMNS,
          ProblemCode.REPORT_OF_TWO_DUTIES,
          ProblemCode.FORMULA_NOT_A_VALUE,
          ProblemCode.FORMULA_TOO_LONG,
          ProblemCode.FORMULA_NO_RANGE,
          ProblemCode.FORMULA_NESTED_TOO_OFTEN,
          ProblemCode.CHECK_WAIVED,
          ProblemCode.ANSWERS_MUST_APPLY,
          ProblemCode.ANSWERS_ENTRY_WITHOUT_UNIT,
          ProblemCode.UNKNOWN_CAMPAIGN,
          ProblemCode.UNKNOWN_REPORT,
          ProblemCode.SUBMISSION_ID_REUSED,
          ProblemCode.WAIVER_REASON_LENGTH,
          ProblemCode.WAIVED_ALREADY,
          ProblemCode.NOTHING_TO_ACCEPT,
          ProblemCode.ACCEPTANCE_OUTDATED,
          ProblemCode.ACCEPTED_ALREADY,
          ProblemCode.ACCEPTANCE_NEEDS_EXCUSE);

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
  void shows_every_code_but_a_few() {
    Set<ProblemCode> missing = EnumSet.allOf(ProblemCode.class);
    missing.removeAll(examples.keySet());
    assertThat(missing).isEqualTo(NOT_SHOWN);
  }
}

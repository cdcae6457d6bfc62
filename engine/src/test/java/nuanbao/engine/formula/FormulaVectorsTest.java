package nuanbao.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nuanbao.engine.formula.Formula.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The conformance vectors of the language, and that what its pages show is among them. */
class FormulaVectorsTest {
  private static final Pattern EXAMPLES = Pattern.compile("```formula\n(.*?)```", Pattern.DOTALL);
  private static final List<String> STATES = List.of("5", "0", "空", "不适用", "没有报", "算不出");

  @ParameterizedTest
  @MethodSource("all")
  void comes_out_as_the_vector_says(Vector vector) {
    JsonNode said = vector.said();
    List<String> problems = new ArrayList<>();
    said.path("problems").forEach(one -> problems.add(one.asText()));
    assertThat(
            vector.parse().mistakes().stream()
                .map(one -> one.problem().code() + "@" + one.offset() + "+" + one.length()))
        .containsExactlyElementsOf(problems);
    if (said.has("value")) {
      Value value = vector.read().evaluate(vector.scope());
      assertThat(VectorScope.write(value)).isEqualTo(said.get("value").asText());
    }
    if (said.has("kind")) {
      assertThat(vector.read().kind()).hasToString(said.get("kind").asText());
    }
    if (said.has("verdict")) {
      assertThat(vector.read().test(vector.scope())).hasToString(said.get("verdict").asText());
    }
    if (said.has("why")) {
      Explanation why = vector.read().explainFailure(vector.scope()).orElseThrow();
      assertThat(why.text().chinese()).isEqualTo(said.get("why").asText());
      if (said.has("whyEnglish")) {
        assertThat(why.text().english()).isEqualTo(said.get("whyEnglish").asText());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void explains_every_failure_and_nothing_else(Vector vector) {
    if (vector.parse().formula().isEmpty() || !vector.read().isCondition()) return;
    Formula rule = vector.read();
    boolean fails = rule.test(vector.scope()) == Verdict.FAILS;
    assertThat(rule.explainFailure(vector.scope()).isPresent()).isEqualTo(fails);
  }

  @ParameterizedTest
  @MethodSource("all")
  void prints_what_reads_back_to_the_same(Vector vector) {
    if (vector.parse().formula().isEmpty()) return;
    Formula formula = vector.parse().formula().orElseThrow();
    Formula again = vector.parse(formula.print()).formula().orElseThrow();
    assertThat(again.root()).isEqualTo(formula.root());
    assertThat(again.print()).isEqualTo(formula.print());
  }

  @ParameterizedTest
  @MethodSource("all")
  void is_never_certain_of_what_comes_out_otherwise(Vector vector) {
    if (vector.parse().formula().isEmpty() || !vector.read().isCondition()) return;
    Formula rule = vector.read();
    Verdict verdict = rule.test(vector.scope());
    if (verdict == Verdict.NOT_APPLICABLE) return;
    assertThat(rule.certainVerdict().orElse(verdict)).isEqualTo(verdict);
  }

  static List<Vector> all() {
    return Vector.all();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FORMULAS.md", "FORMULAS.zh-CN.md"})
  void every_example_of_the_page_is_a_vector(String page) throws IOException {
    Set<String> known = Vector.all().stream().map(Vector::formula).collect(Collectors.toSet());
    List<String> shown = new ArrayList<>();
    Matcher blocks = EXAMPLES.matcher(Files.readString(Path.of(page)));
    while (blocks.find()) blocks.group(1).lines().map(String::strip).forEach(shown::add);
    assertThat(shown).isNotEmpty();
    assertThat(known).containsAll(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FORMULAS.md", "FORMULAS.zh-CN.md"})
  void every_function_is_on_the_page(String page) throws IOException {
    String text = Files.readString(Path.of(page));
    assertThat(Functions.builtInOnes().names())
        .hasSize(50)
        .allSatisfy(name -> assertThat(text).contains("`" + name + "`"));
  }

  /** The table of blank, 0, 不适用, not reported and failed is run as it is printed. */
  @ParameterizedTest
  @ValueSource(strings = {"FORMULAS.md", "FORMULAS.zh-CN.md"})
  void the_table_of_the_page_is_what_vectors_say(String page) throws IOException {
    Set<String> vectors =
        Vector.all().stream()
            .filter(one -> one.file().equals("blank-table.json"))
            .map(
                one ->
                    one.said().get("row").asText()
                        + one.said().get("state")
                        + one.said().get("value"))
            .collect(Collectors.toSet());
    List<String> printed = new ArrayList<>();
    try (Stream<String> lines = Files.lines(Path.of(page))) {
      for (String line : lines.filter(one -> one.startsWith("| `")).toList()) {
        String[] cells = line.split("\\|");
        if (cells.length != STATES.size() + 2) continue;
        String formula = cells[1].strip().replace("`", "");
        for (int i = 0; i < STATES.size(); i++) {
          printed.add(formula + "\"" + STATES.get(i) + "\"\"" + cells[i + 2].strip() + "\"");
        }
      }
    }
    assertThat(printed).hasSizeGreaterThan(100);
    assertThat(vectors).containsExactlyInAnyOrderElementsOf(printed);
  }
}

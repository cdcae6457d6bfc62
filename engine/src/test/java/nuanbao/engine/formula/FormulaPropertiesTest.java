package nuanbao.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.engine.formula.Formula.Verdict;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every formula, tried on many. */
class FormulaPropertiesTest {
  private static final FormulaParser PARSER = new FormulaParser(RandomFormulas.NAMES);

  @Test
  void prints_what_reads_back_to_the_same() {
    RandomFormulas formulas = new RandomFormulas(1);
    int read = 0;
    for (int i = 0; i < 3_000; i++) {
      String text = i % 2 == 0 ? formulas.number(1 + i % 4) : formulas.condition(1 + i % 4);
      Optional<Formula> formula = PARSER.parseValue(text).formula();
      if (formula.isEmpty()) continue;
      read++;
      String printed = formula.get().print();
      Formula again =
          PARSER
              .parseValue(printed)
              .formula()
              .orElseThrow(() -> new AssertionError(text + " is printed as " + printed));
      assertThat(again.root()).as(text).isEqualTo(formula.get().root());
      assertThat(again.print()).isEqualTo(printed);
    }
    assertThat(read).isGreaterThan(2_500);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "非 "})
  void prints_as_many_signs_as_can_be_read(String sign) {
    String text = sign.repeat(50) + (sign.equals("-") ? "甲" : "真");
    assertThat(PARSER.parseValue(text).formula().orElseThrow().print()).isEqualTo(text);
  }

  @Test
  void is_certain_only_of_what_always_comes_out() {
    RandomFormulas formulas = new RandomFormulas(2);
    int certain = 0;
    for (int i = 0; i < 4_000; i++) {
      Optional<Formula> read = PARSER.parseCondition(formulas.condition(1 + i % 3)).formula();
      if (read.isEmpty()) continue;
      for (Formula rule :
          List.of(
              read.get(),
              read.get().withBlankAsZero(),
              read.get().withTolerance(BigDecimal.valueOf(3)))) {
        Optional<Verdict> verdict = rule.certainVerdict();
        if (verdict.isEmpty()) continue;
        certain++;
        for (int j = 0; j < 10; j++) {
          assertThat(rule.test(formulas.scope()))
              .as(rule.text())
              .isIn(verdict.get(), Verdict.NOT_APPLICABLE);
        }
      }
    }
    assertThat(certain).isGreaterThan(200);
  }

  @Test
  void says_why_wherever_a_rule_fails_and_nowhere_else() {
    RandomFormulas formulas = new RandomFormulas(3);
    for (int i = 0; i < 3_000; i++) {
      Optional<Formula> rule = PARSER.parseCondition(formulas.condition(1 + i % 3)).formula();
      if (rule.isEmpty()) continue;
      Scope scope = formulas.scope();
      assertThat(rule.get().explainFailure(scope).isPresent())
          .as(rule.get().text())
          .isEqualTo(rule.get().test(scope) == Verdict.FAILS);
    }
  }

  @ParameterizedTest
  @MethodSource
  void takes_no_time_over_what_nobody_can_mean(String text) {
    Assertions.assertTimeout(
        Duration.ofSeconds(2),
        () ->
            assertThatCode(
                    () -> {
                      PARSER.parseCondition(text);
                      PARSER.parseValue(text);
                    })
                .doesNotThrowAnyException());
  }

  static Stream<String> takes_no_time_over_what_nobody_can_mean() {
    List<String> hostile = new ArrayList<>();
    for (String piece :
        List.of(
            "(", ")", "-", "非 ", "甲 ", "甲.", "合计(", "合计(甲 当 ", "[", "'", "甲=", "甲且", "1 ", "90%",
            "..", "甲+", "甲×", ",", "𠮷", "\uD83D", "(甲)", "甲 或 非 ", "a(b(", "如果(甲>1,", ")(",
            "非 -(")) {
      hostile.add(piece.repeat(2_000 / piece.length()));
    }
    hostile.add("(".repeat(49) + "甲" + ")".repeat(49));
    hostile.add("合计(".repeat(49) + "甲" + ")".repeat(49));
    hostile.add("-(".repeat(49) + "甲" + ")".repeat(49));
    hostile.add("9".repeat(2_000));
    hostile.add("甲×".repeat(999) + "甲");
    hostile.add("甲".repeat(2_000));
    RandomFormulas formulas = new RandomFormulas(4);
    for (int i = 0; i < 50; i++) hostile.add(formulas.garbage(1_990));
    return hostile.stream();
  }

  @ParameterizedTest
  @MethodSource
  void refuses_what_is_nested_too_deep(String text) {
    assertThat(PARSER.parseValue(text).mistakes())
        .extracting(mistake -> mistake.problem().code().code())
        .containsExactly("formula-too-deep");
  }

  static Stream<String> refuses_what_is_nested_too_deep() {
    return Stream.of(
        "(".repeat(51) + "甲" + ")".repeat(51),
        "绝对值(".repeat(51) + "甲" + ")".repeat(51),
        "-".repeat(51) + "甲",
        "非 ".repeat(51) + "真",
        ")".repeat(100) + "(".repeat(51),
        "（".repeat(26) + "-".repeat(26) + "甲",
        "-(".repeat(26) + "甲" + ")".repeat(26),
        "非 ".repeat(49) + "(非 (真))",
        "非 ".repeat(49) + "真 = (非 真)",
        "-".repeat(26) + "合计(" + "-".repeat(24) + "甲)");
  }

  @ParameterizedTest
  @MethodSource
  void reads_what_is_long_but_not_deep(String text) {
    assertThat(PARSER.parseValue(text).mistakes()).isEmpty();
  }

  static Stream<String> reads_what_is_long_but_not_deep() {
    return Stream.of(
        "-甲 + ".repeat(100) + "-甲",
        "甲 - ".repeat(100) + "甲",
        "甲 - (".repeat(50) + "甲" + ")".repeat(50),
        "非 真 且 ".repeat(100) + "非 真",
        "合计(-甲, -(甲)) - ".repeat(60) + "甲",
        "-".repeat(25) + "合计(" + "-".repeat(24) + "甲)");
  }
}

package nuanbao.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nuanbao.engine.formula.FormulaPattern.Expanded;
import nuanbao.engine.formula.FormulaPattern.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaPatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c{n} >= 0 | 13,15 | c13 >= 0;c15 >= 0",
        "r{n} <= r{n-1} | 2,3 | r2 <= r1;r3 <= r2",
        "r{n} <= r{n-1} | 02,10 | r02 <= r01;r10 <= r09",
        "c{n} = c{ n + 1 } + c{n+2} | 9 | c9 = c10 + c11",
        "c{n+1} | 09 | c10",
        "c[{n}] | 丙,丁 | c[丙];c[丁]"
      })
  void writes_the_rule_for_each(String pattern, String run, String rules) {
    Expanded expanded = new FormulaPattern(pattern).expand(List.of(run.split(",")));
    assertThat(expanded.mistakes()).isEmpty();
    assertThat(expanded.rules()).extracting(Rule::text).containsExactly(rules.split(";"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 9 | 2 | 1,3,5,7,9",
        "1 | 4 | 2 | 1,3",
        "01 | 3 | 1 | 01,02,03",
        "08 | 10 | 1 | 08,09,10",
        "3 | 1 | -1 | 3,2,1",
        "5 | 5 | 7 | 5"
      })
  void counts_a_run(String from, String to, int step, String values) {
    assertThat(FormulaPattern.run(from, to, step).values()).containsExactly(values.split(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 9 | 0",
        "9 | 1 | 1",
        "1 | 9 | -1",
        "a | 9 | 1",
        "1 | 1000000 | 1",
        "1 | 1.5 | 1",
        "-1 | 3 | 1"
      })
  void refuses_a_run_that_cannot_be_counted(String from, String to, int step) {
    assertThat(FormulaPattern.run(from, to, step).problems())
        .extracting(problem -> problem.code().code())
        .containsExactly("formula-bad-run");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "c{m} | 1 | formula-bad-placeholder@1+3",
        "c{n | 1 | formula-bad-placeholder@1+2",
        "c{n} + } | 1 | formula-bad-placeholder@7+1",
        "c{n*2} | 1 | formula-bad-placeholder@1+5",
        "c{} | 1 | formula-bad-placeholder@1+2",
        "c1 >= 0 | 1 | formula-no-placeholder@0+7",
        "c{n} + c{n-2} | 1 | formula-no-neighbour@8+5",
        "c{n-1} | 丙 | formula-no-neighbour@1+5"
      })
  void says_what_is_wrong_and_where(String pattern, String run, String mistake) {
    Expanded expanded = new FormulaPattern(pattern).expand(List.of(run.split(",")));
    assertThat(expanded.rules()).isEmpty();
    assertThat(expanded.mistakes())
        .extracting(one -> one.problem().code() + "@" + one.offset() + "+" + one.length())
        .containsExactly(mistake);
  }

  @Test
  void knows_where_in_the_pattern_a_place_was_written() {
    Rule rule = new FormulaPattern("c{n} >= 甲").expand(List.of("13")).rules().get(0);
    assertThat(rule.text()).isEqualTo("c13 >= 甲");
    assertThat(rule.placeInPattern(0)).isZero();
    assertThat(rule.placeInPattern(2)).isEqualTo(1);
    assertThat(rule.placeInPattern(7)).isEqualTo(8);
    assertThat(rule.placeInPattern(8)).isEqualTo(9);
  }

  @Test
  void refuses_a_run_of_nothing() {
    assertThat(new FormulaPattern("c{n}").expand(List.of()).mistakes()).hasSize(1);
  }
}

package nuanbao.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nuanbao.engine.form.CellReference;
import nuanbao.engine.form.Column;
import nuanbao.engine.form.Columns;
import nuanbao.engine.form.FormNames;
import nuanbao.engine.formula.Formula.Verdict;
import nuanbao.engine.formula.FormulaParser.Parsed;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
  private static final List<Column> COLUMNS =
      List.of(
          named("a", "甲", true),
          named("b", "乙", true),
          named("money.goods", "金额（万元）.实物", true),
          named("money.cash", "金额（万元）.现金", true),
          named("people.women", "人数.妇女", true),
          named("homes.women", "户数.妇女", true),
          named("exit", "出国（境）", true),
          named("name", "名称", false),
          named("other", "别名", false));
  private static final List<Column> COVER = List.of(named("size", "规模", true));
  private static final FormulaParser PARSER =
      new FormulaParser(new FormNames(COLUMNS, COVER, List.of()));

  private static Column named(String path, String titles, boolean isNumber) {
    return Columns.of(path, titles, isNumber ? Columns.number(2) : Columns.words(200));
  }

  /** Reads {@code a=1 b=0.10 name=x}: numbers are numbers, anything else is words. */
  private static Scope scope(String cells) {
    Map<String, Value> values = new HashMap<>();
    for (String cell : cells.isBlank() ? new String[0] : cells.split(" ")) {
      String[] parts = cell.split("=");
      boolean number = parts[1].matches("-?[0-9.]+");
      values.put(parts[0], number ? Value.of(new BigDecimal(parts[1])) : Value.of(parts[1]));
    }
    return reference ->
        values.getOrDefault(
            ((CellReference) reference).column().orElseThrow().value(), Value.BLANK);
  }

  private static String evaluate(String formula, Scope scope) {
    Value value = PARSER.parseValue(formula).formula().orElseThrow().evaluate(scope);
    return value instanceof Value.Number number
        ? number.amount().stripTrailingZeros().toPlainString()
        : value.getClass().getSimpleName();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "甲 + 乙 | a=0.1 b=0.2 | 0.3",
        "甲 − 乙 | a=1 b=3 | -2",
        "甲 × 乙 | a=1.10 b=0.3 | 0.33",
        "甲 ÷ 乙 | a=1 b=3 | 0.3333333333333333333333333333333333",
        "甲 / 乙 * 乙 | a=2 b=3 | 2.0000000000000000000000000000000001",
        "甲 + 乙 * 2 | a=1 b=2 | 5",
        "(甲 + 乙) * 2 | a=1 b=2 | 6",
        "（甲＋乙）×2 | a=1 b=2 | 6",
        "甲 - 乙 - 1 | a=5 b=2 | 2",
        "-甲 + 乙 | a=5 b=2 | -3",
        "金额.实物 + 现金 | money.goods=1.5 money.cash=2 | 3.5",
        "money.goods + cash | money.goods=1.5 money.cash=2 | 3.5",
        "[出国（境）] + 1 | exit=1 | 2",
        "表头.规模 + 甲 | size=7 a=1 | 8"
      })
  void computes_exactly(String formula, String cells, String expected) {
    assertThat(evaluate(formula, scope(cells))).isEqualTo(expected);
  }

  /** What blank does: 0 in a sum where anything is there; a product with a blank is blank. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "甲 + 乙 | a=1 | 1",
        "甲 - 乙 | b=1 | -1",
        "甲 + 乙 | '' | Blank",
        "甲 × 乙 | a=1 | Blank",
        "甲 ÷ 乙 | a=1 | Blank",
        "甲 ÷ 乙 | a=1 b=0 | Blank",
        "-甲 | '' | Blank",
        "甲 + 乙 × 2 | a=1 | 1"
      })
  void tells_blank_from_zero(String formula, String cells, String expected) {
    assertThat(evaluate(formula, scope(cells))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "甲 = 乙 | a=1.0 b=1.00 | HOLDS",
        "甲 ≠ 乙 | a=1 b=1 | FAILS",
        "甲 != 乙 | a=1 b=2 | HOLDS",
        "甲 < 乙 | a=1 b=1 | FAILS",
        "甲 ≤ 乙 | a=1 b=1 | HOLDS",
        "甲 <= 乙 | a=2 b=1 | FAILS",
        "甲 > 乙 | a=2 b=1 | HOLDS",
        "甲 ≥ 乙 | a=1 b=2 | FAILS",
        "甲 >= 0 | a=-1 | FAILS",
        "0 <= 甲 <= 10 | a=11 | FAILS",
        "0 <= 甲 <= 10 | a=10 | HOLDS",
        "甲 = 乙 | a=1 | NOT_APPLICABLE",
        "甲 <= 10 <= 乙 | a=11 | FAILS",
        "名称 = 别名 | name=x other=x | HOLDS",
        "名称 ≠ 别名 | name=x other=x | FAILS"
      })
  void compares(String formula, String cells, Verdict expected) {
    Formula condition = PARSER.parseCondition(formula).formula().orElseThrow();
    assertThat(condition.test(scope(cells))).isEqualTo(expected);
  }

  @Test
  void explains_a_failure_in_figures() {
    Formula rule = PARSER.parseCondition("甲 = 实物 + 现金").formula().orElseThrow();
    Explanation why =
        rule.explainFailure(scope("a=12.30 money.goods=5.10 money.cash=7.25")).orElseThrow();
    assertThat(why.text().in(Language.CHINESE))
        .isEqualTo("甲 12.3 ≠ 金额（万元）.实物 5.1 + 金额（万元）.现金 7.25 = 12.35（差 0.05）");
  }

  @Test
  void carries_a_failed_figure_through() {
    Scope failing = reference -> new Value.Failed(Text.of("太大"));
    assertThat(evaluate("甲 + 1", failing)).isEqualTo("Failed");
    assertThat(PARSER.parseCondition("甲 > 1").formula().orElseThrow().test(failing))
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "甲 + | formula-unfinished | 3",
        "甲 + + 乙 | formula-syntax | 4",
        "甲 # 乙 | formula-syntax | 2",
        "丙 + 1 | formula-unknown-name | 0",
        "妇女 + 1 | formula-ambiguous-name | 0",
        "名称 + 1 | formula-words-as-number | 0",
        "甲 + 名称 | formula-words-as-number | 4"
      })
  void says_what_is_wrong_and_where(String formula, String code, int offset) {
    Parsed parsed = PARSER.parseValue(formula);
    assertThat(parsed.formula()).isEmpty();
    assertThat(parsed.mistakes())
        .first()
        .satisfies(
            mistake -> {
              assertThat(mistake.problem().code()).hasToString(code);
              assertThat(mistake.offset()).isEqualTo(offset);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"名称 < 别名", "名称 = 1", "甲 = 名称"})
  void compares_words_only_for_being_the_same(String formula) {
    assertThat(PARSER.parseCondition(formula).mistakes())
        .extracting(mistake -> mistake.problem().code().code())
        .containsExactly("formula-words-as-number");
  }

  @Test
  void refuses_a_condition_that_is_none() {
    assertThat(PARSER.parseCondition("甲 + 乙").mistakes())
        .extracting(mistake -> mistake.problem().code().code())
        .containsExactly("formula-not-a-condition");
  }

  @Test
  void refuses_brackets_without_end() {
    String deep = "(".repeat(900) + "甲" + ")".repeat(900);
    assertThat(PARSER.parseValue(deep).mistakes())
        .extracting(mistake -> mistake.problem().code().code())
        .containsExactly("formula-too-deep");
  }

  @Test
  void refuses_a_formula_that_nobody_could_read() {
    assertThat(PARSER.parseValue("甲+".repeat(1000) + "甲").mistakes())
        .extracting(mistake -> mistake.problem().code().code())
        .containsExactly("formula-too-long");
  }

  @Test
  void suggests_the_name_that_was_meant() {
    Parsed parsed = PARSER.parseValue("人数.妇人");
    assertThat(parsed.mistakes().get(0).problem().remedy(Language.CHINESE))
        .contains("您是不是要写：人数.妇女");
  }

  @Test
  void names_both_columns_that_an_unclear_name_could_mean() {
    Parsed parsed = PARSER.parseValue("妇女");
    assertThat(parsed.mistakes().get(0).problem().remedy(Language.CHINESE))
        .contains("写明是哪一个：人数.妇女、户数.妇女");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "合汁(甲) | 您是不是要写：合计",
        "summ(甲) | 您是不是要写：sum",
        "四舍五入(甲, 1, 2) | 写法：四舍五入(数, [小数位数])",
        "合计() | 写法：合计(数, …)",
        "甲 × 90% | 写成小数：0.9"
      })
  void says_what_would_be_right(String formula, String remedy) {
    assertThat(PARSER.parseValue(formula).mistakes().get(0).problem().remedy(Language.CHINESE))
        .contains(remedy);
  }

  @Test
  void names_everything_it_uses_in_the_order_of_the_text() {
    Formula formula = PARSER.parseValue("如果(名称 = '甲', 合计(乙, 甲), -实物) × 乙").formula().orElseThrow();
    assertThat(formula.references())
        .extracting(Reference::title)
        .containsExactly("名称", "乙", "甲", "金额（万元）.实物", "乙");
  }

  @Test
  void is_written_for_a_person_with_titles_and_without_values() {
    Formula formula =
        PARSER.parseCondition("a>=合计(money.cash, 2) 且 b <= 上期(a)").formula().orElseThrow();
    assertThat(formula.title()).isEqualTo("甲 ≥ 合计(金额（万元）.现金, 2) 且 乙 ≤ 上期(甲)");
  }

  @Test
  void keeps_the_rule_as_written_under_another_handling() {
    Formula rule = PARSER.parseCondition("甲=乙").formula().orElseThrow();
    Formula other = rule.withBlankAsZero().withTolerance(BigDecimal.ONE);
    assertThat(other.text()).isEqualTo("甲=乙");
    assertThat(other.print()).isEqualTo("甲 = 乙");
    assertThat(other.test(scope("a=1"))).isEqualTo(Verdict.HOLDS);
    assertThat(other.test(scope("a=2"))).isEqualTo(Verdict.FAILS);
  }
}

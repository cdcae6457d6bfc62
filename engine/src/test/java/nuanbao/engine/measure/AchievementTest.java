package nuanbao.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import nuanbao.engine.formula.Value;
import nuanbao.engine.problem.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When a target is reached. */
class AchievementTest {

  private static Value number(String amount) {
    return Value.of(new BigDecimal(amount));
  }

  @ParameterizedTest
  @MethodSource
  void says_whether_a_target_is_reached(
      Comparison comparison, String number, Value figure, boolean isComplete, Verdict expected) {
    assertThat(Achievement.of(comparison, new BigDecimal(number), figure, isComplete).verdict())
        .isEqualTo(expected);
  }

  static Stream<Arguments> says_whether_a_target_is_reached() {
    return Stream.of(
        argumentSet("exactly", Comparison.LEAST, "3", number("3"), true, Verdict.REACHED),
        argumentSet(
            "exactly, as 3.00", Comparison.LEAST, "3", number("3.00"), true, Verdict.REACHED),
        argumentSet(
            "a hair below", Comparison.LEAST, "90", number("89.999"), true, Verdict.NOT_REACHED),
        argumentSet("enough already", Comparison.LEAST, "3", number("4"), false, Verdict.REACHED),
        argumentSet(
            "0 was reported", Comparison.LEAST, "3", number("0"), true, Verdict.NOT_REACHED),
        argumentSet("0 of 0", Comparison.LEAST, "0", number("0"), true, Verdict.REACHED),
        argumentSet(
            "not reported is not 0", Comparison.LEAST, "0", Value.BLANK, true, Verdict.NO_FIGURE),
        argumentSet("at most 0 and 0", Comparison.MOST, "0", number("0"), true, Verdict.REACHED),
        argumentSet(
            "at most 0 and 1", Comparison.MOST, "0", number("1"), true, Verdict.NOT_REACHED),
        argumentSet(
            "at most 0, not reported", Comparison.MOST, "0", Value.BLANK, false, Verdict.NO_FIGURE),
        argumentSet(
            "within, but some are missing",
            Comparison.MOST,
            "5",
            number("5"),
            false,
            Verdict.INCOMPLETE),
        argumentSet(
            "over it whatever is missing",
            Comparison.MOST,
            "5",
            number("6"),
            false,
            Verdict.NOT_REACHED),
        argumentSet(
            "about, reached", Comparison.ABOUT, "2000", number("2000"), true, Verdict.REACHED),
        argumentSet("about, below", Comparison.ABOUT, "2000", number("1999"), true, Verdict.OPEN),
        argumentSet(
            "不适用", Comparison.LEAST, "3", Value.NOT_APPLICABLE, true, Verdict.NOT_APPLICABLE),
        argumentSet(
            "failed",
            Comparison.LEAST,
            "3",
            new Value.Failed(Text.of("1 ÷ 0")),
            true,
            Verdict.FAILED));
  }

  @Test
  void tells_the_rate_exactly_and_only_of_what_is_to_be_reached() {
    assertThat(rate(Comparison.LEAST, "8", number("3"))).isEqualByComparingTo("37.5");
    assertThat(rate(Comparison.ABOUT, "2000", number("2100"))).isEqualByComparingTo("105");
    assertThat(of(Comparison.LEAST, "0", number("3")).rate()).isEmpty();
    assertThat(of(Comparison.MOST, "5", number("3")).rate()).isEmpty();
    assertThat(of(Comparison.LEAST, "5", Value.BLANK).rate()).isEmpty();
    assertThat(rate(Comparison.LEAST, "5", number("0"))).isEqualByComparingTo("0");
  }

  private static Achievement of(Comparison comparison, String number, Value figure) {
    return Achievement.of(comparison, new BigDecimal(number), figure, true);
  }

  private static BigDecimal rate(Comparison comparison, String number, Value figure) {
    return of(comparison, number, figure).rate().orElseThrow();
  }

  @Test
  void covers_all_rows_or_it_is_not_reached() {
    assertThat(Achievement.ofRows(10, 10).verdict()).isEqualTo(Verdict.REACHED);
    assertThat(Achievement.ofRows(9, 10).verdict()).isEqualTo(Verdict.NOT_REACHED);
    assertThat(Achievement.ofRows(0, 10).verdict()).isEqualTo(Verdict.NOT_REACHED);
    assertThat(Achievement.ofRows(0, 0).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void is_reached_by_all_or_by_one_of_several_ways() {
    Achievement reached = of(Comparison.LEAST, "3", number("3"));
    Achievement not = of(Comparison.LEAST, "3", number("2"));
    Achievement unknown = of(Comparison.LEAST, "3", Value.BLANK);
    Achievement apart = of(Comparison.LEAST, "3", Value.NOT_APPLICABLE);
    assertThat(Achievement.ofAll(List.of(reached, apart))).isEqualTo(Verdict.REACHED);
    assertThat(Achievement.ofAll(List.of(reached, not, unknown))).isEqualTo(Verdict.NOT_REACHED);
    assertThat(Achievement.ofAll(List.of(reached, unknown))).isEqualTo(Verdict.NO_FIGURE);
    assertThat(Achievement.ofAll(List.of(apart))).isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(Achievement.ofEither(List.of(Verdict.NOT_REACHED, Verdict.REACHED)))
        .isEqualTo(Verdict.REACHED);
    assertThat(Achievement.ofEither(List.of(Verdict.NOT_REACHED, Verdict.NO_FIGURE)))
        .isEqualTo(Verdict.NO_FIGURE);
    assertThat(Achievement.ofEither(List.of(Verdict.NOT_REACHED, Verdict.NOT_REACHED)))
        .isEqualTo(Verdict.NOT_REACHED);
  }
}

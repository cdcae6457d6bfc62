package nuanbao.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "万元, 元, 10000",
    "元, 万元, 0.0001",
    "亿元, 万元, 10000",
    "公顷, 万平方米, 1",
    "公里, 米, 1000",
    "%, ‰, 10"
  })
  void converts(String one, String other, String factor) {
    assertThat(Quantity.factor(one, other).orElseThrow()).isEqualByComparingTo(factor);
  }

  @ParameterizedTest
  @CsvSource({"人, 户", "人, 人次", "元, 人", "盏, 元", "盏, 台"})
  void converts_only_what_is_of_one_measure(String one, String other) {
    assertThat(Quantity.factor(one, other)).isEmpty();
    assertThat(Quantity.areSame(one, other)).isFalse();
  }

  @Test
  void takes_a_unit_that_is_in_no_table_for_the_same_as_itself() {
    assertThat(Quantity.areSame("盏", "盏")).isTrue();
    assertThat(Quantity.named("盏")).isEmpty();
  }
}

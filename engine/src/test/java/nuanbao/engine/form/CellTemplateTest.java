package nuanbao.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellTemplateTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        "{a}，{b} | 米 | 1.5 | 米，1.5",
        "{a}，{b} | '' | 1.5 | 1.5",
        "{a}，{b} | 米 | '' | 米",
        "{a}，{b} | '' | '' | ''",
        "共{a}份（{b}元） | 3 | 5 | 共3份（5元）",
        "{a | 1 | 2 | ''"
      })
  void leaves_out_what_is_blank(String template, String a, String b, String printed) {
    Map<String, String> values = Map.of("a", a, "b", b);
    assertThat(CellTemplate.read(template).fill(key -> values.getOrDefault(key, "")))
        .isEqualTo(printed);
  }
}

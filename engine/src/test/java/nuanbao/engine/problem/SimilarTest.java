package nuanbao.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarTest {
  @ParameterizedTest
  @CsvSource({
    "optinal, optional",
    "titel, title",
    "overtime, overTime",
    "反乡人数, 返乡人数",
    "xyz, ''",
    "op, ''",
    "optional-and-more, ''",
    "optional-a, optional",
    "a, ''"
  })
  void suggests_what_is_near_and_nothing_else(String written, String meant) {
    List<String> known = List.of("optional", "title", "overTime", "返乡人数");
    assertThat(Similar.nearest(written, known).orElse("")).isEqualTo(meant);
  }
}

package nuanbao.engine.jasper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SheetNamesTest {

  @ParameterizedTest
  @MethodSource
  void takes_the_nearest_name_excel_allows(String wanted, String name) {
    assertThat(new SheetNames().next(wanted)).isEqualTo(name);
  }

  static Stream<Arguments> takes_the_nearest_name_excel_allows() {
    return Stream.of(
        argumentSet("allowed", "统计表", "统计表"),
        argumentSet("forbidden characters", "一/二\\三?四*五:六[七]", "一 二 三 四 五 六 七"),
        argumentSet("apostrophes at the ends", "'甲'乙'", "甲'乙"),
        argumentSet("nothing left", " / ", "表"),
        argumentSet("kept by Excel", "history", "表"),
        argumentSet("too long", "甲".repeat(40), "甲".repeat(31)),
        argumentSet("a pair at the end", "甲".repeat(30) + "𠮷", "甲".repeat(30)));
  }

  @Test
  void numbers_names_that_excel_takes_for_the_same() {
    SheetNames names = new SheetNames();

    assertThat(names.next("Table")).isEqualTo("Table");
    assertThat(names.next("TABLE")).isEqualTo("TABLE (2)");
    assertThat(names.next("甲".repeat(40))).isEqualTo("甲".repeat(31));
    assertThat(names.next("甲".repeat(40))).isEqualTo("甲".repeat(27) + " (2)");
  }
}

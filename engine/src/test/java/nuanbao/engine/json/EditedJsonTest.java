package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import nuanbao.engine.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One member changes; not a character of the rest does. */
class EditedJsonTest {
  private static EditedJson read(String text) {
    return EditedJson.read(text, "f.json", new Problems()).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          { "a": 1, "b": 2 }     | { "b": 2 }
          { "b": 2, "a": 1 }     | { "b": 2 }
          { "b": 2 ,  "a" : [1] ,"c": 3 } | { "b": 2  ,"c": 3 }
          {"a":{"x":"}"},"c":3}  | {"c":3}
          """)
  void takes_a_member_out_with_its_comma(String before, String after) {
    EditedJson file = read(before);
    file.remove("/a");
    assertThat(file.text()).isEqualTo(after);
    assertThat(file.has("/a")).isFalse();
  }

  @Test
  void takes_the_only_member_out() {
    EditedJson file = read("{ \"a\": 1 }");
    file.remove("/a");
    assertThat(file.text()).isEqualTo("{ }");
  }

  @Test
  void adds_a_member_on_a_line_like_its_neighbour() {
    EditedJson file = read("{\r\n\t\"a\": { },\r\n\t\"b\": 2\r\n}\r\n");
    file.addAfter("/a", "n", "1");
    assertThat(file.text()).isEqualTo("{\r\n\t\"a\": { },\r\n\t\"n\": 1,\r\n\t\"b\": 2\r\n}\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}         | { "n": 1}
          { "a": 2 } | { "n": 1, "a": 2 }
          {"a": 2}   | { "n": 1,"a": 2}
          """)
  void adds_the_first_member(String before, String after) {
    EditedJson file = read(before);
    file.addFirst("n", "1");
    assertThat(file.text()).isEqualTo(after);
  }

  @Test
  void finds_places_after_a_change_and_keeps_the_byte_order_mark() {
    EditedJson file = read("\uFEFF{\n  \"甲\\\"\": \"长的\",\n  \"b\": [true]\n}");
    file.replace("/甲\"", "\"更长的\"");
    file.rename("/b", "c");
    assertThat(file.text()).isEqualTo("\uFEFF{\n  \"甲\\\"\": \"更长的\",\n  \"c\": [true]\n}");
    assertThat(file.at("/c/0")).hasToString("f.json:3:9");
    assertThat(file.atKey("/c")).hasToString("f.json:3:3");
    assertThat(file.within("/甲\"", 1, 2)).hasToString("f.json:2:11");
  }

  @Test
  void tells_what_is_no_json() {
    Problems problems = new Problems();
    assertThat(EditedJson.read("{ \"a\": }", "f.json", problems)).isEmpty();
    assertThat(problems.hasErrors()).isTrue();
  }
}

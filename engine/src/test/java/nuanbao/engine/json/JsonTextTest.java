package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.engine.json.JsonText.Limits;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTextTest {
  private final Problems problems = new Problems();

  private Optional<LocatedJson> read(byte[] bytes) {
    return JsonText.read(bytes, "a.json", Limits.ANSWERS, problems);
  }

  private Optional<LocatedJson> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource
  void refuses_what_is_not_strict_json(String text, String code, String place) {
    read(text);
    assertThat(problems.inOrder())
        .extracting(problem -> problem.code() + " " + problem.source())
        .containsExactly(code + " " + place);
  }

  static Stream<Arguments> refuses_what_is_not_strict_json() {
    return Stream.of(
        argumentSet("nothing", "", "json-unfinished", "a.json"),
        argumentSet("not JSON", "你好", "json-syntax", "a.json:1:1"),
        argumentSet("not closed", "{\"a\": 1", "json-unfinished", "a.json:1:7"),
        argumentSet("a comma too many", "{\"a\": 1,}", "json-syntax", "a.json:1:9"),
        argumentSet("a comma too few", "{\"甲\": 1\n \"乙\": 2}", "json-syntax", "a.json:2:2"),
        argumentSet("trailing text", "{} x", "json-syntax", "a.json:1:4"),
        argumentSet("a second value", "{} {}", "json-trailing", "a.json:1:4"),
        argumentSet("NaN", "{\"a\": NaN}", "json-syntax", "a.json:1:7"),
        argumentSet("a comment", "{ // x\n}", "json-syntax", "a.json:1:3"),
        argumentSet("single quotes", "{'a': 1}", "json-syntax", "a.json:1:2"),
        argumentSet("a key twice", "{\"a\": 1,\n \"a\": 2}", "json-duplicate-key", "a.json:2:2"),
        argumentSet("an exponent", "{\"a\": 1e999999999}", "number-exponent", "a.json:1:7"),
        argumentSet("40 digits", "[" + "1".repeat(40) + "]", "number-too-long", "a.json:1:2"),
        argumentSet(
            "a million digits", "[" + "1".repeat(1 << 20) + "]", "json-too-long", "a.json:1:1"),
        argumentSet(
            "half a character", "[\"春\", \"\\ud800节\"]", "json-half-character", "a.json:1:7"),
        argumentSet("its other half", "{\"a\": \"\\uDC00\"}", "json-half-character", "a.json:1:7"),
        argumentSet("half a key", "{\"\\uD83D\": 1}", "json-syntax", "a.json:1:4"),
        argumentSet("too deep", "[".repeat(10_000), "json-too-deep", "a.json:1:34"),
        argumentSet(
            "a long text", "[\"" + "x".repeat(200_000) + "\"]", "json-too-long", "a.json:1:2"));
  }

  @Test
  void refuses_fifty_megabytes_without_reading_them() {
    read(new byte[50 << 20]);
    assertThat(problems.inOrder()).extracting(Problem::code).hasToString("[file-too-large]");
  }

  @Test
  void refuses_more_values_than_a_sheet_can_have() {
    read("[" + "0,".repeat(500_000) + "0]");
    assertThat(problems.inOrder()).extracting(Problem::code).hasToString("[json-too-many]");
  }

  @Test
  void refuses_another_encoding_and_says_where_it_begins() {
    read("{\"a\":\n \"春节\"}".getBytes(Charset.forName("GBK")));
    assertThat(problems.inOrder())
        .singleElement()
        .satisfies(problem -> assertThat(problem.source()).hasToString("a.json:2:3"));
  }

  @Test
  void passes_over_a_byte_order_mark() {
    assertThat(read("\uFEFF{}")).isPresent();
  }

  @Test
  void reads_both_halves_of_a_character() {
    assertThat(read("[\"\\uD842\\udfb7\", \"\\\\ud800\"]").orElseThrow().root())
        .extracting(one -> one.asText())
        .containsExactly("𠮷", "\\ud800");
  }

  @Test
  void keeps_numbers_as_they_are_written() {
    LocatedJson document = read("[1.10, 0.1, 123456789012345678901234567890]").orElseThrow();
    assertThat(document.root().get(0).decimalValue()).hasToString("1.10");
    assertThat(document.root().get(2).decimalValue()).hasToString("123456789012345678901234567890");
  }

  @Test
  void knows_where_keys_and_values_stand() {
    LocatedJson document = read("{\n  \"甲\": { \"b\": [10, \"x\"] }\n}").orElseThrow();
    assertThat(document.atKey("/甲")).hasToString("a.json:2:3");
    assertThat(document.at("/甲/b/1")).hasToString("a.json:2:20");
    assertThat(document.at("/甲/b/1").length()).isEqualTo(3);
    assertThat(document.atKey("/甲/b").length()).isEqualTo(3);
    assertThat(document.at("/甲/missing")).hasToString("a.json:2:8");
  }
}

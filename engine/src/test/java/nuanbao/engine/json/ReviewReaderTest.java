package nuanbao.engine.json;

import static nuanbao.engine.Campaigns.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.FormId;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.submission.Excuse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewReaderTest {

  @Test
  void reads_what_is_to_be_waived_and_why() {
    byte[] sent = bytes("{\"form\":\"f\",\"check\":\"c\",\"reason\":\" 分校并入本校 \"}");
    assertThat(ReviewReader.excuse(sent, "body").orElseThrow())
        .isEqualTo(new Excuse(new FormId("f"), new CheckId("c"), "分校并入本校"));
  }

  @Test
  void reads_which_version_is_accepted() {
    assertThat(ReviewReader.version(bytes("{\"version\": 2}"), "body").orElseThrow()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                         | json-unfinished",
        "{                                          | json-unfinished",
        "[]                                         | wrong-type",
        "{}                                         | missing-key missing-key missing-key",
        "{\"form\":1,\"check\":null,\"reason\":[]}  | wrong-type wrong-type wrong-type",
        "{\"form\":\"f\",\"chek\":\"c\",\"reason\":\"r\"} | missing-key unknown-key",
        "{\"form\":\"f\",\"form\":\"f\",\"check\":\"c\",\"reason\":\"r\"} | json-duplicate-key"
      })
  void tells_what_is_wrong_with_an_excuse(String sent, String codes) {
    assertThat(codes(ReviewReader.excuse(bytes(sent), "body"))).isEqualTo(codes);
  }

  @ParameterizedTest
  @CsvSource({
    "1.5, wrong-type",
    "'\"1\"', wrong-type",
    "true, wrong-type",
    "99999999999, wrong-type",
    "1e2, number-exponent"
  })
  void a_version_is_a_whole_number(String version, String codes) {
    byte[] sent = bytes("{\"version\":" + version + "}");
    assertThat(codes(ReviewReader.version(sent, "body"))).isEqualTo(codes);
  }

  @Test
  void offers_the_key_that_was_probably_meant() {
    byte[] sent = bytes("{\"form\":\"f\",\"check\":\"c\",\"reason\":\"r\",\"reasn\":\"r\"}");
    assertThat(ReviewReader.excuse(sent, "body").problems().get(0).remedy(Language.CHINESE))
        .contains("您是不是要写：reason");
  }

  @Test
  void reads_no_more_than_64_kilobytes() {
    byte[] sent = bytes("{\"reason\":\"" + "x".repeat(64 << 10) + "\"}");
    assertThat(codes(ReviewReader.excuse(sent, "body"))).isEqualTo("file-too-large");
  }

  private static String codes(Outcome<?> outcome) {
    return String.join(" ", outcome.problems().stream().map(one -> one.code().code()).toList());
  }
}

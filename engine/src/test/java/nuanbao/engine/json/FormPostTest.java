package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nuanbao.engine.Campaigns;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.submission.SubmissionKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormPostTest {
  private static String json(String campaign, Map<String, String> fields) {
    Campaign read = Campaigns.read(campaign);
    Duty duty = read.duties().get(0);
    SubmissionKey key =
        new SubmissionKey(
            duty.id(), read.rounds(duty).get(0).id(), read.reporters(duty).get(0).id());
    Map<String, List<String>> posted = new LinkedHashMap<>();
    fields.forEach((name, text) -> posted.put(name, List.of(text)));
    return new String(new FormPost(read, key).toJson(posted, "c-1", 2), StandardCharsets.UTF_8);
  }

  @Test
  void puts_every_field_where_the_gate_expects_it() {
    assertThat(
            json(
                "example-small",
                Map.of(
                    "table/rows/willow/home.people", "30",
                    "table/rows/stone/amount", "",
                    "table/explanations/x", "因为",
                    "other/rows/willow/home.people", "9",
                    "nothing", "9")))
        .isEqualTo(
            "{\"id\":\"c-1\",\"basedOn\":2,\"forms\":{\"table\":{\"cover\":{},\"rows\":"
                + "{\"willow\":{\"home\":{\"people\":30}}},\"explanations\":{\"x\":\"因为\"}}}}");
  }

  @Test
  void makes_one_record_of_a_form_without_rows() {
    assertThat(
            json(
                "guangxi-spring-2022",
                Map.of("monthly/rows/nanning/fairs", "3", "monthly/cover/reporter", "李")))
        .contains("\"row\":{\"fairs\":3}")
        .contains("\"cover\":{\"reporter\":\"李\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "１２．５, 12.5",
    "' 12 ', 12",
    "-3, -3",
    "007, 7",
    "1e5, '\"1e5\"'",
    "'1,000', '\"1,000\"'",
    "十, '\"十\"'"
  })
  void reads_digits_of_any_width_and_passes_on_what_is_no_number(String typed, String written) {
    assertThat(json("example-small", Map.of("table/rows/willow/amount", typed)))
        .contains("\"amount\":" + written + "}");
  }
}

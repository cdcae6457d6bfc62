package nuanbao.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.formula.Period;
import nuanbao.engine.timeline.RoundId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rounds a formula means by a period: monthly, over more than a year. */
class PeriodsTest {
  private static final String CAMPAIGN =
      """
      { "nuanbao": 1, "id": "t", "title": "t", "from": "2024-11-01", "to": "2026-03-31",
        "calendar": { "zone": "Asia/Shanghai", "onHoliday": "as-is" },
        "duties": { "d": { "reporters": ["甲"], "forms": ["f"],
          "rounds": { "repeat": "monthly", "due": { "day": 31 } } } } }
      """;
  private static final String UNITS =
      """
      { "levels": { "top": "级" }, "units": [ { "id": "a", "name": "甲", "level": "top" } ] }
      """;
  private static final String FORM =
      """
      { "title": "f", "row": { "properties": { "x": { "title": "x", "$ref": "nuanbao:text" } } } }
      """;

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void write() {
    Campaigns.write(
        folder, Map.of("campaign.json", CAMPAIGN, "units.json", UNITS, "forms/f.json", FORM));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-11-30, PREVIOUS, none",
    "2025-01-31, PREVIOUS, 2024-12-31",
    "2025-11-30, LAST_YEAR, 2024-11-30",
    "2026-02-28, LAST_YEAR, 2025-02-28",
    "2025-10-31, LAST_YEAR, none",
    "2025-01-31, CUMULATIVE, 2024-11-30 2024-12-31 2025-01-31",
    "2025-02-28, YEAR_TO_DATE, 2025-01-31 2025-02-28"
  })
  void finds_the_rounds_of_a_period(String latest, Period period, String expected) {
    Campaign campaign = Nuanbao.create().read(folder).orElseThrow();
    Duty duty = campaign.duties().get(0);
    String found =
        campaign
            .rounds(duty, RoundId.read(latest).orElseThrow(), period)
            .map(ids -> String.join(" ", ids.stream().map(RoundId::toString).toList()))
            .orElse("none");
    assertThat(found).isEqualTo(expected);
  }
}

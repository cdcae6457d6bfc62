package nuanbao.engine.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class FestivalTest {
  @ParameterizedTest
  @CsvSource({
    "春节, 2022, 2022-02-01",
    "元宵节, 2022, 2022-02-15",
    "春节, 2023, 2023-01-22",
    "元宵节, 2023, 2023-02-05",
    "春节, 2024, 2024-02-10",
    "元宵节, 2024, 2024-02-24",
    "春节, 2025, 2025-01-29",
    "元宵节, 2025, 2025-02-12",
    "春节, 2026, 2026-02-17",
    "元宵节, 2026, 2026-03-03",
    "春节, 2027, 2027-02-06",
    "元宵节, 2027, 2027-02-20",
    "春节, 2030, 2030-02-03",
    "除夕, 2022, 2022-01-31",
    "小年, 2022, 2022-01-25",
    "清明节, 2022, 2022-04-05",
    "端午节, 2022, 2022-06-03",
    "中秋节, 2022, 2022-09-10",
    "元旦, 2022, 2022-01-01",
    "劳动节, 2022, 2022-05-01",
    "国庆节, 2022, 2022-10-01"
  })
  void falls_on_the_day_of_the_almanac(String title, int year, LocalDate day) {
    assertThat(Festival.find(title).orElseThrow().in(year)).isEqualTo(day);
  }

  /** Every year that notices may name. */
  @ParameterizedTest
  @CsvFileSource(resources = "/nuanbao/timeline/festivals.csv")
  void agrees_with_a_table_of_other_make(
      int year, LocalDate spring, LocalDate lantern, LocalDate dragonBoat, LocalDate midAutumn) {
    assertThat(Festival.SPRING.in(year)).isEqualTo(spring);
    assertThat(Festival.NEW_YEARS_EVE.in(year)).isEqualTo(spring.minusDays(1));
    assertThat(Festival.LANTERN.in(year)).isEqualTo(lantern);
    assertThat(Festival.DRAGON_BOAT.in(year)).isEqualTo(dragonBoat);
    assertThat(Festival.MID_AUTUMN.in(year)).isEqualTo(midAutumn);
  }
}

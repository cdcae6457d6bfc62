package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.tyme.holiday.LegalHoliday;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import nuanbao.engine.timeline.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayFilesTest {
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(new HolidayFiles(), ZoneId.of("Asia/Shanghai"), LocalTime.of(18, 0));

  /** Our files and the table that the almanac library carries were written by different people. */
  @ParameterizedTest
  @ValueSource(ints = {2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026})
  void agrees_with_the_almanac_for_every_day_of_the_year(int year) {
    for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
      LegalHoliday legal = LegalHoliday.fromYmd(year, day.getMonthValue(), day.getDayOfMonth());
      boolean weekday = day.getDayOfWeek().getValue() <= 5;
      boolean worked = legal == null ? weekday : legal.isWork();
      assertThat(CALENDAR.isWorkday(day)).as(day.toString()).isEqualTo(worked);
    }
  }

  @Test
  void knows_nothing_of_a_year_without_a_file() {
    assertThat(new HolidayFiles().findYear(2031)).isEmpty();
  }
}

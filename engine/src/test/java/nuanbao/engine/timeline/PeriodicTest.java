package nuanbao.engine.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nuanbao.engine.json.HolidayFiles;
import nuanbao.engine.timeline.Cycle.Periodic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Period after period, each due when it is over. */
class PeriodicTest {
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(new HolidayFiles(), ZoneId.of("Asia/Shanghai"), LocalTime.of(18, 0));
  private static final Due LAST_DAY = new Due.DaysAfter(0);

  private static Span span(String written) {
    String[] parts = written.split(" ");
    int count = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
    return switch (parts[0]) {
      case "days" -> new Span.Days(count);
      case "weeks" -> new Span.Weeks(DayOfWeek.SUNDAY, count);
      case "ten-days" -> new Span.TenDays();
      case "half-months" -> new Span.HalfMonths();
      case "months" -> new Span.Months(count, 1);
      case "months-26" -> new Span.Months(1, 26);
      default -> new Span.Years(count);
    };
  }

  private static List<Round> resolve(Cycle cycle, String from, String to) {
    return new Rounds(
            cycle,
            LocalDate.parse(from),
            Optional.of(LocalDate.parse(to)),
            Deadline.closeOfBusiness(HolidayRule.AS_IS),
            Optional.empty())
        .resolve(CALENDAR);
  }

  private static String shown(List<Round> rounds) {
    return String.join(" ", rounds.stream().map(one -> one.from() + "/" + one.to()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "days, 2024-02-28, 2024-03-01, 2024-02-28/2024-02-28 2024-02-29/2024-02-29 2024-03-01/2024-03-01",
    "days 2, 2024-02-28, 2024-03-02, 2024-02-28/2024-02-29 2024-03-01/2024-03-02",
    "weeks, 2026-03-04, 2026-03-16, 2026-03-04/2026-03-08 2026-03-09/2026-03-15 2026-03-16/2026-03-16",
    "weeks 2, 2026-03-02, 2026-03-29, 2026-03-02/2026-03-15 2026-03-16/2026-03-29",
    "ten-days, 2026-02-09, 2026-03-01, 2026-02-09/2026-02-10 2026-02-11/2026-02-20 2026-02-21/2026-02-28 2026-03-01/2026-03-01",
    "half-months, 2026-02-15, 2026-03-15, 2026-02-15/2026-02-15 2026-02-16/2026-02-28 2026-03-01/2026-03-15",
    "months, 2026-01-31, 2026-03-01, 2026-01-31/2026-01-31 2026-02-01/2026-02-28 2026-03-01/2026-03-01",
    "months-26, 2026-01-25, 2026-03-26, 2026-01-25/2026-01-25 2026-01-26/2026-02-25 2026-02-26/2026-03-25 2026-03-26/2026-03-26",
    "months-26, 2025-12-26, 2026-01-25, 2025-12-26/2026-01-25",
    "months 3, 2026-02-01, 2026-07-01, 2026-02-01/2026-03-31 2026-04-01/2026-06-30 2026-07-01/2026-07-01",
    "months 6, 2026-06-30, 2026-07-31, 2026-06-30/2026-06-30 2026-07-01/2026-07-31",
    "months 5, 2026-02-01, 2026-11-30, 2026-02-01/2026-06-30 2026-07-01/2026-11-30",
    "years, 2026-12-31, 2027-01-01, 2026-12-31/2026-12-31 2027-01-01/2027-01-01",
    "years 3, 2026-05-01, 2030-01-01, 2026-05-01/2028-12-31 2029-01-01/2030-01-01"
  })
  void tiles_a_series(String span, String from, String to, String expected) {
    assertThat(shown(resolve(new Periodic(span(span), LAST_DAY, Set.of()), from, to)))
        .isEqualTo(expected);
  }

  /** Nominal days; 2026-05-01 to 05-05 are holidays, and 05-09 is a working Saturday. */
  @ParameterizedTest
  @CsvSource({
    "0, , , 2026-04-30, 2026-04-30",
    "3, , , 2026-05-03, 2026-05-03",
    ", 1, , 2026-05-06, 2026-04-01",
    ", 4, , 2026-05-09, 2026-04-01",
    ", , 5 next, 2026-05-05, 2026-05-05",
    ", , 31 next, 2026-05-31, 2026-05-31",
    ", , 31 same, 2026-04-30, 2026-04-30",
    ", , 25 same, 2026-04-25, 2026-04-25"
  })
  void is_due_when_the_period_is_over(
      Integer days, Integer workdays, String day, String due, String id) {
    Due when =
        days != null
            ? new Due.DaysAfter(days)
            : workdays != null
                ? new Due.WorkdaysAfter(workdays)
                : new Due.DayOfMonth(Integer.parseInt(day.split(" ")[0]), day.endsWith("next"));
    Cycle monthly = new Periodic(new Span.Months(1, 1), when, Set.of());
    Round april = resolve(monthly, "2026-04-01", "2026-04-30").get(0);
    assertThat(april.due()).hasToString(due);
    assertThat(april.id()).hasToString(id);
    assertThat(april.to()).hasToString("2026-04-30");
  }

  @Test
  void leaves_out_what_the_year_leaves_out() {
    Cycle quarterly = new Periodic(new Span.Months(3, 1), LAST_DAY, Set.of(4));
    assertThat(shown(resolve(quarterly, "2026-07-01", "2027-03-31")))
        .isEqualTo("2026-07-01/2026-09-30 2027-01-01/2027-03-31");
  }

  @Test
  void opens_with_its_period_and_closes_a_second_after_due() {
    Cycle monthly = new Periodic(new Span.Months(1, 1), new Due.DayOfMonth(5, true), Set.of());
    Round april = resolve(monthly, "2026-04-01", "2026-05-31").get(0);
    SubmissionWindow window = april.window();
    assertThat(window.opens()).hasToString("2026-03-31T16:00:00Z");
    assertThat(window.stateAt(window.opens().minusSeconds(1)))
        .isEqualTo(SubmissionWindow.State.NOT_OPEN);
    assertThat(window.due()).hasToString("2026-05-05T10:00:00Z");
    assertThat(window.stateAt(window.due())).isEqualTo(SubmissionWindow.State.ON_TIME);
    assertThat(window.stateAt(window.due().plusSeconds(1)))
        .isEqualTo(SubmissionWindow.State.CLOSED);
  }
}

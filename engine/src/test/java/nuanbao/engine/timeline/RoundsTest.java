package nuanbao.engine.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.engine.json.HolidayFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RoundsTest {
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(new HolidayFiles(), ZoneId.of("Asia/Shanghai"), LocalTime.of(18, 0));

  private static Rounds weekly(String from, String to, DayOfWeek weekday, Tail tail) {
    return rounds(new Cycle.Weekly(weekday), from, to, Optional.of(tail), Optional.empty());
  }

  private static Rounds rounds(
      Cycle cycle, String from, String to, Optional<Tail> tail, Optional<Offset> closes) {
    return new Rounds(
        cycle,
        LocalDate.parse(from),
        Optional.of(LocalDate.parse(to)),
        new Deadline(
            Optional.empty(), HolidayRule.NEXT_WORKDAY, Map.of(), Optional.empty(), closes),
        tail);
  }

  /** The table of nominal due days in the facts about the domain. */
  @ParameterizedTest
  @CsvSource({
    "2022-02-03, 2022-02-07",
    "2022-02-02, 2022-02-07",
    "2022-01-30, 2022-01-30",
    "2022-02-28, 2022-02-28",
    "2023-01-26, 2023-01-28",
    "2024-02-15, 2024-02-18",
    "2025-01-30, 2025-02-05",
    "2026-01-01, 2026-01-04",
    "2026-02-19, 2026-02-24"
  })
  void moves_a_holiday_to_the_next_working_day(LocalDate nominal, LocalDate due) {
    assertThat(CALENDAR.move(nominal, HolidayRule.NEXT_WORKDAY)).isEqualTo(due);
    assertThat(CALENDAR.move(nominal, HolidayRule.AS_IS)).isEqualTo(nominal);
  }

  @ParameterizedTest
  @CsvSource({"2022-02-03, 2022-01-30", "2022-01-30, 2022-01-30", "2023-01-26, 2023-01-20"})
  void moves_a_holiday_to_the_working_day_before(LocalDate nominal, LocalDate due) {
    assertThat(CALENDAR.move(nominal, HolidayRule.PREVIOUS_WORKDAY)).isEqualTo(due);
  }

  @Test
  void tiles_the_series_without_gap_or_overlap() {
    List<Round> rounds =
        weekly("2021-11-23", "2022-02-15", DayOfWeek.THURSDAY, Tail.NEXT_DUE).resolve(CALENDAR);
    assertThat(rounds).hasSize(13);
    assertThat(rounds.get(0).from()).isEqualTo("2021-11-23");
    for (int i = 1; i < rounds.size(); i++) {
      assertThat(rounds.get(i).from()).isEqualTo(rounds.get(i - 1).to().plusDays(1));
    }
    assertThat(rounds.get(12).to()).isEqualTo("2022-02-15");
  }

  @ParameterizedTest
  @MethodSource
  void does_with_the_last_days_as_told(Tail tail, List<String> lastIds, String lastDay) {
    List<Round> rounds =
        weekly("2022-01-28", "2022-02-15", DayOfWeek.THURSDAY, tail).resolve(CALENDAR);
    assertThat(rounds).extracting(round -> round.id().toString()).isEqualTo(lastIds);
    assertThat(rounds.get(rounds.size() - 1).to()).isEqualTo(lastDay);
  }

  static Stream<Arguments> does_with_the_last_days_as_told() {
    return Stream.of(
        argumentSet(
            "due on the Thursday after",
            Tail.NEXT_DUE,
            List.of("2022-02-03", "2022-02-10", "2022-02-17"),
            "2022-02-15"),
        argumentSet(
            "due on the last day",
            Tail.LAST_DAY,
            List.of("2022-02-03", "2022-02-10", "2022-02-15"),
            "2022-02-15"),
        argumentSet(
            "not reported", Tail.NOT_REPORTED, List.of("2022-02-03", "2022-02-10"), "2022-02-10"));
  }

  @Test
  void keeps_the_nominal_day_as_its_name_when_a_holiday_moves_it() {
    Round round =
        weekly("2022-01-28", "2022-02-03", DayOfWeek.THURSDAY, Tail.NEXT_DUE)
            .resolve(CALENDAR)
            .get(0);
    assertThat(round.id()).hasToString("2022-02-03");
    assertThat(round.due()).isEqualTo("2022-02-07");
    assertThat(round.to()).isEqualTo("2022-02-03");
    assertThat(round.moved()).map(Round.Move::rest).contains("春节");
    assertThat(round.window().due()).isEqualTo(Instant.parse("2022-02-07T10:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2022-01-01, 2022-04-30, 30, 2022-01-30 2022-02-28 2022-03-30 2022-04-30",
    "2024-01-01, 2024-02-29, 30, 2024-01-30 2024-02-29",
    "2022-01-31, 2022-02-28, 30, 2022-02-28",
    "2022-01-01, 2022-02-28, 31, 2022-01-31 2022-02-28",
    "2022-01-10, 2022-02-28, 5, 2022-02-05"
  })
  void clamps_a_day_that_the_month_lacks(String from, String to, int day, String ids) {
    Rounds rounds =
        rounds(new Cycle.Monthly(day), from, to, Optional.of(Tail.NOT_REPORTED), Optional.empty());
    assertThat(rounds.resolve(CALENDAR).stream().map(round -> round.id().toString()))
        .containsExactly(ids.split(" "));
  }

  @Test
  void counts_the_days_after_a_due_day_to_its_own_month() {
    List<Round> rounds =
        rounds(
                new Cycle.Monthly(30),
                "2022-01-01",
                "2022-03-31",
                Optional.empty(),
                Optional.empty())
            .resolve(CALENDAR);
    assertThat(rounds)
        .extracting(round -> round.to().toString())
        .containsExactly("2022-01-31", "2022-02-28", "2022-03-31");
  }

  @ParameterizedTest
  @MethodSource
  void stays_open_after_due_as_long_as_told(Optional<Offset> closes, String instant) {
    Round round =
        rounds(
                new Cycle.Weekly(DayOfWeek.THURSDAY),
                "2021-11-23",
                "2021-11-25",
                Optional.empty(),
                closes)
            .resolve(CALENDAR)
            .get(0);
    assertThat(round.window().closes()).isEqualTo(Instant.parse(instant));
  }

  static Stream<Arguments> stays_open_after_due_as_long_as_told() {
    LocalTime noon = LocalTime.of(12, 0);
    return Stream.of(
        argumentSet("not at all", Optional.empty(), "2021-11-25T10:00:00Z"),
        argumentSet(
            "two hours",
            Optional.of(new Offset(Offset.Step.HOURS, 2, Optional.empty())),
            "2021-11-25T12:00:00Z"),
        argumentSet(
            "three days",
            Optional.of(new Offset(Offset.Step.DAYS, 3, Optional.empty())),
            "2021-11-28T10:00:00Z"),
        argumentSet(
            "the next working day at noon",
            Optional.of(new Offset(Offset.Step.WORKDAYS, 1, Optional.of(noon))),
            "2021-11-26T04:00:00Z"),
        argumentSet(
            "two working days, over the weekend",
            Optional.of(new Offset(Offset.Step.WORKDAYS, 2, Optional.empty())),
            "2021-11-29T10:00:00Z"));
  }

  @Test
  void has_one_round_where_it_is_reported_once() {
    List<Round> rounds =
        rounds(
                new Cycle.Once(LocalDate.parse("2021-12-30")),
                "2021-11-07",
                "2021-12-30",
                Optional.empty(),
                Optional.empty())
            .resolve(CALENDAR);
    assertThat(rounds)
        .singleElement()
        .satisfies(
            round -> {
              assertThat(round.from()).isEqualTo("2021-11-07");
              assertThat(round.to()).isEqualTo("2021-12-30");
            });
  }

  @Test
  void opens_before_a_due_day_that_moved_ahead_of_its_period() {
    Rounds rounds =
        new Rounds(
            new Cycle.Weekly(DayOfWeek.TUESDAY),
            LocalDate.parse("2022-02-01"),
            Optional.of(LocalDate.parse("2022-02-01")),
            Deadline.closeOfBusiness(HolidayRule.PREVIOUS_WORKDAY),
            Optional.empty());
    Round round = rounds.resolve(CALENDAR).get(0);
    assertThat(round.due()).isEqualTo("2022-01-30");
    assertThat(round.window().opens()).isBefore(round.window().due());
  }
}

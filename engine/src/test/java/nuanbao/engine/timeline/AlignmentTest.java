package nuanbao.engine.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which round of last year's campaign corresponds to one of this year's. */
class AlignmentTest {
  /** Weeks that end on Thursdays: 春节 is on 2025-01-29 and on 2026-02-17. */
  private static final List<Round> LAST_WINTER = weeks("2024-12-26", 10);

  private static final List<Round> THIS_WINTER = weeks("2026-01-01", 11);

  private static List<Round> weeks(String first, int count) {
    List<Round> rounds = new ArrayList<>();
    LocalDate to = LocalDate.parse(first);
    for (int i = 0; i < count; i++) rounds.add(round(i + 1, to.plusWeeks(i)));
    return rounds;
  }

  private static Round round(int number, LocalDate to) {
    SubmissionWindow window = new SubmissionWindow(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
    return new Round(
        new RoundId(to),
        number,
        Optional.empty(),
        to.minusDays(6),
        to,
        to,
        window,
        Map.of(),
        Optional.empty());
  }

  private static String counterpart(Alignment alignment, String to) {
    Round round =
        THIS_WINTER.stream()
            .filter(one -> one.to().equals(LocalDate.parse(to)))
            .findFirst()
            .orElseThrow();
    return alignment
        .counterpart(round, THIS_WINTER, LAST_WINTER)
        .map(one -> one.id().toString())
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource({"2026-01-01, 2024-12-26", "2026-03-05, 2025-02-27", "2026-03-12, none"})
  void pairs_rounds_by_number(String to, String expected) {
    assertThat(counterpart(Alignment.ORDINAL, to)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2025-01-02",
    "2026-01-29, 2025-01-30",
    "2026-02-05, 2025-02-06",
    "2026-03-05, none"
  })
  void pairs_rounds_by_month_and_place_in_it(String to, String expected) {
    assertThat(counterpart(Alignment.MONTH, to)).isEqualTo(expected);
  }

  /** The eve of 春节 2026 lies in the week that ends 19 February, two days after it. */
  @ParameterizedTest
  @CsvSource({
    "2026-02-12, 2025-01-23",
    "2026-02-19, 2025-01-30",
    "2026-02-26, 2025-02-06",
    "2026-01-15, 2024-12-26",
    "2026-01-08, none",
    "2026-03-12, 2025-02-20"
  })
  void pairs_rounds_by_weeks_from_the_spring_festival(String to, String expected) {
    assertThat(counterpart(Alignment.SPRING_FESTIVAL_WEEK, to)).isEqualTo(expected);
  }

  @Test
  void reads_the_words_of_definitions() {
    assertThat(Alignment.find("spring-festival-week")).contains(Alignment.SPRING_FESTIVAL_WEEK);
    assertThat(Alignment.find("festival")).isEmpty();
  }
}

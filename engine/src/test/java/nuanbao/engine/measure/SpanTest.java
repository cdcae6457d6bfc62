package nuanbao.engine.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which days a target that comes round counts for. */
class SpanTest {
  private static final LocalDate BEGIN = LocalDate.parse("2019-12-27");

  @ParameterizedTest
  @MethodSource
  void is_the_one_around_a_day(Span span, String day, String from, String to) {
    assertThat(span.around(LocalDate.parse(day), BEGIN))
        .isEqualTo(new Window(LocalDate.parse(from), LocalDate.parse(to)));
  }

  static Stream<Arguments> is_the_one_around_a_day() {
    Span year = new Span(1, Span.Of.YEARS);
    Span three = new Span(3, Span.Of.YEARS);
    Span quarter = new Span(3, Span.Of.MONTHS);
    Span twoYears = new Span(24, Span.Of.MONTHS);
    return Stream.of(
        argumentSet("the first year is short", year, "2019-12-31", "2019-12-27", "2019-12-31"),
        argumentSet("the first day of a year", year, "2020-01-01", "2020-01-01", "2020-12-31"),
        argumentSet("the first three years", three, "2021-12-31", "2019-12-27", "2021-12-31"),
        argumentSet("the next three years", three, "2022-01-01", "2022-01-01", "2024-12-31"),
        argumentSet("a quarter", quarter, "2020-05-15", "2020-04-01", "2020-06-30"),
        argumentSet("the quarter it begins in", quarter, "2019-12-30", "2019-12-27", "2019-12-31"),
        argumentSet("24 months from the first", twoYears, "2021-11-30", "2019-12-27", "2021-11-30"),
        argumentSet("before it begins", year, "2018-05-01", "2018-01-01", "2018-12-31"));
  }
}

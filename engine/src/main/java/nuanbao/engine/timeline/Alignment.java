package nuanbao.engine.timeline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How the rounds of one campaign correspond to those of the one that it follows. */
public enum Alignment {
  /** The first to the first, the second to the second. */
  ORDINAL("ordinal"),
  /** By month of the year; where a month has several, the first to the first in it. */
  MONTH("month"),
  /** By weeks from 春节: the last week before it to the last week before it, whatever the date. */
  SPRING_FESTIVAL_WEEK("spring-festival-week");

  private static final int DAYS_OF_WEEK = 7;

  private final String word;

  Alignment(String word) {
    this.word = word;
  }

  /** As definitions write it. */
  public String word() {
    return word;
  }

  /** The alignment that definitions call so. */
  public static Optional<Alignment> find(String word) {
    return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
  }

  /**
   * The round that corresponds to one; empty if there is none.
   *
   * @param series the rounds that the one is of, in order
   * @param earlier the rounds before, in order
   */
  public Optional<Round> counterpart(Round round, List<Round> series, List<Round> earlier) {
    return switch (this) {
      case ORDINAL -> earlier.stream().filter(one -> one.number() == round.number()).findFirst();
      case MONTH -> sameMonth(round, series, earlier);
      case SPRING_FESTIVAL_WEEK -> sameWeek(round, earlier);
    };
  }

  private static Optional<Round> sameMonth(Round round, List<Round> series, List<Round> earlier) {
    YearMonth month = YearMonth.from(round.to());
    int place = inMonth(series, month).indexOf(round);
    List<Round> then =
        earlier.stream()
            .map(one -> YearMonth.from(one.to()))
            .filter(one -> one.getMonth() == month.getMonth() && one.isBefore(month))
            .max(Comparator.naturalOrder())
            .map(one -> inMonth(earlier, one))
            .orElse(List.of());
    return 0 <= place && place < then.size() ? Optional.of(then.get(place)) : Optional.empty();
  }

  private static List<Round> inMonth(List<Round> rounds, YearMonth month) {
    return rounds.stream().filter(one -> YearMonth.from(one.to()).equals(month)).toList();
  }

  private static Optional<Round> sameWeek(Round round, List<Round> earlier) {
    long days = daysFromSpringFestival(round.to());
    long week = Math.floorDiv(days, DAYS_OF_WEEK);
    return earlier.stream()
        .filter(one -> one.to().isBefore(round.to()))
        .filter(one -> Math.floorDiv(daysFromSpringFestival(one.to()), DAYS_OF_WEEK) == week)
        .min(
            Comparator.comparing((Round one) -> one.to().getYear())
                .reversed()
                .thenComparing(one -> Math.abs(daysFromSpringFestival(one.to()) - days)));
  }

  /** Before the nearest 春节 they are below 0. */
  private static long daysFromSpringFestival(LocalDate day) {
    long nearest = Long.MAX_VALUE;
    for (int year = day.getYear(); year <= day.getYear() + 1; year++) {
      long days = ChronoUnit.DAYS.between(Festival.SPRING.in(year), day);
      if (Math.abs(days) < Math.abs(nearest)) nearest = days;
    }
    return nearest;
  }
}

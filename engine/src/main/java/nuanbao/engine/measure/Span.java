package nuanbao.engine.measure;

import java.time.LocalDate;
import nuanbao.engine.problem.Text;

/**
 * A length of time that a target comes round in: every year, every three years, every quarter.
 * Spans follow the calendar; those of several years or months are counted from the campaign's first
 * year or month.
 *
 * @param count how many years or months make one
 */
public record Span(int count, Of of) {
  private static final int MONTHS_OF_QUARTER = 3;
  private static final int MONTHS_OF_YEAR = 12;

  /** What it is counted in. */
  public enum Of {
    YEARS,
    MONTHS
  }

  public Span {
    if (count < 1) throw new IllegalArgumentException("a span of " + count);
  }

  /**
   * The span that a day lies in; the first one begins with the campaign, not before it.
   *
   * @param begin first day of the campaign
   */
  public Window around(LocalDate day, LocalDate begin) {
    return switch (of) {
      case YEARS -> {
        int first = begin.getYear() + Math.floorDiv(day.getYear() - begin.getYear(), count) * count;
        LocalDate from = LocalDate.of(first, 1, 1);
        yield window(from, from.plusYears(count).minusDays(1), begin);
      }
      case MONTHS -> {
        int start = count < MONTHS_OF_YEAR ? begin.getYear() * MONTHS_OF_YEAR : month(begin);
        int first = start + Math.floorDiv(month(day) - start, count) * count;
        LocalDate from =
            LocalDate.of(Math.floorDiv(first, MONTHS_OF_YEAR), first % MONTHS_OF_YEAR + 1, 1);
        yield window(from, from.plusMonths(count).minusDays(1), begin);
      }
    };
  }

  private static int month(LocalDate day) {
    return day.getYear() * MONTHS_OF_YEAR + day.getMonthValue() - 1;
  }

  private static Window window(LocalDate from, LocalDate to, LocalDate begin) {
    return new Window(from.isBefore(begin) && !to.isBefore(begin) ? begin : from, to);
  }

  /** 每年, 每3年, 每季度. */
  public Text words() {
    if (of == Of.MONTHS && count == MONTHS_OF_QUARTER) return new Text("每季度", "every quarter");
    String chinese = of == Of.YEARS ? "年" : "月";
    String english = of == Of.YEARS ? "year" : "month";
    if (count == 1) return new Text("每" + chinese, "every " + english);
    String many = of == Of.YEARS ? "年" : "个月";
    return new Text("每" + count + many, "every " + count + " " + english + "s");
  }
}

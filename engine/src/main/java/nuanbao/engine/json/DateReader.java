package nuanbao.engine.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Text;
import nuanbao.engine.timeline.Festival;

/** Works out the dates of a definition: a calendar day, a festival, or a third of a month. */
final class DateReader {
  private static final Pattern PRINTED_DAY =
      Pattern.compile("(\\d{4})\\s*[年.\\-/]\\s*(\\d{1,2})\\s*[月.\\-/]\\s*(\\d{1,2})");
  private static final Pattern PRINTED_WEEKDAY = Pattern.compile("(?:星期|周)([一二三四五六日天])");
  private static final String WEEKDAYS = "一二三四五六日";
  private static final int EARLY_ENDS = 10;
  private static final int MIDDLE_ENDS = 20;

  private final Problems problems;

  DateReader(Problems problems) {
    this.problems = problems;
  }

  /** The day something ends or is due: a third of a month stands for its last day. */
  Optional<LocalDate> read(Located date) {
    return read(date, false);
  }

  /** The day something begins: a third of a month stands for its first day. */
  Optional<LocalDate> readBeginning(Located date) {
    return read(date, true);
  }

  private Optional<LocalDate> read(Located date, boolean begins) {
    if (date.node().isTextual()) return day(date);
    Optional<LocalDate> reckoned =
        reckon(date, begins).map(day -> day.plusDays(date.whole("days").orElse(0)));
    reckoned.ifPresent(day -> compareWithPrint(date, day));
    return reckoned;
  }

  private static Optional<LocalDate> day(Located text) {
    return Optional.of(LocalDate.parse(text.text()));
  }

  private static Optional<LocalDate> reckon(Located date, boolean begins) {
    int before = date.flag("before").orElse(false) ? 1 : 0;
    Optional<Located> day = date.get("date");
    if (day.isPresent()) return day(day.get()).map(one -> one.minusDays(before));
    Optional<Festival> festival = date.text("festival").flatMap(Festival::find);
    Optional<Integer> year = date.whole("year");
    if (festival.isPresent() && year.isPresent()) {
      return Optional.of(festival.get().in(year.get()).minusDays(before));
    }
    Optional<YearMonth> month = date.text("month").map(YearMonth::parse);
    Optional<String> part = date.text("part");
    if (month.isEmpty() || part.isEmpty()) return Optional.empty();
    return Optional.of(
        begins || before == 1
            ? firstDay(month.get(), part.get()).minusDays(before)
            : lastDay(month.get(), part.get()));
  }

  /** 上旬 begins on the 1st, 中旬 on the 11th, 下旬 on the 21st. */
  private static LocalDate firstDay(YearMonth month, String part) {
    return switch (part) {
      case "early" -> month.atDay(1);
      case "middle" -> month.atDay(EARLY_ENDS + 1);
      default -> month.atDay(MIDDLE_ENDS + 1);
    };
  }

  private static LocalDate lastDay(YearMonth month, String part) {
    return switch (part) {
      case "early" -> month.atDay(EARLY_ENDS);
      case "middle" -> month.atDay(MIDDLE_ENDS);
      default -> month.atEndOfMonth();
    };
  }

  /** What the notice prints must be what is worked out, unless the author says why not. */
  private void compareWithPrint(Located date, LocalDate day) {
    Optional<Located> printed = date.get("printed");
    if (printed.isEmpty()) return;
    Optional<String> reason = date.text("reason");
    if (reason.isPresent()) {
      problems.add(
          printed
              .get()
              .problem(
                  ProblemCode.DATE_PRINTED_OTHERWISE, day, printed.get().text(), reason.get()));
      return;
    }
    Matcher matcher = PRINTED_DAY.matcher(printed.get().text());
    if (matcher.find() && !isSameDay(matcher, day)) {
      problems.add(
          printed.get().problem(ProblemCode.DATE_CONTRADICTS_PRINT, day, printed.get().text()));
      return;
    }
    Matcher weekday = PRINTED_WEEKDAY.matcher(printed.get().text());
    if (!weekday.find()) return;
    int wanted = WEEKDAYS.indexOf(weekday.group(1).replace('天', '日')) + 1;
    if (wanted == day.getDayOfWeek().getValue()) return;
    String is = String.valueOf(WEEKDAYS.charAt(day.getDayOfWeek().getValue() - 1));
    problems.add(
        printed
            .get()
            .problem(
                ProblemCode.WEEKDAY_CONTRADICTS_PRINT,
                day,
                new Text(
                    "星期" + is, day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)),
                printed.get().text()));
  }

  private static boolean isSameDay(Matcher printed, LocalDate day) {
    try {
      return day.equals(
          LocalDate.of(
              Integer.parseInt(printed.group(1)),
              Integer.parseInt(printed.group(2)),
              Integer.parseInt(printed.group(3))));
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }
}

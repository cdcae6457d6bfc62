package nuanbao.engine.html;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nuanbao.engine.form.FormView;
import nuanbao.engine.timeline.Round;

/**
 * A label and what stands behind it, in the line below the title.
 *
 * @param remark why it is so; empty where there is nothing to say
 */
public record Fact(String label, String text, String remark) {
  private static final DateTimeFormatter DAY = chinese("uuuu年M月d日");
  private static final DateTimeFormatter DAY_OF_YEAR = chinese("M月d日");
  private static final DateTimeFormatter MOMENT = chinese("uuuu年M月d日（EEEE）HH:mm");

  static List<Fact> of(FormView view, ZoneId zone) {
    Round round = view.round();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("填报单位", view.reporter().name(), ""));
    facts.add(new Fact("报告期", period(round.from(), round.to()), ""));
    facts.add(
        new Fact(
            "截止",
            MOMENT.format(round.window().due().atZone(zone)),
            round.moved().map(Fact::why).orElse("")));
    view.heading().measuredIn().ifPresent(unit -> facts.add(new Fact("计量单位", unit, "")));
    return facts;
  }

  private static String period(LocalDate from, LocalDate to) {
    if (from.equals(to)) return DAY.format(from);
    DateTimeFormatter last = from.getYear() == to.getYear() ? DAY_OF_YEAR : DAY;
    return DAY.format(from) + "至" + last.format(to);
  }

  private static String why(Round.Move move) {
    String way = move.to().isBefore(move.from()) ? "提前" : "顺延";
    return "原为" + DAY_OF_YEAR.format(move.from()) + "，遇" + move.rest() + way;
  }

  private static DateTimeFormatter chinese(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.CHINA);
  }
}

package nuanbao.server.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import nuanbao.engine.timeline.Round;

/** Moments as people read them. */
public record Moments(ZoneId zone) {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("M月d日（EEEEE）HH:mm", Locale.CHINESE);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.CHINESE);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINESE);

  public String minute(Instant instant) {
    return MINUTE.format(instant.atZone(zone));
  }

  public String second(Instant instant) {
    return SECOND.format(instant.atZone(zone));
  }

  /** What a round is called: 第 3 期, 第 1 期“首次开放”, of an event 3月5日 09:30“首报”. */
  public String round(Round round) {
    String name = round.name().map(one -> "“" + one.title() + "”").orElse("");
    return round
            .id()
            .event()
            .map(event -> day(round.id().day()) + " " + event.time())
            .orElse("第 " + round.number() + " 期")
        + name;
  }

  public String day(LocalDate day) {
    return DAY.format(day);
  }
}

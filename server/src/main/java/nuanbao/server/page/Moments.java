package nuanbao.server.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

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

  public String day(LocalDate day) {
    return DAY.format(day);
  }
}

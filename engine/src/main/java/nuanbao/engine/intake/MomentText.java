package nuanbao.engine.intake;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments as people read them, to the second. */
record MomentText(ZoneId zone) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  String of(Instant instant) {
    return MOMENT.format(instant.atZone(zone));
  }
}

package nuanbao.browser;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands where a test sets it. */
final class StandingClock extends Clock {
  private volatile Instant now;

  StandingClock(String moment) {
    this.now = read(moment);
  }

  /** Sets it to a moment with its offset, as in {@code 2021-12-02T18:00:00+08:00}. */
  void set(String moment) {
    now = read(moment);
  }

  private static Instant read(String moment) {
    return OffsetDateTime.parse(moment).toInstant();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nobody asks this clock for a zone");
  }
}

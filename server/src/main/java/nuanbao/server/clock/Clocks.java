package nuanbao.server.clock;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The clock that every gate asks: the real one, or one that was set and goes on ticking. */
@Factory
public final class Clocks {

  /**
   * The clock.
   *
   * @param now the moment to begin at; empty for the real time
   */
  @Singleton
  @Requires(missingBeans = Clock.class)
  Clock clock(@Property(name = "nuanbao.now", defaultValue = "") String now) {
    Clock real = real();
    return now.isEmpty()
        ? real
        : Clock.offset(real, Duration.between(real.instant(), Instant.parse(now)));
  }

  /** The real clock, for commands. */
  public static Clock real() {
    return Clock.systemUTC();
  }
}

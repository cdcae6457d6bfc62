package nuanbao.server;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nuanbao.server.config.CampaignReading;

/**
 * A server over one folder of campaigns and one folder of data, on this machine only.
 *
 * @param campaigns a folder of campaign folders, or one campaign
 * @param data where the database lies; made if it is not there
 * @param port 0 for any that is free
 * @param now the moment the clock begins at; empty for the real time
 */
public record ServerProcess(Path campaigns, Path data, int port, Optional<Instant> now) {
  private static final long MAX_REQUEST = 9L << 20;

  /** Starts it; closing what comes back stops it. */
  public EmbeddedServer start() throws IOException {
    return started(builder());
  }

  /** Starts it with a clock that the caller holds: for tests of deadlines. */
  public EmbeddedServer start(Clock clock) throws IOException {
    return started(builder().singletons(clock));
  }

  private EmbeddedServer started(ApplicationContextBuilder builder) {
    EmbeddedServer server = builder.start().getBean(EmbeddedServer.class);
    server.start();
    return server;
  }

  /** The campaigns are read while the framework and the database start. */
  private ApplicationContextBuilder builder() throws IOException {
    Files.createDirectories(data);
    return ApplicationContext.builder()
        .banner(false)
        .deduceEnvironment(false)
        .properties(properties())
        .singletons(CampaignReading.begin(campaigns));
  }

  /**
   * Without WRITE_DELAY=0 H2 acknowledges a commit before it is written, and a killed process loses
   * it.
   */
  private Map<String, Object> properties() {
    Path database = data.toAbsolutePath().resolve("nuanbao");
    Map<String, Object> properties = new HashMap<>();
    properties.put("micronaut.application.name", "nuanbao");
    properties.put("micronaut.server.host", "127.0.0.1");
    properties.put("micronaut.server.port", port == 0 ? -1 : port);
    properties.put("micronaut.server.max-request-size", MAX_REQUEST);
    properties.put("nuanbao.now", now.map(Instant::toString).orElse(""));
    properties.put(
        "datasources.default.url",
        "jdbc:h2:file:"
            + database
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0");
    properties.put("datasources.default.driver-class-name", "org.h2.Driver");
    properties.put("datasources.default.username", "sa");
    properties.put("datasources.default.password", "");
    properties.put("datasources.default.dialect", "POSTGRES");
    properties.put("datasources.default.minimum-idle", 1);
    properties.put("flyway.datasources.default.enabled", true);
    return properties;
  }
}

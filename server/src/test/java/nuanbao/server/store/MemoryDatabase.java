package nuanbao.server.store;

import io.micronaut.context.ApplicationContext;
import java.util.Map;

/** H2 in memory, with the latest schema. */
final class MemoryDatabase {
  private MemoryDatabase() {}

  static ApplicationContext open(String name) {
    return ApplicationContext.builder()
        .banner(false)
        .properties(
            Map.of(
                "datasources.default.url",
                "jdbc:h2:mem:"
                    + name
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                "datasources.default.driver-class-name",
                "org.h2.Driver",
                "datasources.default.username",
                "sa",
                "datasources.default.password",
                "",
                "datasources.default.dialect",
                "POSTGRES",
                "flyway.datasources.default.enabled",
                true))
        .start();
  }
}

package nuanbao.server.store;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.UUID;
import nuanbao.engine.campaign.CampaignId;
import nuanbao.engine.intake.SubmissionStore;
import nuanbao.engine.memory.SubmissionStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of stores on H2; every store is another campaign of the same database. */
@TestInstance(Lifecycle.PER_CLASS)
class JdbcSubmissionStoreTest extends SubmissionStoreContract {
  private ApplicationContext context = ApplicationContext.builder().build();

  @BeforeAll
  void open() {
    context =
        ApplicationContext.builder()
            .banner(false)
            .properties(
                Map.of(
                    "datasources.default.url",
                        "jdbc:h2:mem:contract;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
                    "datasources.default.driver-class-name", "org.h2.Driver",
                    "datasources.default.username", "sa",
                    "datasources.default.password", "",
                    "datasources.default.dialect", "POSTGRES",
                    "flyway.datasources.default.enabled", true))
            .start();
  }

  @AfterAll
  void close() {
    context.close();
  }

  @Override
  protected SubmissionStore store() {
    return new JdbcSubmissionStore(
        new CampaignId("c-" + UUID.randomUUID()),
        () -> context.getBean(SubmissionRepository.class));
  }
}

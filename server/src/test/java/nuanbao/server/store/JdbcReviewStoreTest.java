package nuanbao.server.store;

import io.micronaut.context.ApplicationContext;
import java.util.UUID;
import nuanbao.engine.campaign.CampaignId;
import nuanbao.engine.intake.ReviewStore;
import nuanbao.engine.memory.ReviewStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of stores on H2; every store is another campaign of the same database. */
@TestInstance(Lifecycle.PER_CLASS)
class JdbcReviewStoreTest extends ReviewStoreContract {
  private final ApplicationContext context = MemoryDatabase.open("reviews");

  @AfterAll
  void close() {
    context.close();
  }

  @Override
  protected ReviewStore store() {
    return new JdbcReviewStore(
        new CampaignId("c-" + UUID.randomUUID()),
        () -> context.getBean(WaiverRepository.class),
        () -> context.getBean(AcceptanceRepository.class));
  }
}

package nuanbao.server.store;

import io.micronaut.context.ApplicationContext;
import java.util.UUID;
import nuanbao.engine.campaign.CampaignId;
import nuanbao.engine.intake.SubmissionStore;
import nuanbao.engine.memory.SubmissionStoreContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The contract of stores on H2; every store is another campaign of the same database. */
@TestInstance(Lifecycle.PER_CLASS)
class JdbcSubmissionStoreTest extends SubmissionStoreContract {
  private final ApplicationContext context = MemoryDatabase.open("submissions");

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

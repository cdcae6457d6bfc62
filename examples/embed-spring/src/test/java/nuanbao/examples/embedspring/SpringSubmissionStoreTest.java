package nuanbao.examples.embedspring;

import nuanbao.engine.intake.SubmissionStore;
import nuanbao.engine.memory.SubmissionStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

/** The contract of stores on H2; every test has a database of its own. */
class SpringSubmissionStoreTest extends SubmissionStoreContract {
  private final EmbeddedDatabase database =
      new EmbeddedDatabaseBuilder()
          .generateUniqueName(true)
          .setType(EmbeddedDatabaseType.H2)
          .addScript("schema.sql")
          .build();

  @AfterEach
  void close() {
    database.shutdown();
  }

  @Override
  protected SubmissionStore store() {
    return new SpringSubmissionStore(JdbcClient.create(database));
  }
}

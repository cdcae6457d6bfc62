package nuanbao.engine.memory;

import nuanbao.engine.intake.SubmissionStore;

class MemorySubmissionStoreTest extends SubmissionStoreContract {
  private final MemorySubmissionStore store = new MemorySubmissionStore();

  @Override
  protected SubmissionStore store() {
    return store;
  }
}

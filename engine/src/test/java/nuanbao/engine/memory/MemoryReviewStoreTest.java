package nuanbao.engine.memory;

import nuanbao.engine.intake.ReviewStore;

class MemoryReviewStoreTest extends ReviewStoreContract {
  private final MemoryReviewStore store = new MemoryReviewStore();

  @Override
  protected ReviewStore store() {
    return store;
  }
}

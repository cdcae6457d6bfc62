package nuanbao.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.intake.SubmissionStore;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.UnitId;
import org.junit.jupiter.api.Test;

/** What every store of submissions keeps to. */
public abstract class SubmissionStoreContract {
  private static final DutyId DUTY = new DutyId("weekly");
  private static final SubmissionKey KEY = key("a");

  /** An empty store. */
  protected abstract SubmissionStore store();

  private static SubmissionKey key(String unit) {
    return new SubmissionKey(DUTY, new RoundId(LocalDate.parse("2021-11-25")), new UnitId(unit));
  }

  private static Submission version(SubmissionKey key, int version, String clientId) {
    return new Submission(
        key,
        version,
        Optional.of(clientId),
        Instant.parse("2021-11-25T10:00:00Z"),
        false,
        Map.of());
  }

  @Test
  void holds_nothing_at_first() {
    assertThat(store().findLatest(KEY)).isEmpty();
    assertThat(store().latestOf(DUTY)).isEmpty();
  }

  @Test
  void finds_the_latest_version_and_each_by_its_client() {
    SubmissionStore store = store();
    assertThat(store.append(version(KEY, 1, "one"))).isTrue();
    assertThat(store.append(version(KEY, 2, "two"))).isTrue();
    assertThat(store.findLatest(KEY)).map(Submission::version).contains(2);
    assertThat(store.findByClientId(KEY, "one")).map(Submission::version).contains(1);
    assertThat(store.findByClientId(KEY, "three")).isEmpty();
  }

  @Test
  void keeps_no_version_that_does_not_follow_the_latest() {
    SubmissionStore store = store();
    store.append(version(KEY, 1, "one"));
    assertThat(store.append(version(KEY, 1, "again"))).isFalse();
    assertThat(store.append(version(KEY, 3, "far"))).isFalse();
    assertThat(store.findByClientId(KEY, "again")).isEmpty();
  }

  @Test
  void lists_the_latest_of_every_reporter_of_a_duty() {
    SubmissionStore store = store();
    store.append(version(KEY, 1, "one"));
    store.append(version(KEY, 2, "two"));
    store.append(version(key("b"), 1, "b"));
    assertThat(store.latestOf(DUTY)).extracting(Submission::version).containsExactly(2, 1);
    assertThat(store.latestOf(new DutyId("other"))).isEmpty();
  }

  @Test
  void lets_exactly_one_of_two_at_once_through() throws Exception {
    SubmissionStore store = store();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      var tasks =
          IntStream.range(0, 32)
              .mapToObj(i -> (Callable<Boolean>) () -> store.append(version(KEY, 1, "c" + i)))
              .toList();
      int accepted = 0;
      for (var done : threads.invokeAll(tasks)) if (done.get()) accepted++;
      assertThat(accepted).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
  }
}

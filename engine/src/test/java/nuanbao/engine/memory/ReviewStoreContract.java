package nuanbao.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nuanbao.engine.duty.DutyId;
import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.FormId;
import nuanbao.engine.intake.ReviewStore;
import nuanbao.engine.submission.Acceptance;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.submission.Waiver;
import nuanbao.engine.timeline.RoundId;
import nuanbao.engine.unit.UnitId;
import org.junit.jupiter.api.Test;

/** What every store of waivers and acceptances keeps to. */
public abstract class ReviewStoreContract {
  private static final DutyId DUTY = new DutyId("weekly");
  private static final RoundId ROUND = new RoundId(LocalDate.parse("2021-11-25"));
  private static final RoundId NEXT = new RoundId(LocalDate.parse("2021-12-02"));
  private static final SubmissionKey KEY = key(ROUND, "a");
  private static final Instant AT = Instant.parse("2021-11-25T10:00:00.123Z");

  /** An empty store. */
  protected abstract ReviewStore store();

  private static SubmissionKey key(RoundId round, String unit) {
    return new SubmissionKey(DUTY, round, new UnitId(unit));
  }

  private static Waiver waiver(SubmissionKey key, String form, String check, String by) {
    return new Waiver(key, new FormId(form), new CheckId(check), "分校并入，人数合并\n见“批复”第 3 号", by, AT);
  }

  private static Acceptance acceptance(SubmissionKey key, int version, String by) {
    return new Acceptance(key, version, by, AT);
  }

  @Test
  void holds_nothing_at_first() {
    ReviewStore store = store();
    assertThat(store.waivers(KEY)).isEmpty();
    assertThat(store.findAcceptance(KEY, 1)).isEmpty();
    assertThat(store.acceptances(DUTY, ROUND)).isEmpty();
  }

  @Test
  void gives_waivers_back_as_they_were_granted_and_in_that_order() {
    ReviewStore store = store();
    List<Waiver> granted =
        List.of(
            waiver(KEY, "table", "z", "王敏"),
            waiver(KEY, "table", "a", "李强"),
            waiver(KEY, "cases", "z", "王敏"));
    for (Waiver waiver : granted) assertThat(store.waive(waiver)).isTrue();
    assertThat(store.waivers(KEY)).isEqualTo(granted);
  }

  @Test
  void keeps_waivers_of_units_and_rounds_apart() {
    ReviewStore store = store();
    store.waive(waiver(KEY, "table", "a", "王敏"));
    assertThat(store.waivers(key(ROUND, "b"))).isEmpty();
    assertThat(store.waivers(key(NEXT, "a"))).isEmpty();
    assertThat(store.waive(waiver(key(ROUND, "b"), "table", "a", "王敏"))).isTrue();
    assertThat(store.waive(waiver(key(NEXT, "a"), "table", "a", "王敏"))).isTrue();
  }

  @Test
  void waives_a_check_once() {
    ReviewStore store = store();
    Waiver first = waiver(KEY, "table", "a", "王敏");
    store.waive(first);
    assertThat(store.waive(waiver(KEY, "table", "a", "李强"))).isFalse();
    assertThat(store.waivers(KEY)).containsExactly(first);
  }

  @Test
  void finds_the_acceptance_of_a_version_whatever_came_after_it() {
    ReviewStore store = store();
    Acceptance first = acceptance(KEY, 1, "王敏");
    assertThat(store.accept(first)).isTrue();
    assertThat(store.accept(acceptance(KEY, 3, "李强"))).isTrue();
    assertThat(store.findAcceptance(KEY, 1)).contains(first);
    assertThat(store.findAcceptance(KEY, 2)).isEmpty();
  }

  @Test
  void accepts_a_version_once() {
    ReviewStore store = store();
    Acceptance first = acceptance(KEY, 1, "王敏");
    store.accept(first);
    assertThat(store.accept(acceptance(KEY, 1, "李强"))).isFalse();
    assertThat(store.findAcceptance(KEY, 1)).contains(first);
  }

  @Test
  void lists_the_acceptances_of_a_round() {
    ReviewStore store = store();
    store.accept(acceptance(KEY, 1, "王敏"));
    store.accept(acceptance(KEY, 2, "王敏"));
    store.accept(acceptance(key(ROUND, "b"), 1, "王敏"));
    store.accept(acceptance(key(NEXT, "a"), 1, "王敏"));
    assertThat(store.acceptances(DUTY, ROUND))
        .containsExactlyInAnyOrder(
            acceptance(KEY, 1, "王敏"),
            acceptance(KEY, 2, "王敏"),
            acceptance(key(ROUND, "b"), 1, "王敏"));
    assertThat(store.acceptances(new DutyId("other"), ROUND)).isEmpty();
  }

  @Test
  void lets_exactly_one_of_two_at_once_through() throws Exception {
    ReviewStore store = store();
    assertThat(let(i -> store.waive(waiver(KEY, "table", "a", "r" + i)))).isEqualTo(1);
    assertThat(let(i -> store.accept(acceptance(KEY, 1, "r" + i)))).isEqualTo(1);
    assertThat(store.waivers(KEY)).hasSize(1);
    assertThat(store.acceptances(DUTY, ROUND)).hasSize(1);
  }

  private interface Attempt {
    boolean number(int i);
  }

  /** How many of many attempts at once are let through. */
  private static int let(Attempt attempt) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      var tasks =
          IntStream.range(0, 32)
              .mapToObj(i -> (Callable<Boolean>) () -> attempt.number(i))
              .toList();
      int through = 0;
      for (var done : threads.invokeAll(tasks)) if (done.get()) through++;
      return through;
    } finally {
      threads.shutdown();
    }
  }
}

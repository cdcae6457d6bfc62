package nuanbao.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongPredicate;
import nuanbao.engine.formula.FormulaFuzz;
import nuanbao.engine.json.AnswersFuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuzzRunTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;

  /** An input that does what it is told with its seed. */
  private record Told(long seed, LongPredicate answer) implements Fuzzer.Input {
    @Override
    public boolean handIn() {
      return answer.test(seed);
    }

    @Override
    public byte[] bytes() {
      return Long.toString(seed).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String door() {
      return "the door";
    }
  }

  private FuzzRun.Result run(int inputs, Duration limit, LongPredicate answer) {
    return new FuzzRun("told", seed -> new Told(seed, answer), limit, folder).run(inputs, 7);
  }

  @Test
  void counts_what_is_accepted() {
    FuzzRun.Result result = run(1_000, LONG, seed -> seed % 2 == 0);
    assertThat(result.inputs()).isEqualTo(1_000);
    assertThat(result.accepted()).isBetween(400, 600);
    assertThat(result.findings()).isEmpty();
  }

  @Test
  void hands_in_the_same_for_the_same_seed() {
    List<Long> first = new ArrayList<>();
    List<Long> again = new ArrayList<>();
    run(50, LONG, first::add);
    run(50, LONG, again::add);
    assertThat(again).hasSize(50).isEqualTo(first);
  }

  @Test
  void keeps_once_what_got_past_the_door_and_goes_on() throws IOException {
    FuzzRun.Result result =
        run(
            100,
            LONG,
            seed -> {
              throw new IllegalStateException("past the door");
            });
    assertThat(result.inputs()).isEqualTo(100);
    assertThat(result.findings()).hasSize(1);
    Path said = result.findings().get(0);
    assertThat(Files.readString(said)).contains("input 1: the door", "past the door");
    assertThat(folder.resolve("told-1.txt.input")).content().matches("-?[0-9]+");
  }

  @Test
  void keeps_an_input_that_hangs_and_ends() throws IOException {
    CountDownLatch release = new CountDownLatch(1);
    FuzzRun.Result result = run(100, Duration.ofMillis(200), seed -> waitFor(release));
    release.countDown();
    assertThat(result.inputs()).isZero();
    assertThat(result.findings()).hasSize(1);
    assertThat(Files.readString(result.findings().get(0))).contains("took longer than PT0.2S");
  }

  private static boolean waitFor(CountDownLatch release) {
    try {
      release.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  /** So that the fuzzers are not broken when somebody needs them. */
  @Test
  void finds_nothing_among_a_few_formulas_and_answers() {
    assertThat(new FuzzRun("formulas", new FormulaFuzz(), LONG, folder).run(500, 1))
        .satisfies(FuzzRunTest::soundAndSomeAccepted);
    assertThat(new FuzzRun("answers", new AnswersFuzz(), LONG, folder).run(100, 1))
        .satisfies(FuzzRunTest::soundAndSomeAccepted);
  }

  private static void soundAndSomeAccepted(FuzzRun.Result result) {
    assertThat(result.findings()).isEmpty();
    assertThat(result.accepted()).isPositive().isLessThan(result.inputs());
  }
}

package nuanbao.engine.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.Instant;
import java.util.stream.Stream;
import nuanbao.engine.timeline.SubmissionWindow.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubmissionWindowTest {
  private static final Instant OPENS = Instant.parse("2021-11-22T16:00:00Z");
  private static final Instant DUE = Instant.parse("2021-11-25T10:00:00Z");
  private static final Instant CLOSES = Instant.parse("2021-11-28T10:00:00Z");

  @ParameterizedTest
  @MethodSource
  void says_where_a_moment_falls(Instant now, State expected) {
    assertThat(new SubmissionWindow(OPENS, DUE, CLOSES).stateAt(now)).isEqualTo(expected);
  }

  static Stream<Arguments> says_where_a_moment_falls() {
    return Stream.of(
        argumentSet("a second before it opens", OPENS.minusSeconds(1), State.NOT_OPEN),
        argumentSet("as it opens", OPENS, State.ON_TIME),
        argumentSet("at the due instant", DUE, State.ON_TIME),
        argumentSet("a second after it", DUE.plusSeconds(1), State.LATE),
        argumentSet("at the closing instant", CLOSES, State.LATE),
        argumentSet("a second after closing", CLOSES.plusSeconds(1), State.CLOSED));
  }

  @Test
  void refuses_to_be_due_before_it_opens() {
    assertThatThrownBy(() -> new SubmissionWindow(DUE.plusSeconds(1), DUE, CLOSES))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package nuanbao.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemsTest {
  private final Problems problems = new Problems();

  @Test
  void tells_the_same_problem_once() {
    problems.add(Problem.of(ProblemCode.UNKNOWN_FORM, "a", "b"));
    problems.add(Problem.of(ProblemCode.UNKNOWN_FORM, "a", "b"));
    assertThat(problems.inOrder()).hasSize(1);
  }

  @Test
  void stands_in_the_order_of_the_files_with_what_has_no_place_last() {
    problems.add(Problem.of(ProblemCode.ITEM_TWICE));
    problems.add(Problem.of(ProblemCode.ITEM_TWICE, new SourcePosition("b", 1, 1, 1, "")));
    problems.add(Problem.of(ProblemCode.ITEM_TWICE, new SourcePosition("a", 12, 1, 1, "")));
    problems.add(Problem.of(ProblemCode.ITEM_TWICE, new SourcePosition("a", 2, 9, 1, "")));
    assertThat(problems.inOrder())
        .extracting(problem -> String.valueOf(problem.source()))
        .containsExactly("a:2:9", "a:12:1", "b:1:1", "null");
  }

  @Test
  void stops_listing_after_a_thousand_and_says_so() {
    for (int i = 0; i < 5_000; i++) problems.add(Problem.of(ProblemCode.UNKNOWN_FORM, i, ""));
    assertThat(problems.inOrder()).hasSize(1_001);
    assertThat(problems.inOrder().get(1_000).code()).isEqualTo(ProblemCode.TOO_MANY_PROBLEMS);
  }

  @Test
  void hints_refuse_nothing_however_many_and_hide_no_error() {
    for (int i = 0; i < 5_000; i++) problems.add(Problem.of(ProblemCode.ANSWERS_MISSING_ROW, i));
    assertThat(problems.hasErrors()).isFalse();
    assertThat(problems.inOrder()).hasSize(1_000);
    problems.add(Problem.of(ProblemCode.UNKNOWN_FORM, "a", ""));
    assertThat(problems.inOrder().get(1_000).code()).isEqualTo(ProblemCode.UNKNOWN_FORM);
  }
}

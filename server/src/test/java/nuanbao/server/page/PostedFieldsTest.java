package nuanbao.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostedFieldsTest {
  private static final String TWO =
      "f/cover/who=x&f/rows/a=&f/rows/a/p=1&f/rows/a/q=2&f/rows/b=&f/rows/b/p=3&g/rows/a/p=9";

  @Test
  void several_answers_of_one_field_stay_together_and_in_order() {
    assertThat(PostedFields.decode("a=1&b=%E6%96%B0&a=2&broken=%4&c").fields())
        .isEqualTo(Map.of("a", List.of("1", "2"), "b", List.of("新")));
  }

  @Test
  void an_entry_is_added_behind_the_others_with_nothing_in_it() {
    assertThat(names(pressed(TWO, "add:f"))).endsWith("g/rows/a/p", "do", "f/rows/new");
    assertThat(pressed(TWO, "add:f").fields()).containsEntry("f/rows/new", List.of(""));
  }

  @Test
  void a_copy_stands_behind_what_it_was_copied_from_and_holds_all_of_it() {
    PostedFields copied = pressed(TWO + "&f/rows/a/r/0/s=7", "copy:f:a");

    assertThat(names(copied))
        .containsSubsequence("f/rows/a/q", "f/rows/new", "f/rows/new/p", "f/rows/b");
    assertThat(copied.fields())
        .containsEntry("f/rows/new/p", List.of("1"))
        .containsEntry("f/rows/new/r/0/s", List.of("7"))
        .containsEntry("f/rows/a/p", List.of("1"))
        .doesNotContainKey("g/rows/new/p");
  }

  @Test
  void the_last_entry_can_be_copied() {
    assertThat(names(pressed("f/rows/a=&f/rows/a/p=1", "copy:f:a")))
        .containsExactly("f/rows/a", "f/rows/a/p", "f/rows/new", "f/rows/new/p", "do");
  }

  @Test
  void an_entry_is_removed_with_all_that_is_in_it_and_nothing_else() {
    assertThat(names(pressed(TWO + "&f/rows/a2/p=5", "remove:f:a")))
        .containsExactly(
            "f/cover/who", "f/rows/b", "f/rows/b/p", "g/rows/a/p", "f/rows/a2/p", "do");
  }

  @Test
  void an_entry_may_have_any_id() {
    assertThat(names(pressed("f/rows/x%3Ay=&f/rows/x%3Ay/p=1", "remove:f:x:y")))
        .containsExactly("do");
  }

  @Test
  void child_records_are_numbered_on_and_removed_by_their_number() {
    String fields = "f/rows/a/r=&f/rows/a/r/0=&f/rows/a/r/0/s=1&f/rows/a/r/3/s=2";

    assertThat(names(pressed(fields, "add-record:f/rows/a/r"))).contains("f/rows/a/r/4");
    assertThat(names(pressed("f/rows/a/r=", "add-record:f/rows/a/r"))).contains("f/rows/a/r/0");
    assertThat(names(pressed(fields, "remove-record:f/rows/a/r:0")))
        .containsExactly("f/rows/a/r", "f/rows/a/r/3/s", "do");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"refresh", "", "copy:f", "remove:f", "remove:f:nobody", "remove-record:f", "x:y"})
  void what_nobody_can_ask_for_changes_nothing(String button) {
    assertThat(names(pressed(TWO, button))).containsExactlyElementsOf(names(posted(TWO, button)));
  }

  @Test
  void a_page_is_shown_again_as_it_was_typed() {
    FormView.Written written =
        posted(
                "f/rows/a/p=1&f/rows/a/p=2&f/rows/b=&f/rows/a/n=5&f/rows/a/n=不适用&g/rows/c=",
                "refresh")
            .written(Answers.none(new FormId("f")));

    assertThat(written.entries()).containsExactly("a", "b");
    assertThat(written.typed())
        .containsEntry("f/rows/a/p", "1\n2")
        .containsEntry("f/rows/a/n", "不适用");
  }

  private static PostedFields posted(String fields, String button) {
    return PostedFields.decode(fields + "&do=" + button);
  }

  private static PostedFields pressed(String fields, String button) {
    return posted(fields, button).edited(() -> "new");
  }

  private static List<String> names(PostedFields fields) {
    return List.copyOf(fields.fields().keySet());
  }
}

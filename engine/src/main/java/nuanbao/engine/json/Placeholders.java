package nuanbao.engine.json;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nuanbao.engine.form.Wording;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;

/** Tells of placeholders in printed texts that nothing will be filled in for. */
final class Placeholders {
  /** Where titles name answers and states: those are printed as they stand. */
  private static final Set<String> PRINTED_AS_THEY_STAND = Set.of("oneOf", "states");

  private final Set<String> words;
  private final Problems problems;

  /**
   * A check.
   *
   * @param words what a campaign calls things, by the name of their placeholder
   */
  Placeholders(Set<String> words, Problems problems) {
    this.words = Set.copyOf(words);
    this.problems = problems;
  }

  /** Looks at the titles and notes of a file, or of a part of it. */
  void check(Located part) {
    for (Map.Entry<String, Located> member : part.members().entrySet()) {
      Located value = member.getValue();
      if (PRINTED_AS_THEY_STAND.contains(member.getKey())) continue;
      if (member.getKey().equals("title") && value.node().isTextual()) checkText(value);
      if (member.getKey().equals("notes")) value.items().forEach(this::checkText);
      check(value);
    }
  }

  private void checkText(Located text) {
    for (String unknown : Wording.unknownIn(text.text(), words)) {
      String written = braced(unknown);
      String known =
          Wording.known(words).stream().map(Placeholders::braced).collect(Collectors.joining("、"));
      int offset = text.text().indexOf(written);
      problems.add(
          text.problem(ProblemCode.UNKNOWN_PLACEHOLDER, written, known)
              .at(text.within(offset, written.length())));
    }
  }

  private static String braced(String placeholder) {
    return "{" + placeholder + "}";
  }
}

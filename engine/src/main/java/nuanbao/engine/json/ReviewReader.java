package nuanbao.engine.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import nuanbao.engine.form.CheckId;
import nuanbao.engine.form.FormId;
import nuanbao.engine.json.JsonText.Limits;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.ProblemCode;
import nuanbao.engine.problem.Problems;
import nuanbao.engine.problem.Similar;
import nuanbao.engine.submission.Excuse;

/** Reads what a reviewer sends, from JSON of at most 64 KiB. */
public final class ReviewReader {
  private static final List<String> EXCUSE = List.of("form", "check", "reason");
  private static final List<String> VERSION = List.of("version");

  private final Problems problems = new Problems();
  private final Optional<Located> root;

  private ReviewReader(byte[] raw, String source, List<String> keys) {
    this.root = JsonText.read(raw, source, Limits.REVIEW, problems).map(Located::root);
    root.ifPresent(read -> checkKeys(read, keys));
  }

  /**
   * What is to be waived, and why: {@code {"form", "check", "reason"}}.
   *
   * @param source what to call it in problems
   */
  public static Outcome<Excuse> excuse(byte[] raw, String source) {
    ReviewReader reader = new ReviewReader(raw, source, EXCUSE);
    Excuse excuse =
        new Excuse(
            new FormId(reader.text("form")),
            new CheckId(reader.text("check")),
            reader.text("reason"));
    return reader.problems.outcome(() -> excuse);
  }

  /**
   * Which version is accepted: {@code {"version"}}.
   *
   * @param source what to call it in problems
   */
  public static Outcome<Integer> version(byte[] raw, String source) {
    ReviewReader reader = new ReviewReader(raw, source, VERSION);
    int version = reader.whole("version");
    return reader.problems.outcome(() -> version);
  }

  private void checkKeys(Located read, List<String> keys) {
    if (!read.node().isObject()) {
      tellType(read, "object");
      return;
    }
    read.node()
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (keys.contains(key)) return;
              String near = Similar.nearest(key, keys).orElse("");
              read.get(key)
                  .map(value -> value.problemAtKey(ProblemCode.UNKNOWN_KEY, key, near))
                  .ifPresent(problems::add);
            });
    for (String key : keys) {
      if (!read.has(key)) problems.add(read.problem(ProblemCode.MISSING_KEY, key));
    }
  }

  private String text(String key) {
    Optional<Located> value = root.flatMap(read -> read.get(key));
    value.filter(one -> !one.node().isTextual()).ifPresent(one -> tellType(one, "string"));
    return value.map(Located::text).orElse("");
  }

  private int whole(String key) {
    Optional<Located> value = root.flatMap(read -> read.get(key));
    value.filter(one -> !isWhole(one.node())).ifPresent(one -> tellType(one, "integer"));
    return value.map(one -> one.node().asInt()).orElse(0);
  }

  private static boolean isWhole(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt();
  }

  private void tellType(Located value, String wanted) {
    problems.add(
        value.problem(
            ProblemCode.WRONG_TYPE,
            SchemaProblems.typeNamed(wanted),
            SchemaProblems.typeOf(value.node())));
  }
}

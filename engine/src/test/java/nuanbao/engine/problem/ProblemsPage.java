package nuanbao.engine.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/** What may be told, in one language: every code with why it is told, an example and a remedy. */
final class ProblemsPage {
  private static final Map<ProblemCode, Text> GROUPS = new EnumMap<>(ProblemCode.class);

  static {
    GROUPS.put(ProblemCode.FILE_MISSING, new Text("文件和 JSON", "Files and JSON"));
    GROUPS.put(ProblemCode.UNKNOWN_KEY, new Text("键和值", "Keys and values"));
    GROUPS.put(ProblemCode.UNKNOWN_UNIT, new Text("指向别处的名称", "Names that point somewhere"));
    GROUPS.put(ProblemCode.DUPLICATE_UNIT_ID, new Text("单位", "Units"));
    GROUPS.put(ProblemCode.TYPE_CYCLE, new Text("栏目、行和审核关系", "Columns, rows and checks"));
    GROUPS.put(ProblemCode.FORMULA_SYNTAX, new Text("公式", "Formulas"));
    GROUPS.put(ProblemCode.NO_SUCH_DAY, new Text("日期和各期", "Dates and rounds"));
    GROUPS.put(ProblemCode.ANSWERS_UNKNOWN_FORM, new Text("填报的内容", "Answers"));
    GROUPS.put(ProblemCode.UNKNOWN_CAMPAIGN, new Text("收表", "Taking in"));
    GROUPS.put(ProblemCode.WAIVER_REASON_LENGTH, new Text("审核和验收", "The review"));
  }

  private final Language language;
  private final Map<ProblemCode, ProblemExample> examples;
  private final JsonNode reasons = reasons();
  private final StringBuilder page = new StringBuilder();

  ProblemsPage(Language language, Map<ProblemCode, ProblemExample> examples) {
    this.language = language;
    this.examples = examples;
  }

  /** Code to {@code why} and, where the catalogue has no remedy, {@code fix}. */
  static JsonNode reasons() {
    try (InputStream in = ProblemCode.class.getResourceAsStream("/nuanbao/problems/why.json")) {
      return new JsonMapper().readTree(in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  String write() {
    line(
        say(
            "# 每一个问题\n\n"
                + "引擎和服务器说的每一个问题：代码不变，话可以改。本页由 `ProblemCode`、`problems/why.json` 和真的读过、收过、审过的例子写出，不要手改："
                + "以 `-Dnuanbao.expected=write` 运行 `ProblemsPageTest`。[English](PROBLEMS.md)\n\n"
                + "错误不改不收；警告、提示不妨碍。话里的 `{0}`、`{1}` 由具体内容填入。",
            "# Every problem\n\n"
                + "All that the engine and the server may tell. A code never changes, its words may. This page is written from `ProblemCode`,"
                + " `problems/why.json` and examples that are really read, taken in or reviewed; do not edit it: run `ProblemsPageTest` with"
                + " `-Dnuanbao.expected=write`. [中文](PROBLEMS.zh-CN.md)\n\n"
                + "An error refuses, a warning or hint does not. `{0}` and `{1}` in a text are filled in."));
    for (ProblemCode code : ProblemCode.values()) {
      if (GROUPS.containsKey(code)) line("\n## " + GROUPS.get(code).in(language));
      entry(code);
    }
    return page.toString();
  }

  private void entry(ProblemCode code) {
    JsonNode reason = reasons.path(code.code());
    line("\n### " + code.code() + "\n");
    line(
        "**%s** %s · %s\n"
            .formatted(
                code.severity().title().in(language),
                say(code.says().chinese(), code.says().english()),
                say(code.says().english(), code.says().chinese())));
    line(say("为什么：", "Why: ") + in(reason.path("why")) + "\n");
    ProblemExample example = examples.get(code);
    if (example != null) show(example);
    String remedy = code.remedy().in(language);
    if (remedy.isEmpty()) remedy = in(reason.path("fix"));
    line(say("怎么改：", "Fix: ") + remedy + (remedy.matches(".*[。.?]$") ? "" : say("。", ".")));
  }

  private void show(ProblemExample example) {
    Problem problem = example.problem();
    SourcePosition source = problem.source();
    line("```text");
    example.steps().forEach(step -> line(step.in(language)));
    line(
        (source == null ? "" : source + "  ")
            + problem.severity().title().in(language)
            + " "
            + problem.code()
            + "  "
            + problem.message(language));
    if (source != null && !example.line().isEmpty()) {
      line("%6d | %s".formatted(source.line(), example.line()));
    }
    problem.remedy(language).ifPresent(remedy -> line("    " + remedy));
    line("```\n");
    if (!example.folder().isEmpty()) {
      String folder = "campaigns/refused/" + example.folder();
      line(say("见 ", "See ") + "[%s](../%s).\n".formatted(folder, folder));
    }
  }

  private String in(JsonNode text) {
    return say(text.path("zh").asText(), text.path("en").asText());
  }

  private String say(String chinese, String english) {
    return new Text(chinese, english).in(language);
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}

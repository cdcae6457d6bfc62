package nuanbao.engine.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;

/**
 * A problem as the engine really told it, with the line that is wrong.
 *
 * @param steps what was done, in order, where one look at the line would not tell
 * @param line the line of the file or of what was sent; empty where the whole is meant
 * @param folder the broken campaign that shows it; empty where it is one of {@code examples.json}
 */
record ProblemExample(Problem problem, List<Text> steps, String line, String folder) {
  private static final Path EXAMPLES = Path.of("src/test/resources/nuanbao/problems/examples.json");
  private static final int AROUND = 60;

  ProblemExample {
    steps = List.copyOf(steps);
  }

  /** One for each code that a broken campaign or a line of {@code examples.json} shows. */
  static Map<ProblemCode, ProblemExample> all(Path scratch) {
    try {
      Map<ProblemCode, ProblemExample> found = new EnumMap<>(ProblemCode.class);
      ofExamples(scratch, found);
      ofRefused(found);
      return found;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** The folder with the fewest problems shows a code best; the one that holds them all is last. */
  private static void ofRefused(Map<ProblemCode, ProblemExample> found) throws IOException {
    Map<ProblemCode, Integer> least = new HashMap<>();
    try (Stream<Path> folders = Files.list(Campaigns.folder("refused"))) {
      for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
        List<Problem> problems = Nuanbao.create().read(folder).problems();
        Map<String, String> texts = texts(folder);
        for (Problem problem : problems) {
          Integer before = least.get(problem.code());
          if (before != null && before <= problems.size()) continue;
          least.put(problem.code(), problems.size());
          String line = line(problem, texts);
          String name = folder.getFileName().toString();
          found.put(problem.code(), new ProblemExample(problem, List.of(), line, name));
        }
      }
    }
  }

  private static void ofExamples(Path scratch, Map<ProblemCode, ProblemExample> found)
      throws IOException {
    JsonNode all = new JsonMapper().readTree(Files.readString(EXAMPLES));
    List<String> unmet = new ArrayList<>();
    for (Map.Entry<String, JsonNode> one : all.get("examples").properties()) {
      ProblemCode code = code(one.getKey());
      if (one.getValue().has("asked")) {
        found.put(code, asked(code, one.getValue()));
        continue;
      }
      ExampleRun run = new ExampleRun(all.get("bases"), one.getValue());
      List<Problem> problems = run.problems(scratch.resolve(one.getKey()));
      Optional<Problem> told =
          problems.stream().filter(problem -> problem.code() == code).findFirst();
      if (told.isEmpty()) unmet.add(code + " is not told, but " + problems);
      told.ifPresent(
          problem ->
              found.put(
                  code, new ProblemExample(problem, run.steps(), line(problem, run.texts()), "")));
    }
    if (!unmet.isEmpty()) throw new IllegalStateException(String.join("\n", unmet));
  }

  /** What only a server is asked; {@code AskedProblemsTest} there asks one. */
  private static ProblemExample asked(ProblemCode code, JsonNode example) {
    List<String> arguments = new ArrayList<>();
    example.get("arguments").forEach(one -> arguments.add(one.asText()));
    Problem problem = Problem.of(code, arguments.toArray());
    Text step = Text.of("GET " + example.get("asked").asText());
    return new ProblemExample(problem, List.of(step), "", "");
  }

  private static ProblemCode code(String written) {
    return ProblemCode.valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The files of a campaign by name, without its cases. */
  static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (name.startsWith("cases/")) continue;
        texts.put(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  /** The place that is meant with what stands around it, shortened where it is long. */
  private static String line(Problem problem, Map<String, String> texts) {
    SourcePosition source = problem.source();
    String text = source == null || source.line() == 0 ? "" : texts.getOrDefault(source.file(), "");
    if (source == null || text.isEmpty() || text.contains("\uFFFD")) return "";
    String line = text.lines().skip(source.line() - 1L).findFirst().orElse("");
    int from = Math.max(0, Math.min(source.column() - 1 - AROUND, line.length()));
    int meant = Math.min(source.length(), 2 * AROUND);
    int to = Math.min(line.length(), source.column() - 1 + meant + AROUND);
    String window = line.substring(from, to).strip();
    return (from > 0 ? "…" : "") + window + (to < line.length() ? "…" : "");
  }
}

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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.memory.MemorySubmissionStore;

/**
 * A problem as the engine really told it, with the line that is wrong.
 *
 * @param line the line of the file or of what was sent; empty where the whole is meant
 * @param folder the broken campaign that shows it; empty where it is one of {@code examples.json}
 */
record ProblemExample(Problem problem, String line, String folder) {
  private static final Path RESOURCES = Path.of("src/test/resources/nuanbao");
  private static final String SENT = "sent.json";
  private static final int AROUND = 60;

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
        for (Problem problem : problems) {
          Integer before = least.get(problem.code());
          if (before != null && before <= problems.size()) continue;
          least.put(problem.code(), problems.size());
          found.put(problem.code(), of(problem, texts(folder), folder.getFileName().toString()));
        }
      }
    }
  }

  private static void ofExamples(Path scratch, Map<ProblemCode, ProblemExample> found)
      throws IOException {
    JsonNode all =
        new JsonMapper().readTree(Files.readString(RESOURCES.resolve("problems/examples.json")));
    List<String> unmet = new ArrayList<>();
    for (Map.Entry<String, JsonNode> one : all.get("examples").properties()) {
      ProblemCode code =
          ProblemCode.valueOf(one.getKey().toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
      JsonNode sent = one.getValue().path("sent");
      JsonNode base = all.path("bases").path(sent.path("base").asText());
      JsonNode change = one.getValue().path("definition");
      String campaign =
          base.path("campaign").asText(change.path("campaign").asText("example-small"));
      Path folder = changed(scratch.resolve(one.getKey()), campaign, change);
      Map<String, String> texts = texts(folder);
      List<Problem> problems = Nuanbao.create().read(folder).problems();
      if (!sent.isMissingNode()) {
        String text = changed(base.get("text").asText(), sent);
        texts.put(SENT, text);
        problems = submit(Nuanbao.create().read(folder).orElseThrow(), base, sent, text);
      }
      Optional<Problem> told =
          problems.stream().filter(problem -> problem.code() == code).findFirst();
      if (told.isEmpty()) unmet.add(code + " is not told, but " + problems);
      told.ifPresent(problem -> found.put(code, of(problem, texts, "")));
    }
    if (!unmet.isEmpty()) throw new IllegalStateException(String.join("\n", unmet));
  }

  private static List<Problem> submit(
      Campaign campaign, JsonNode base, JsonNode sent, String text) {
    return Nuanbao.create()
        .intake(campaign, new MemorySubmissionStore())
        .submit(
            Campaigns.key(
                either("duty", sent, base),
                either("round", sent, base),
                either("unit", sent, base)),
            Campaigns.bytes(text),
            SENT,
            Campaigns.at(either("at", sent, base)))
        .problems();
  }

  private static String either(String key, JsonNode own, JsonNode base) {
    return own.path(key).asText(base.path(key).asText());
  }

  private static Path changed(Path folder, String campaign, JsonNode change) throws IOException {
    Path from =
        Files.exists(RESOURCES.resolve(campaign))
            ? RESOURCES.resolve(campaign)
            : Campaigns.folder(campaign);
    Map<String, String> texts = texts(from);
    String file = change.path("file").asText();
    if (change.has("with")) {
      if (change.get("with").isNull()) texts.remove(file);
      else texts.put(file, changed(texts.getOrDefault(file, ""), change));
    }
    return Campaigns.write(folder, texts);
  }

  private static String changed(String text, JsonNode change) {
    if (!change.has("with")) return text;
    if (!change.has("replace")) return change.get("with").asText();
    String old = change.get("replace").asText();
    int at = text.indexOf(old);
    if (at < 0) throw new IllegalStateException("there is no " + old);
    return text.substring(0, at) + change.get("with").asText() + text.substring(at + old.length());
  }

  private static Map<String, String> texts(Path folder) throws IOException {
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

  private static ProblemExample of(Problem problem, Map<String, String> texts, String folder) {
    SourcePosition source = problem.source();
    String text = source == null || source.line() == 0 ? "" : texts.getOrDefault(source.file(), "");
    if (source == null || text.isEmpty() || text.contains("\uFFFD")) {
      return new ProblemExample(problem, "", folder);
    }
    String line = text.lines().skip(source.line() - 1L).findFirst().orElse("");
    int from = Math.max(0, Math.min(source.column() - 1 - AROUND, line.length()));
    int to = Math.min(line.length(), source.column() - 1 + source.length() + AROUND);
    String window = line.substring(from, to).strip();
    String shown = (from > 0 ? "…" : "") + window + (to < line.length() ? "…" : "");
    return new ProblemExample(problem, shown, folder);
  }
}

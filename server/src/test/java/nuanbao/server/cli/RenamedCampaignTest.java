package nuanbao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real campaign under other names: ids, titles, units, codes, weekday and depth of the header
 * are changed mechanically, and the figures and the printed table must come out the same but for
 * the names. What is known only of one notice would show here.
 */
class RenamedCampaignTest {
  private static final Path ORIGINAL = Path.of("../campaigns/lizhou-2021");
  private static final Path ANSWERS = ORIGINAL.resolve("cases/two-weeks/answers");
  private static final JsonMapper MAPPER = new JsonMapper();

  @TempDir private Path folder;

  /** Every word to be changed and what takes its place, longest first. */
  private static Map<String, String> words() throws IOException {
    Map<String, String> words = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    collectNames(MAPPER.readTree(ORIGINAL.resolve("units.json").toFile()), names);
    names.sort(Comparator.comparingInt(String::length).reversed().thenComparing(name -> name));
    for (String name : names) words.put(name, renamed(name, words.size()));
    words.put("农民工", "护林员");
    words.put("走访慰问", "植树造林");
    words.put("慰问", "造林");
    words.put("附件2", "附件7");
    words.put("510802", "660311");
    words.put("thursday", "tuesday");
    words.put("2021-11-25", "2021-11-23");
    words.put("2021-12-02", "2021-11-30");
    words.put("\"visits\"", "\"trees\"");
    words.put("表[visits]", "表[trees]");
    words.put("visited", "planted");
    words.put("returned", "grown");
    words.put("spent", "cost");
    return words;
  }

  /** Ends as before, so that short names are made as before. */
  private static String renamed(String name, int number) {
    for (String end : List.of("村", "社区")) {
      if (name.endsWith(end)) return "某%03d%s".formatted(number, end);
    }
    return "某%03d".formatted(number);
  }

  private static void collectNames(JsonNode node, List<String> names) {
    if (node.has("name")) {
      names.add(node.get("name").asText().replaceFirst("(村|居)民委员会$", ""));
      if (node.has("short")) names.add(node.get("short").asText());
    }
    node.forEach(child -> collectNames(child, names));
  }

  private static String rename(String text, Map<String, String> words) {
    StringBuilder renamed = new StringBuilder();
    int at = 0;
    outer:
    while (at < text.length()) {
      for (Map.Entry<String, String> word : words.entrySet()) {
        if (text.startsWith(word.getKey(), at)) {
          renamed.append(word.getValue());
          at += word.getKey().length();
          continue outer;
        }
      }
      renamed.append(text.charAt(at++));
    }
    return renamed.toString();
  }

  private static void copyRenamed(Path from, Path to, Map<String, String> words)
      throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = from.relativize(file).toString();
        if (name.startsWith("cases") || !name.endsWith(".json")) continue;
        Path target = to.resolve(rename(name.replace("visits", "trees"), words));
        Files.createDirectories(target.resolveSibling(""));
        Files.writeString(target, rename(Files.readString(file), words));
      }
    }
  }

  /** Depth 1 puts every column at the top; 3 and 4 put groups around those that are there. */
  private static void setDepth(Path form, int depth) throws IOException {
    ObjectNode root = (ObjectNode) MAPPER.readTree(form.toFile());
    ObjectNode row = (ObjectNode) root.get("row");
    ObjectNode columns = (ObjectNode) row.get("properties");
    if (depth == 1) {
      ObjectNode flat = MAPPER.createObjectNode();
      flatten(columns, "", "", "", flat);
      row.set("properties", flat);
      root.withArray("checks")
          .forEach(
              check ->
                  ((ObjectNode) check).put("rule", check.get("rule").asText().replace(".", "")));
    }
    for (int level = 2; level < depth; level++) {
      ObjectNode around = MAPPER.createObjectNode();
      around
          .putObject("level" + level)
          .put("title", "第" + level + "层")
          .set("properties", row.get("properties"));
      row.set("properties", around);
    }
    Files.writeString(form, root.toPrettyString());
  }

  private static void flatten(
      ObjectNode columns, String key, String title, String overTime, ObjectNode flat) {
    columns
        .properties()
        .forEach(
            entry -> {
              ObjectNode column = (ObjectNode) entry.getValue();
              String path = key + entry.getKey();
              String titles = title + column.get("title").asText();
              String said = column.path("overTime").asText(overTime);
              if (column.has("properties")) {
                flatten((ObjectNode) column.get("properties"), path + "_", titles, said, flat);
              } else {
                flat.set(path, column.put("title", titles).put("overTime", said));
              }
            });
  }

  private static ObjectNode reshape(ObjectNode row, int depth) {
    if (depth == 1) {
      ObjectNode flat = MAPPER.createObjectNode();
      flattenCells(row, "", flat);
      return flat;
    }
    ObjectNode shaped = row;
    for (int level = 2; level < depth; level++) {
      ObjectNode around = MAPPER.createObjectNode();
      around.set("level" + level, shaped);
      shaped = around;
    }
    return shaped;
  }

  /** A cell of several values stays one: it is typed as a group even in a flat table. */
  private static void flattenCells(ObjectNode row, String key, ObjectNode flat) {
    row.properties()
        .forEach(
            entry -> {
              String path = key + entry.getKey();
              if (entry.getValue().isObject() && !entry.getKey().equals("goods")) {
                flattenCells((ObjectNode) entry.getValue(), path + "_", flat);
              } else {
                flat.set(path, entry.getValue());
              }
            });
  }

  private static void reshapeAnswers(Path answers, int depth) throws IOException {
    try (Stream<Path> files = Files.walk(answers)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        ObjectNode root = (ObjectNode) MAPPER.readTree(file.toFile());
        ObjectNode rows = (ObjectNode) root.at("/forms/trees/rows");
        for (String unit : names(rows)) {
          rows.set(unit, reshape((ObjectNode) rows.get(unit), depth));
        }
        Files.writeString(file, root.toString());
      }
    }
  }

  private static List<String> names(ObjectNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static String withoutHead(String csv) {
    return csv.substring(csv.indexOf('\n') + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void comes_out_the_same_under_other_names(int depth) throws IOException {
    Map<String, String> words = words();
    copyRenamed(ORIGINAL, folder.resolve("campaign"), words);
    copyRenamed(ANSWERS, folder.resolve("answers"), words);
    setDepth(folder.resolve("campaign/forms/trees.json"), depth);
    reshapeAnswers(folder.resolve("answers"), depth);

    CommandRun original =
        CommandRun.of(
            "rollup",
            ORIGINAL.toString(),
            "visits",
            "--round",
            "2021-12-02",
            "--cumulative",
            "--answers",
            ANSWERS.toString(),
            "--format",
            "csv");
    CommandRun renamed =
        CommandRun.of(
            "rollup",
            folder.resolve("campaign").toString(),
            "trees",
            "--round",
            "2021-11-30",
            "--cumulative",
            "--answers",
            folder.resolve("answers").toString(),
            "--format",
            "csv");

    assertThat(renamed.err()).isEmpty();
    assertThat(withoutHead(renamed.out())).isEqualTo(rename(withoutHead(original.out()), words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"visits", "visits-cumulative"})
  void prints_the_same_table_under_other_names(String report) throws IOException {
    Map<String, String> words = words();
    copyRenamed(ORIGINAL, folder.resolve("campaign"), words);
    copyRenamed(ANSWERS, folder.resolve("answers"), words);
    Path before = folder.resolve("before.txt");
    Path after = folder.resolve("after.txt");

    CommandRun.of(
        "report",
        ORIGINAL.toString(),
        report,
        "--round",
        "2021-12-02",
        "--answers",
        ANSWERS.toString(),
        "-o",
        before.toString());
    CommandRun run =
        CommandRun.of(
            "report",
            folder.resolve("campaign").toString(),
            report.replace("visits", "trees"),
            "--round",
            "2021-11-30",
            "--answers",
            folder.resolve("answers").toString(),
            "-o",
            after.toString());

    assertThat(run.err()).isEmpty();
    assertThat(Files.readString(after)).isEqualTo(rename(Files.readString(before), words));
  }
}

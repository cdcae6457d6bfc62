package nuanbao.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a unit reports in the case {@code two-weeks} of {@code lizhou-2021}. */
record CaseSheet(Path file) {
  private static final Path ANSWERS = Site.CAMPAIGNS.resolve("lizhou-2021/cases/two-weeks/answers");

  static CaseSheet of(String duty, String round, String unit) {
    return new CaseSheet(ANSWERS.resolve(duty).resolve(round).resolve(unit + ".json"));
  }

  /** The sheets of all units that reported on a round. */
  static List<CaseSheet> all(String duty, String round) throws IOException {
    try (Stream<Path> files = Files.list(ANSWERS.resolve(duty).resolve(round))) {
      return files.sorted().map(CaseSheet::new).toList();
    }
  }

  String unit() {
    return file.getFileName().toString().replace(".json", "");
  }

  byte[] bytes() throws IOException {
    return Files.readAllBytes(file);
  }

  /** What is typed, by the name of the field on the page; the explanations are left out. */
  Map<String, String> typed() throws IOException {
    Map<String, String> typed = new LinkedHashMap<>();
    new JsonMapper()
        .readTree(file.toFile())
        .get("forms")
        .properties()
        .forEach(
            form -> {
              JsonNode sheet = form.getValue();
              cells(form.getKey() + "/cover/", sheet.get("cover"), typed);
              sheet
                  .get("rows")
                  .properties()
                  .forEach(
                      row ->
                          cells(
                              form.getKey() + "/rows/" + row.getKey() + "/",
                              row.getValue(),
                              typed));
            });
    return typed;
  }

  private static void cells(String before, JsonNode columns, Map<String, String> typed) {
    columns
        .properties()
        .forEach(
            column -> {
              String name = before + column.getKey();
              if (column.getValue().isObject()) cells(name + ".", column.getValue(), typed);
              else typed.put(name, column.getValue().asText());
            });
  }
}

package nuanbao.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;

/** A campaign with one form: the columns and rules of a {@link RuleTable}. */
final class RuleFolder {
  static final String DUTY = "visits";
  static final String FORM = "table";
  static final String REPORTER = "county";

  private static final String CAMPAIGN =
      """
      { "nuanbao": 1, "id": "rules", "title": "审核关系", "from": "2022-01-12", "to": "2022-02-15",
        "calendar": { "zone": "Asia/Shanghai", "onHoliday": "next-workday" },
        "duties": { "%s": { "title": "报表", "reporters": ["%s"], "forms": ["%s"],
          "rounds": { "repeat": "once" , "due": { "date": "2022-02-15" } } } } }
      """;
  private static final String UNITS =
      """
      { "levels": { "county": "县", "township": "乡镇" },
        "units": [{ "id": "%s", "name": "示例县", "units": [%s] }],
        "groups": { "各乡镇": { "units": [{ "level": "township" }] } } }
      """;
  private static final String FORM_TEXT =
      """
      { "title": "报表", "rows": { "of": "units", "units": ["各乡镇"] },
        "row": { "overTime": "flow", "properties": { %s } }, "checks": [%s] }
      """;

  private RuleFolder() {}

  /** The campaign, read. Its files are gone when the virtual machine ends. */
  static Campaign read() {
    try {
      Path folder = Files.createTempDirectory("nuanbao-bench");
      folder.toFile().deleteOnExit();
      Path forms = Files.createDirectory(folder.resolve("forms"));
      forms.toFile().deleteOnExit();
      write(folder.resolve("campaign.json"), CAMPAIGN.formatted(DUTY, REPORTER, FORM));
      write(folder.resolve("units.json"), UNITS.formatted(REPORTER, units()));
      write(forms.resolve(FORM + ".json"), FORM_TEXT.formatted(columns(), checks()));
      return Nuanbao.create().read(folder).orElseThrow();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    file.toFile().deleteOnExit();
  }

  private static String units() {
    return IntStream.range(0, new RuleTable().rows().size())
        .mapToObj("{ \"id\": \"t%1$d\", \"name\": \"第%1$d乡\" }"::formatted)
        .collect(Collectors.joining(","));
  }

  private static String columns() {
    return RuleTable.COLUMNS.stream()
        .map("\"%s\": { \"type\": \"number\", \"decimals\": 2 }"::formatted)
        .collect(Collectors.joining(","));
  }

  private static String checks() {
    String check = "{ \"id\": \"rule-%d\", \"rule\": \"%s\" }";
    return IntStream.range(0, RuleTable.RULES.size())
        .mapToObj(i -> check.formatted(i, RuleTable.RULES.get(i)))
        .collect(Collectors.joining(","));
  }
}

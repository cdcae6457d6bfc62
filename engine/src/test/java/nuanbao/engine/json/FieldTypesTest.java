package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.ColumnPath;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.ValueText;
import nuanbao.engine.formula.Value;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.intake.SubmissionReader.Reading;
import nuanbao.engine.memory.MemorySubmissionStore;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each type takes, and what it refuses with which code. */
class FieldTypesTest {
  private static final String CAMPAIGN =
      """
      { "nuanbao": 1, "id": "t", "title": "t", "from": "2026-01-01", "to": "2026-01-31",
        "calendar": { "zone": "Asia/Shanghai" },
        "duties": { "d": { "reporters": ["甲"], "forms": ["f"],
          "rounds": { "repeat": "once", "due": { "date": "2026-01-31" } } } } }
      """;
  private static final String UNITS =
      """
      { "levels": { "top": "级" }, "units": [ { "id": "a", "name": "甲", "level": "top" } ] }
      """;
  private static final String FORM =
      """
      { "title": "f", "row": { "properties": { "x": %s } } }
      """;

  /** Types by the name they have in the tables below. */
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("people", "{ \"$ref\": \"nuanbao:people\" }"),
          Map.entry("balance", "{ \"$ref\": \"nuanbao:balance\" }"),
          Map.entry("money", "{ \"$ref\": \"nuanbao:money\" }"),
          Map.entry("moneyWan", "{ \"$ref\": \"nuanbao:moneyWan\" }"),
          Map.entry("percent", "{ \"$ref\": \"nuanbao:percent\" }"),
          Map.entry("fives", "{ \"type\": \"integer\", \"multipleOf\": 5 }"),
          Map.entry("text", "{ \"$ref\": \"nuanbao:text\", \"maxLength\": 4 }"),
          Map.entry("longText", "{ \"$ref\": \"nuanbao:longText\" }"),
          Map.entry("coded", "{ \"type\": \"string\", \"pattern\": \"^[A-Z]{2}$\" }"),
          Map.entry("yesNo", "{ \"$ref\": \"nuanbao:yesNo\" }"),
          Map.entry("sure", "{ \"type\": \"boolean\", \"const\": true }"),
          Map.entry("date", "{ \"$ref\": \"nuanbao:date\" }"),
          Map.entry("month", "{ \"$ref\": \"nuanbao:month\" }"),
          Map.entry("time", "{ \"$ref\": \"nuanbao:timeOfDay\" }"),
          Map.entry("mobile", "{ \"$ref\": \"nuanbao:mobile\" }"),
          Map.entry("phone", "{ \"$ref\": \"nuanbao:phone\" }"),
          Map.entry("email", "{ \"$ref\": \"nuanbao:email\" }"),
          Map.entry("citizenId", "{ \"$ref\": \"nuanbao:citizenId\" }"),
          Map.entry("creditCode", "{ \"$ref\": \"nuanbao:creditCode\" }"),
          Map.entry(
              "choice",
              "{ \"oneOf\": [ { \"const\": \"1\", \"title\": \"甲\" }, { \"const\": \"2\", \"title\": \"乙\" } ] }"),
          Map.entry(
              "choices",
              "{ \"type\": \"array\", \"minItems\": 1, \"maxItems\": 2, \"uniqueItems\": true, \"items\": { \"enum\": [\"甲\", \"乙\", \"丙\"] } }"),
          Map.entry("unit", "{ \"$ref\": \"nuanbao:unit\" }"),
          Map.entry("none", "{ \"$ref\": \"nuanbao:people\", \"mayNotApply\": true }"),
          Map.entry("counts", "{ \"$ref\": \"nuanbao:namedCounts\" }"));

  @TempDir private Path folder = Path.of("");

  private Reading read(String type, String value) {
    Campaigns.write(
        folder,
        Map.of(
            "campaign.json", CAMPAIGN,
            "units.json", UNITS,
            "forms/f.json", FORM.formatted(TYPES.get(type))));
    Campaign campaign = Nuanbao.create().read(folder).orElseThrow();
    Intake intake = Nuanbao.create().intake(campaign, new MemorySubmissionStore());
    String sent = "{\"forms\":{\"f\":{\"row\":{\"x\":%s}}}}".formatted(value);
    return intake.look(Campaigns.key("d", "2026-01-31", "a"), Campaigns.bytes(sent), "sent.json");
  }

  private String printed(Reading reading) {
    Campaign campaign = Nuanbao.create().read(folder).orElseThrow();
    ColumnPath x = new ColumnPath("x");
    Answers none = Answers.none(new FormId("f"));
    Answers answers = reading.contents().forms().getOrDefault(new FormId("f"), none);
    Map<ColumnPath, Value> row = answers.rows().values().iterator().next();
    return new ValueText(campaign.units())
        .of(campaign.form(new FormId("f")).indicator(x), row.getOrDefault(x, Value.BLANK));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "people | 0 | 0",
        "people | -0 | 0",
        "people | 2147483648 | 2147483648",
        "people | 9999999999 | 9999999999",
        "people | 12.0 | 12",
        "balance | -5 | -5",
        "money | 0.07 | 0.07",
        "money | 1.10 | 1.10",
        "moneyWan | 0.000001 | 0.00",
        "percent | 100 | 100.00",
        "fives | 15 | 15",
        "text | \" 三个字\" | 三个字",
        "text | \"𠮷𠮷𠮷𠮷\" | 𠮷𠮷𠮷𠮷",
        "longText | \"一\\n二\" | `一\n二`",
        "coded | \"AB\" | AB",
        "yesNo | false | 否",
        "sure | true | 是",
        "date | \"2024-02-29\" | 2024-02-29",
        "month | \"2026-12\" | 2026-12",
        "time | \"23:59\" | 23:59",
        "mobile | \"13800000000\" | 13800000000",
        "phone | \"0839-3265007\" | 0839-3265007",
        "phone | \"3265007\" | 3265007",
        "phone | \"02887654321\" | 02887654321",
        "phone | \"0839-3265007-12\" | 0839-3265007-12",
        "email | \"rsj@lz.gov.cn\" | rsj@lz.gov.cn",
        "citizenId | \"11010519491231002X\" | 11010519491231002X",
        "creditCode | \"91350100M000100Y43\" | 91350100M000100Y43",
        "choice | \"2\" | 乙",
        "choices | [\"丙\", \"甲\"] | 甲、丙",
        "unit | \"a\" | 甲",
        "none | \"不适用\" | —",
        "none | 3 | 3",
        "counts | [{\"name\": \"证\", \"count\": 2}, {\"name\": \"照\", \"count\": 0}] | 证2、照0",
        "counts | [] | ``"
      })
  void takes(String type, String value, String printed) {
    Reading reading = read(type, value);
    assertThat(reading.problems()).isEmpty();
    assertThat(printed(reading)).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "people | -1 | answers-out-of-range",
        "people | 10000000000 | answers-out-of-range",
        "people | 1.5 | answers-type",
        "people | 1e3 | number-exponent",
        "people | \"12\" | answers-type",
        "people | \"１２\" | answers-type",
        "people | \"1,234\" | answers-type",
        "people | null | answers-null",
        "people | true | answers-type",
        "people | \"不适用\" | answers-type",
        "money | 0.001 | answers-decimals",
        "money | 1234567890123456789012345678901 | number-too-long",
        "percent | 100.01 | answers-out-of-range",
        "fives | 12 | answers-multiple",
        "text | \"五个汉字了\" | answers-length",
        "text | \"\" | answers-length",
        "text | \"   \" | answers-length",
        "text | \"\\u0000\" | answers-format",
        "coded | \"AB1\" | answers-format",
        "yesNo | \"是\" | answers-type",
        "yesNo | 1 | answers-type",
        "sure | false | answers-not-a-choice",
        "date | \"2023-02-29\" | answers-no-such-day",
        "date | \"2026-02-30\" | answers-no-such-day",
        "date | \"2026-13-01\" | answers-format",
        "date | \"2026/01/01\" | answers-format",
        "date | \"1899-12-31\" | answers-format",
        "date | \"2200-01-01\" | answers-format",
        "month | \"2026-13\" | answers-format",
        "time | \"24:00\" | answers-format",
        "mobile | \"12800000000\" | answers-format",
        "mobile | \"1380000000\" | answers-format",
        "phone | \"123\" | answers-format",
        "email | \"rsj@\" | answers-format",
        "citizenId | \"110105194912310021\" | answers-check-character",
        "citizenId | \"11010519491331002X\" | answers-check-character",
        "citizenId | \"11010519491231002x\" | answers-format",
        "creditCode | \"91350100M000100Y44\" | answers-check-character",
        "creditCode | \"91350100I000100Y43\" | answers-format",
        "choice | \"3\" | answers-not-a-choice",
        "choice | \"乙\" | answers-not-a-choice",
        "choices | [\"甲\", \"甲\"] | answers-chosen-twice",
        "choices | [\"甲\", \"乙\", \"丙\"] | answers-count",
        "choices | [] | answers-count",
        "choices | [\"丁\"] | answers-not-a-choice",
        "choices | \"甲\" | answers-type",
        "unit | \"乙\" | answers-not-a-choice",
        "unit | \" \" | answers-not-a-choice",
        "counts | [{\"name\": \"证\"}] | answers-missing-cell",
        "counts | [{\"name\": \"证\", \"count\": -1}] | answers-out-of-range",
        "counts | [{\"name\": \"证\", \"count\": 1, \"more\": 1}] | answers-unknown-column"
      })
  void refuses(String type, String value, String code) {
    List<String> codes =
        read(type, value).problems().stream()
            .map(problem -> problem.code().code())
            .collect(Collectors.toList());
    assertThat(codes).containsExactly(code);
  }
}

package nuanbao.engine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import nuanbao.engine.Campaigns;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.measure.Responsibility;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is responsible, as notices print it. */
class ResponsibleReaderTest {
  private static final String UNITS =
      """
      { "levels": { "county": "县", "office": "部门", "town": "镇" }, "units": [
        { "id": "county", "name": "县", "units": [
          { "id": "water", "name": "水务局", "aka": ["水利局"] }, { "id": "roads", "name": "交运局" },
          { "id": "roads2", "name": "交运局站、场办" }, { "id": "youth", "name": "团县委" },
          { "id": "east", "name": "东镇", "level": "town" }, { "id": "west", "name": "西镇", "level": "town" } ] } ],
        "groups": { "各镇人民政府、街道办事处": { "aka": ["各镇（街道）"], "units": [{ "level": "town" }] } } }
      """;

  private static final String FORM =
      """
      { "title": "任务", "rows": { "of": "measures" },
        "row": { "overTime": "flow", "properties": { "done": { "title": "完成", "$ref": "nuanbao:count" } } } }
      """;

  @TempDir private Path folder;

  private Outcome<Campaign> read(String notation, String measures) {
    String campaign =
        """
        { "nuanbao": 1, "id": "tasks", "title": "任务", "from": "2026-03-02", "to": "2026-03-29",
          "calendar": { "zone": "Asia/Shanghai" }, %s
          "measures": %s,
          "duties": { "tasks": { "reporters": ["东镇", "西镇"], "forms": ["tasks"],
            "rounds": { "repeat": "weekly", "due": { "weekday": "sunday" } } } } }
        """
            .formatted(
                notation.isEmpty() ? "" : "\"notation\": { \"semicolon\": \"" + notation + "\" },",
                measures);
    return Nuanbao.create()
        .read(
            Campaigns.write(
                folder,
                Map.of("campaign.json", campaign, "units.json", UNITS, "forms/tasks.json", FORM)));
  }

  private Outcome<Campaign> readOne(String notation, String responsible) {
    return read(
        notation, "{ \"one\": { \"title\": \"甲\", \"responsible\": \"" + responsible + "\" } }");
  }

  private static String said(Campaign campaign, String measure) {
    Responsibility one = campaign.measures().measure(measure).responsibility();
    return one.lead().printed() + " / " + one.assist().printed();
  }

  @ParameterizedTest
  @MethodSource
  void reads_it_as_printed(String notation, String responsible, String expected) {
    assertThat(said(readOne(notation, responsible).orElseThrow(), "one")).isEqualTo(expected);
  }

  static Stream<Arguments> reads_it_as_printed() {
    String before = "lead-before";
    return Stream.of(
        argumentSet("one name", "", "水务局", "水务局 / "),
        argumentSet("an alias", "", "水利局", "水务局 / "),
        argumentSet("all lead", "", "〔责任单位：交运局、水务局〕", "交运局、水务局 / "),
        argumentSet(
            "who stands before ；", before, "〔责任单位：水务局、交运局；团县委，各镇（街道）〕", "水务局、交运局 / 团县委、各镇（街道）"),
        argumentSet("what it says of itself", before, "〔责任单位：水务局；团县委。分号前为牵头单位，下同〕", "水务局 / 团县委"),
        argumentSet("； parts only", "none", "水务局；团县委", "水务局、团县委 / "),
        argumentSet("labels", "", "（牵头单位：水务局，责任单位：各镇人民政府、街道办事处）", "水务局 / 各镇人民政府、街道办事处"),
        argumentSet("labels with ； between them", "", "牵头单位：水务局；责任单位：团县委；配合单位：东镇。", "水务局 / 团县委、东镇"),
        argumentSet("配合", "", "责任单位：水务局 配合单位：团县委", "水务局 / 团县委"),
        argumentSet("who leads is said: ； parts", before, "牵头单位：水务局；团县委", "水务局、团县委 / "),
        argumentSet("the longest name wins", "", "交运局站、场办、水务局", "交运局站、场办、水务局 / "),
        argumentSet("a shorter name before a part", "", "交运局、水务局", "交运局、水务局 / "),
        argumentSet("half-width marks", before, "(责任单位:水务局,交运局;团县委)", "水务局、交运局 / 团县委"),
        argumentSet("lines", before, "水务局、\\n交运局；\\n团县委", "水务局、交运局 / 团县委"));
  }

  @ParameterizedTest
  @MethodSource
  void refuses(String responsible, String problem) {
    List<String> problems =
        readOne("", responsible).problems().stream()
            .map(
                one ->
                    "%d %s %s"
                        .formatted(
                            Objects.requireNonNull(one.source()).column() - column(responsible),
                            one.code(),
                            one.message(Language.CHINESE)))
            .toList();
    assertThat(problems).contains(problem);
  }

  /** Of the first character of the text. */
  private static int column(String responsible) {
    String line =
        "  \"measures\": { \"one\": { \"title\": \"甲\", \"responsible\": \"" + responsible;
    return line.length() - responsible.length() + 1;
  }

  static Stream<Arguments> refuses() {
    return Stream.of(
        argumentSet("a name nobody has", "水务局、交通局；团县委", "4 unknown-unit 没有叫“交通局”的单位"),
        argumentSet("a name that goes on", "水务局等部门", "0 unknown-unit 没有叫“水务局等部门”的单位"),
        argumentSet(
            "； that means nothing yet", "水务局；团县委", "3 semicolon-undeclared 责任单位里有“；”，但没有写明它的意思"),
        argumentSet("nobody at all", "（责任单位：）", "-1 nobody-responsible 责任单位里没有一个单位"));
  }

  @Test
  void holds_for_all_below_that_say_nothing_themselves() {
    Campaign campaign =
        read(
                "lead-before",
                """
                { "head": { "kind": "section", "title": "一", "responsible": "水务局；各镇（街道）", "from": "2026-03-02",
                    "by": "2026-03-20", "attachment": "附件二", "measures": {
                  "same": { "title": "甲" },
                  "other": { "title": "乙", "responsible": "团县委", "by": "2026-03-15", "attachment": "附件三" },
                  "lead": { "title": "丙", "lead": ["交运局"], "measures": { "part": { "title": "丁" } } } } } }
                """)
            .orElseThrow();
    assertThat(said(campaign, "same")).isEqualTo("水务局 / 各镇（街道）");
    assertThat(said(campaign, "other")).isEqualTo("团县委 / ");
    assertThat(said(campaign, "part")).isEqualTo("交运局 / 各镇（街道）");
    assertThat(campaign.measures().measure("part").by()).hasToString("Optional[2026-03-20]");
    assertThat(campaign.measures().measure("part").from()).hasToString("Optional[2026-03-02]");
    assertThat(campaign.measures().measure("other").by()).hasToString("Optional[2026-03-15]");
    assertThat(campaign.measures().measure("other").attachment()).contains("附件三");
    assertThat(campaign.measures().measure("same").attachment()).contains("附件二");
  }

  @Test
  void stands_instead_of_lists_and_not_beside_them() {
    assertThat(
            read(
                    "",
                    "{ \"one\": { \"title\": \"甲\", \"responsible\": \"东镇\", \"lead\": [\"西镇\"] } }")
                .problems())
        .extracting(one -> one.code().code())
        .contains("key-not-here");
  }

  @Test
  void refuses_a_measure_that_ends_before_it_begins() {
    assertThat(
            read(
                    "",
                    "{ \"one\": { \"title\": \"甲\", \"lead\": [\"西镇\"], \"from\": \"2026-03-10\", \"by\": \"2026-03-09\" } }")
                .problems())
        .extracting(one -> one.code().code())
        .contains("end-before-beginning");
  }
}

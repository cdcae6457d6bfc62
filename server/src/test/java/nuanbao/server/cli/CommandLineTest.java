package nuanbao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import nuanbao.engine.json.DefinitionSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands as the README shows them, on the real campaign. */
class CommandLineTest {
  private static final String CAMPAIGN = "../campaigns/lizhou-2021";
  private static final String RHYTHMS = "../engine/src/test/resources/nuanbao/rhythms";
  private static final String CASE = CAMPAIGN + "/cases/two-weeks";

  @TempDir private Path folder;

  @Test
  void checks_a_campaign() {
    CommandRun run = CommandRun.of("check", CAMPAIGN);
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("提示 date-printed-otherwise").contains("232 个单位");
  }

  @Test
  void tells_problems_as_json_and_in_english() {
    CommandRun json =
        CommandRun.of(
            "check", "../campaigns/refused/unknown-key", "--format", "json", "--lang", "en");
    assertThat(json.exit()).isEqualTo(1);
    assertThat(json.out())
        .contains("\"code\" : \"unknown-key\"")
        .contains("\"message\" : \"unknown key “optinal”\"")
        .contains("\"remedy\" : \"did you mean optional?\"")
        .contains("\"line\" : 16");
  }

  @Test
  void checks_all_campaigns_of_a_folder_one_after_the_other() {
    CommandRun run = CommandRun.of("check", "../campaigns");
    assertThat(run.exit()).isZero();
    assertThat(run.out().lines().filter(line -> line.contains("成立："))).hasSizeGreaterThan(3);
    CommandRun two =
        CommandRun.of("check", CAMPAIGN, "../campaigns/refused/unknown-key", "--format", "json");
    assertThat(two.exit()).isEqualTo(1);
    assertThat(two.out())
        .contains("\"file\" : \"../campaigns/refused/unknown-key/forms/table.json\"");
  }

  @ParameterizedTest
  @CsvSource({
    "answered, 0, 0",
    "festival-contradiction, 0, 1",
    "attachment-gap, 0, 0",
    "unknown-key, 1, 1"
  })
  void is_strict_about_warnings_if_asked(String refused, int exit, int strict) {
    String campaign = "../campaigns/refused/" + refused;
    assertThat(CommandRun.of("check", campaign).exit()).isEqualTo(exit);
    assertThat(CommandRun.of("check", campaign, "--strict").exit()).isEqualTo(strict);
  }

  @Test
  void tells_problems_as_sarif() throws IOException {
    CommandRun run =
        CommandRun.of("check", "../campaigns/refused/unknown-key", "--format", "sarif");
    JsonNode log = new JsonMapper().readTree(run.out());
    assertThat(log.path("version").asText()).isEqualTo("2.1.0");
    JsonNode only = log.at("/runs/0");
    assertThat(only.at("/tool/driver/rules/0/id").asText()).isEqualTo("unknown-key");
    JsonNode result = only.at("/results/0");
    assertThat(result.path("ruleId").asText()).isEqualTo("unknown-key");
    assertThat(result.path("level").asText()).isEqualTo("error");
    assertThat(result.at("/message/text").asText()).contains("不认识的键“optinal”").contains("optional");
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("../campaigns/refused/unknown-key/forms/table.json");
    assertThat(result.at("/locations/0/physicalLocation/region").toString())
        .isEqualTo("{\"startLine\":16,\"startColumn\":63,\"endColumn\":72}");
  }

  @Test
  void cannot_run_without_a_folder_and_shows_no_stack() {
    CommandRun run = CommandRun.of("check", "nowhere");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).isEqualTo("不能运行：没有文件夹 nowhere" + System.lineSeparator());
  }

  @Test
  void lists_the_rounds_and_why_a_day_moved() {
    CommandRun run = CommandRun.of("calendar", CAMPAIGN, "--from", "2022-02-01");
    assertThat(run.out())
        .contains("第11期 2022-02-03")
        .contains("2022-02-07 周一 18:00 到期")
        .contains("（2022-02-03 周四 是春节，移到 2022-02-07 周一）")
        .contains("第13期 2022-02-17  所属 2022-02-11 至 2022-02-15");
    CommandRun json = CommandRun.of("calendar", CAMPAIGN, "--duty", "visits", "--format", "json");
    assertThat(json.out())
        .contains("\"round\" : \"2021-11-25\"")
        .contains("\"due\" : \"2021-11-25T18:00:00+08:00\"")
        .contains("\"because\" : \"春节\"");
  }

  @Test
  void writes_a_calendar_for_other_programs() {
    CommandRun run =
        CommandRun.of(
            "calendar", CAMPAIGN, "--duty", "arrears", "--from", "2022-02-01", "--format", "ics");
    ICalendar calendar = Biweekly.parse(run.out()).first();
    assertThat(calendar.getEvents()).hasSize(1);
    VEvent due = calendar.getEvents().get(0);
    assertThat(due.getUid().getValue()).isEqualTo("arrears-2022-02-02-13@lizhou-2021");
    assertThat(due.getDateStart().getValue().toInstant())
        .isEqualTo(Instant.parse("2022-02-07T10:00:00Z"));
    assertThat(due.getDescription().getValue())
        .contains("报送 区根治欠薪办（书面，电话 0839-6183019）")
        .contains("2022-02-02 周三 是春节，移到 2022-02-07 周一");
  }

  @Test
  void lists_levels_and_reports_on_events() {
    CommandRun run = CommandRun.of("calendar", RHYTHMS);
    assertThat(run.out())
        .contains("    街道 2026-02-25 周三 15:00 到期")
        .contains("    区 2026-02-26 周四 17:30 到期")
        .contains("第2期“中期” 2026-11-20")
        .contains("及时，首报、续报、终报：2026-01-01 起，没有期限")
        .contains("    续报 每隔1天");
    assertThat(run.out().lines().filter(line -> line.contains("所属"))).hasSizeLessThan(130);
  }

  @Test
  void writes_the_schema_of_what_is_sent() throws IOException {
    CommandRun run = CommandRun.of("schema", CAMPAIGN, "visits");
    assertThat(run.out())
        .contains("\"$schema\" : \"https://json-schema.org/draft/2020-12/schema\"")
        .contains("Checked beyond this schema: ")
        .contains("answers-decimals");
    Path file = folder.resolve("visits.schema.json");
    assertThat(CommandRun.of("schema", CAMPAIGN, "visits", "-o", file.toString()).exit()).isZero();
    assertThat(Files.readString(file)).isEqualToIgnoringNewLines(run.out());
  }

  @Test
  void writes_the_schemas_of_definition_files_for_editors() throws IOException {
    Path schemas = folder.resolve("schema");
    assertThat(CommandRun.of("schema", "-o", schemas.toString()).exit()).isZero();
    assertThat(schemas.resolve("campaign.schema.json")).isNotEmptyFile();
    assertThat(schemas.resolve("form.schema.json"))
        .content()
        .contains("\"description\": \"表名，印在表上方。 Title, printed above the table.\"");
    try (Stream<Path> written = Files.list(schemas)) {
      assertThat(written)
          .extracting(file -> file.getFileName().toString())
          .containsExactlyInAnyOrderElementsOf(DefinitionSchemas.byFileName().keySet());
    }
    assertThat(CommandRun.of("schema").err()).contains("-o");
    assertThat(CommandRun.of("schema", CAMPAIGN).err()).contains("还要写明是哪张表");
  }

  @Test
  void shows_a_form_with_what_is_wrong_beside_the_cells() throws IOException {
    Path page = folder.resolve("form.html");
    CommandRun run =
        CommandRun.of(
            "form",
            CAMPAIGN,
            "visits",
            "--unit",
            "金洞乡",
            "--round",
            "2021-12-02",
            "--answers",
            CASE + "/refused/wrong.json",
            "-o",
            page.toString());
    assertThat(run.exit()).isZero();
    assertThat(Files.readString(page)).contains("有 3 处要改").contains("走访慰问人数").contains("金洞乡本级");
  }

  /** A second before closing, at it, and a second after. */
  @ParameterizedTest
  @CsvSource({
    "2021-12-02T17:59:59+08:00, 0, 已收下",
    "2021-12-02T18:00:00+08:00, 0, 已收下",
    "2021-12-02T18:00:01+08:00, 1, 已退回"
  })
  void takes_answers_to_the_gate(String at, int exit, String said) {
    CommandRun run =
        CommandRun.of(
            "answers",
            CAMPAIGN,
            "visits",
            CASE + "/refused/late.json",
            "--unit",
            "510802201",
            "--round",
            "2021-12-02",
            "--at",
            at);
    assertThat(run.exit()).isEqualTo(exit);
    assertThat(run.out()).contains(said);
  }

  @Test
  void rolls_up_one_township() {
    CommandRun run =
        CommandRun.of(
            "rollup",
            CAMPAIGN,
            "visits",
            "--round",
            "2021-11-25",
            "--answers",
            CASE + "/answers",
            "--unit",
            "金洞乡",
            "--format",
            "csv");
    assertThat(run.exit()).isZero();
    assertThat(run.out().lines().count()).isEqualTo(1 + 1 + 1 + 7);
  }

  @Test
  void rolls_up_as_text_and_json_with_coverage() {
    CommandRun text =
        CommandRun.of(
            "rollup", CAMPAIGN, "visits", "--round", "2021-12-02", "--answers", CASE + "/answers");
    assertThat(text.out()).contains("全区  应报 38 已报 37 空行 1");
    CommandRun json =
        CommandRun.of(
            "rollup",
            CAMPAIGN,
            "visits",
            "--round",
            "2021-12-02",
            "--answers",
            CASE + "/answers",
            "--format",
            "json");
    assertThat(json.out()).contains("\"expected\" : 38").contains("\"received\" : 37");
  }

  @Test
  void writes_nothing_when_some_answers_are_refused() throws IOException {
    Path round = Files.createDirectories(folder.resolve("visits/2021-12-02"));
    Files.copy(Path.of(CASE, "refused/wrong.json"), round.resolve("510802201.json"));
    Path target = folder.resolve("out.pdf");
    CommandRun run =
        CommandRun.of(
            "report",
            CAMPAIGN,
            "visits",
            "--round",
            "2021-12-02",
            "--answers",
            folder.toString(),
            "-o",
            target.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("错误 answers-type").contains("错误 check-failed");
    assertThat(target).doesNotExist();
  }

  @Test
  void passes_over_no_folder_that_it_does_not_know() throws IOException {
    Files.createDirectories(folder.resolve("visits/2021-12-03"));
    CommandRun run =
        CommandRun.of(
            "rollup", CAMPAIGN, "visits", "--round", "2021-12-02", "--answers", folder.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("没有“2021-12-03”这一期");
  }

  @ParameterizedTest
  @CsvSource({"--help", "check --help", "report --help", "--version"})
  void helps(String line) {
    CommandRun run = CommandRun.of(line.split(" ", -1));
    assertThat(run.exit()).isZero();
    assertThat(run.out()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({"pdf, %PDF", "xlsx, PK"})
  void prints_a_report(String format, String beginning) throws IOException {
    Path target = folder.resolve("visits." + format);
    CommandRun run =
        CommandRun.of(
            "report",
            CAMPAIGN,
            "visits-cumulative",
            "--round",
            "2021-12-02",
            "--answers",
            CASE + "/answers",
            "-o",
            target.toString());
    assertThat(run.exit()).isZero();
    String head = new String(Files.readAllBytes(target), 0, 4, StandardCharsets.ISO_8859_1);
    assertThat(head).startsWith(beginning);
    assertThat(folder)
        .isDirectoryContaining("glob:**" + format)
        .isDirectoryNotContaining("glob:**.part");
  }

  @ParameterizedTest
  @CsvSource({
    "rollup ../campaigns/lizhou-2021 nothing --round 2021-11-25 --answers ../campaigns, 没有叫“nothing”的表",
    "rollup ../campaigns/lizhou-2021 visits --round 2021-11-26 --answers ../campaigns, 没有“2021-11-26”这一期",
    "rollup ../campaigns/lizhou-2021 visits --round 2021-11-25 --answers nowhere, 没有文件夹 nowhere",
    "report ../campaigns/lizhou-2021 nothing --round 2021-11-25 --answers ../campaigns -o x.pdf, 没有叫“nothing”的报告",
    "report ../campaigns/lizhou-2021 visits --round 2021-11-25 --answers ../campaigns -o x.doc, 文件名要以",
    "calendar ../campaigns/lizhou-2021 --duty nothing, 没有叫“nothing”的任务",
    "form ../campaigns/lizhou-2021 visits --unit 泉坝村 --round 2021-11-25 -o x.html, 不报",
    "check, 文件夹",
    "nothing, nothing"
  })
  void says_what_cannot_run(String line, String reason) {
    CommandRun run = CommandRun.of(line.split(" ", -1));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(reason).doesNotContain("\tat ");
  }

  @Test
  void plays_the_demo_from_the_check_to_the_printed_tables() {
    CommandRun run =
        CommandRun.of("demo", CAMPAIGN, "two-weeks", "-o", folder.toString(), "--once");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("应报 38 份，收下 38 份")
        .contains("应报 38 份，收下 37 份")
        .contains("错误 window-closed")
        .contains("错误 check-failed");
    assertThat(folder.resolve("visits-2021-12-02.pdf")).isNotEmptyFile();
    assertThat(folder.resolve("visits-2021-12-02.xlsx")).isNotEmptyFile();
  }
}

package nuanbao.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A campaign from its first day to the next year: new, renew, diff, upgrade. */
class CampaignYearsTest {
  private static final String LIZHOU = "../campaigns/lizhou-2021";
  private static final String SMALL = "../campaigns/example-small";

  @TempDir private Path folder;

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        texts.put(
            folder.relativize(file).toString().replace('\\', '/'),
            Files.readString(file, StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  private static void copy(String from, Path to) throws IOException {
    for (Map.Entry<String, String> file : files(Path.of(from)).entrySet()) {
      Path target = to.resolve(file.getKey());
      Files.createDirectories(target.resolveSibling(""));
      Files.writeString(target, file.getValue());
    }
  }

  private static void change(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  @Test
  void begins_a_campaign_that_passes_fills_in_adds_up_and_prints() throws IOException {
    CommandRun begun = CommandRun.of("new", at("c"), "--id", "east-2026", "--year", "2026");
    assertThat(begun.exit()).isZero();
    assertThat(begun.out())
        .contains("警告 0，提示 0。")
        .contains("visits --unit 东河镇 --round 2026-01-13 -o form.html");
    assertThat(files(folder.resolve("c")))
        .containsOnlyKeys(
            "campaign.json",
            "units.json",
            "forms/visits.json",
            "reports/visits.json",
            "answers/visits/2026-01-13/east.json")
        .allSatisfy(
            (name, text) -> {
              if (!name.startsWith("answers/")) {
                assertThat(text).startsWith("{\n  \"$schema\": ").contains("\"$comment\": \"");
              }
            });
    assertThat(
            CommandRun.of(
                    "form",
                    at("c"),
                    "visits",
                    "--unit",
                    "东河镇",
                    "--round",
                    "2026-01-13",
                    "-o",
                    at("form.html"))
                .exit())
        .isZero();
    assertThat(
            CommandRun.of(
                    "rollup",
                    at("c"),
                    "visits",
                    "--round",
                    "2026-01-13",
                    "--answers",
                    at("c/answers"))
                .out())
        .contains("应报 2 已报 1");
    CommandRun printed =
        CommandRun.of(
            "report",
            at("c"),
            "visits",
            "--round",
            "2026-01-13",
            "--answers",
            at("c/answers"),
            "-o",
            at("report.txt"));
    assertThat(printed.exit()).isZero();
    assertThat(Files.readString(folder.resolve("report.txt")))
        .contains("全县\t97\t75\t2.12")
        .contains("未报：西山镇");
  }

  @Test
  void begins_only_in_an_empty_folder() throws IOException {
    Files.createDirectories(folder.resolve("c"));
    Files.writeString(folder.resolve("c/note.txt"), "");
    CommandRun run = CommandRun.of("new", at("c"));
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("不是空的，什么也没有写");
    assertThat(files(folder.resolve("c"))).containsOnlyKeys("note.txt");
  }

  @ParameterizedTest
  @CsvSource({"--id, 2026, --id 以字母或汉字开头", "--year, 1989, --year 可写 1990 至 2060"})
  void begins_nothing_with_a_wrong_id_or_year(String option, String value, String said) {
    CommandRun run = CommandRun.of("new", at("c"), option, value);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains(said);
    assertThat(folder.resolve("c")).doesNotExist();
  }

  @Test
  void renews_the_real_campaign_beside_it_and_leaves_it_as_it_was() throws IOException {
    Path old = folder.resolve("lizhou-2021");
    copy(LIZHOU, old);
    Map<String, String> before = files(old);
    CommandRun run = CommandRun.of("renew", old.toString(), "--year", "2022");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("元宵节 2022-02-15 → 2023-02-05")
        .contains("\"2022-01-31\" → \"2023-01-31\"")
        .doesNotContain("rounds-outside-campaign")
        .contains("接续 lizhou-2021：有跨春节的周报")
        .contains("还写着2022：2022年计划培训")
        .contains("上年通知印的“2022年2月16日(元宵节)”")
        .contains("“利州区2022年今冬明春农民工服务保障”成立");
    assertThat(files(old)).isEqualTo(before);
    Map<String, String> after = files(folder.resolve("lizhou-2022"));
    before
        .keySet()
        .removeIf(
            name ->
                name.startsWith("cases/") || name.endsWith(".md") || name.equals("campaign.json"));
    assertThat(after.remove("campaign.json")).contains("\"id\": \"lizhou-2022\"");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void renews_never_over_what_is_there_and_never_backward() throws IOException {
    CommandRun over = CommandRun.of("renew", SMALL, "--year", "2023", "-o", SMALL);
    assertThat(over.exit()).isEqualTo(2);
    assertThat(over.err()).contains("不是空的");
    CommandRun back = CommandRun.of("renew", SMALL, "--year", "2022", "-o", at("c"));
    assertThat(back.exit()).isEqualTo(2);
    assertThat(back.err()).contains("这是2022年的活动，--year 要晚于2022");
    assertThat(folder.resolve("c")).doesNotExist();
  }

  @Test
  void renews_past_the_known_holidays_and_says_so() {
    CommandRun.of("new", at("c"), "--year", "2026");
    CommandRun run = CommandRun.of("renew", at("c"), "--year", "2027", "--lang", "en");
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("campaign.json:17:7  warning holidays-unknown");
    assertThat(folder.resolve("example-2027/campaign.json")).exists();
  }

  @Test
  void tells_what_changed_and_ends_as_diff_does() throws IOException {
    Path changed = folder.resolve("c");
    copy(SMALL, changed);
    assertThat(CommandRun.of("diff", SMALL, changed.toString()))
        .isEqualTo(new CommandRun(0, "没有不同。" + System.lineSeparator(), ""));

    change(
        changed.resolve("campaign.json"),
        "{ \"weekday\": \"tuesday\", \"time\": \"17:30\" }",
        "{ \"weekday\": \"friday\", \"time\": \"17:30\" }, \"tail\": \"next-due\"");
    change(changed.resolve("forms/table.json"), "nuanbao:moneyWan", "nuanbao:money");
    CommandRun run = CommandRun.of("diff", SMALL, changed.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out())
        .contains("任务 visits  移动：到期：每周星期二 → 每周星期五")
        .contains("栏目 table/amount  改动：计量单位：万元 → 元")
        .contains("    以前的数还是按旧单位报的");
    CommandRun json =
        CommandRun.of("diff", SMALL, changed.toString(), "--format", "json", "--lang", "en");
    assertThat(json.exit()).isEqualTo(1);
    assertThat(json.out())
        .contains("\"kind\" : \"column\"")
        .contains("\"about\" : \"table/amount\"")
        .contains("\"says\" : \"unit of measure: 万元 → 元\"")
        .contains("\"effect\" : \"earlier figures are in the old unit");

    CommandRun unreadable = CommandRun.of("diff", SMALL, "../campaigns/refused/unknown-key");
    assertThat(unreadable.exit()).isEqualTo(2);
    assertThat(unreadable.err()).contains("错误 unknown-key");
  }

  @Test
  void brings_a_draft_forward_after_showing_what_it_would_do() throws IOException {
    Path draft = folder.resolve("c");
    Path answers = draft.resolve("cases/week/answers/visits/2022-01-18/east.json");
    Files.createDirectories(answers.resolveSibling(""));
    Files.writeString(
        answers, "{ \"forms\": { \"table\": { \"header\": { \"by\": \"李青\" }, \"rows\": {} } } }");
    copy(SMALL, draft);
    change(draft.resolve("campaign.json"), "  \"nuanbao\": 1,\n", "");
    change(
        draft.resolve("forms/table.json"),
        "  \"rows\"",
        "  \"header\": { \"properties\": { \"by\": { \"title\": \"填报人\", \"$ref\": \"nuanbao:personName\" } } },\n  \"rows\"");
    change(draft.resolve("forms/table.json"), "\"rule\":", "\"severity\": \"hint\", \"rule\":");
    Map<String, String> before = files(draft);

    CommandRun trial = CommandRun.of("upgrade", draft.toString(), "--dry-run");
    assertThat(trial.exit()).isZero();
    assertThat(trial.out())
        .contains("campaign.json:3:3  写明语言版本 nuanbao: 1")
        .contains("forms/table.json:4:3  header 改叫 cover")
        .contains("cases/week/answers/visits/2022-01-18/east.json:1:25  header 改叫 cover")
        .contains("severity 的 hint 改叫 remark")
        .endsWith("没有写。" + System.lineSeparator());
    assertThat(files(draft)).isEqualTo(before);

    CommandRun run = CommandRun.of("upgrade", draft.toString());
    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("第0版 → 第1版").contains("成立：7 个单位");
    assertThat(files(draft).keySet()).isEqualTo(before.keySet());
    assertThat(Files.readString(draft.resolve("campaign.json")))
        .isEqualTo(Files.readString(Path.of(SMALL, "campaign.json")));

    String[] handedIn = {
      "answers",
      draft.toString(),
      "visits",
      answers.toString(),
      "--unit",
      "east",
      "--round",
      "2022-01-18",
      "--at",
      "2022-01-18T09:00:00+08:00"
    };
    assertThat(CommandRun.of(handedIn).exit()).isZero();

    CommandRun again = CommandRun.of("upgrade", draft.toString());
    assertThat(again).isEqualTo(new CommandRun(0, "已经是第1版，不用改。" + System.lineSeparator(), ""));
  }

  @Test
  void passes_over_what_a_case_hands_in_to_be_refused() throws IOException {
    Path draft = folder.resolve("c");
    copy(SMALL, draft);
    change(draft.resolve("campaign.json"), "  \"nuanbao\": 1,\n", "");
    Path gbk = draft.resolve("cases/week/refused/gbk.json");
    Files.createDirectories(gbk.resolveSibling(""));
    byte[] written = {(byte) 0xc4, (byte) 0xcf};
    Files.write(gbk, written);
    assertThat(CommandRun.of("upgrade", draft.toString()).exit()).isZero();
    assertThat(Files.readAllBytes(gbk)).isEqualTo(written);
  }

  @Test
  void refuses_a_newer_language_and_writes_nothing() throws IOException {
    Path newer = folder.resolve("c");
    copy("../campaigns/refused/newer-language", newer);
    Map<String, String> before = files(newer);
    CommandRun run = CommandRun.of("upgrade", newer.toString());
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("campaign.json:3:14  错误 language-newer");
    assertThat(files(newer)).isEqualTo(before);
  }
}

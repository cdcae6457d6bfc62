package nuanbao.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.problem.Language;
import nuanbao.engine.timeline.RoundId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code new}: a small campaign to begin with, which holds and prints as it is. */
@Command(mixinStandardHelpOptions = true, name = "new", description = "写一个小活动做起点：每处有说明，检查通过，能填、能印")
final class NewCommand implements Callable<Integer> {
  private static final String TEMPLATE = "/nuanbao/new/";
  private static final List<String> FILES =
      List.of("campaign.json", "units.json", "forms/visits.json", "reports/visits.json");
  private static final String ANSWERS = "answers/east.json";

  /** As the schema of {@code id} has it. */
  private static final Pattern ID = Pattern.compile("\\p{L}[\\p{L}\\p{N}_-]{0,59}");

  /** Years for which festivals can be reckoned. */
  private static final int FIRST_YEAR = 1990;

  private static final int LAST_YEAR = 2060;

  @Mixin private CampaignArgument campaign = new CampaignArgument();

  @Option(names = "--id", paramLabel = "编号", description = "活动的编号（不写就是 example-年份）")
  private Optional<String> id = Optional.empty();

  @Option(names = "--year", paramLabel = "年", description = "哪一年的活动（不写就是今年）")
  private Optional<Integer> year = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    int asked = year.orElseGet(() -> Year.now(ZoneId.of("Asia/Shanghai")).getValue());
    if (asked < FIRST_YEAR || asked > LAST_YEAR) {
      throw new CannotRun("--year 可写 " + FIRST_YEAR + " 至 " + LAST_YEAR);
    }
    String named = id.orElse("example-" + asked);
    if (!ID.matcher(named).matches()) {
      throw new CannotRun("--id 以字母或汉字开头，后面是字母、汉字、数字、“-”、“_”，最多60个字：" + named);
    }
    DefinitionFolder folder = new DefinitionFolder(campaign.folder);
    folder.requireEmpty();
    Map<String, String> texts = new LinkedHashMap<>();
    for (String file : FILES) texts.put(file, template(file, named, asked));
    folder.write(texts);

    Nuanbao nuanbao = Nuanbao.create();
    Campaign written = campaign.read(nuanbao).orElseThrow();
    Duty duty = written.duties().get(0);
    RoundId first = written.rounds(duty).get(0).id();
    String answers = "answers/" + duty.id() + "/" + first + "/east.json";
    folder.write(Map.of(answers, template(ANSWERS, named, asked)));
    PrintWriter out = spec.commandLine().getOut();
    boolean english = campaign.language == Language.ENGLISH;
    out.println(english ? "Written:" : "已写出：");
    for (String file : FILES) out.println("  " + campaign.folder.resolve(file));
    out.println(
        "  "
            + campaign.folder.resolve(answers)
            + (english ? "  (an example of answers)" : "（报送的例子）"));
    int exit = CheckCommand.check(nuanbao, campaign, out);
    out.println(english ? "Next, for example:" : "接下来可以试：");
    String shown = quoted(campaign.folder.toString());
    out.println(
        "  nuanbao form %s visits --unit 东河镇 --round %s -o form.html".formatted(shown, first));
    out.println(
        "  nuanbao report %s visits --round %s --answers %s -o report.pdf"
            .formatted(shown, first, quoted(campaign.folder.resolve("answers").toString())));
    return exit;
  }

  private static String quoted(String path) {
    return path.contains(" ") ? "\"" + path + "\"" : path;
  }

  private static String template(String file, String id, int year) throws IOException {
    try (InputStream in = NewCommand.class.getResourceAsStream(TEMPLATE + file)) {
      if (in == null) throw new IllegalStateException("the server's jar lacks " + file);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@id@", id)
          .replace("@year@", String.valueOf(year));
    }
  }
}

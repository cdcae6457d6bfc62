package nuanbao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.json.CampaignReader;
import nuanbao.engine.json.Remark;
import nuanbao.engine.json.Upgrade;
import nuanbao.engine.json.Upgrade.Upgraded;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Outcome.Accepted;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code upgrade}: brings a folder, with the answers of its cases, forward to the version of the
 * language that this engine knows.
 */
@Command(
    mixinStandardHelpOptions = true,
    name = "upgrade",
    description = "把旧版定义语言写的活动改成现在的版本，案例里的报送一起改；没有写到的地方一字不动")
final class UpgradeCommand implements Callable<Integer> {
  @Mixin private CampaignArgument campaign = new CampaignArgument();

  @Option(names = "--dry-run", description = "只说要改什么，不写")
  private boolean isTrial;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(campaign.folder.resolve("campaign.json"))) {
      throw new CannotRun("没有文件 " + campaign.folder.resolve("campaign.json"));
    }
    DefinitionFolder folder = new DefinitionFolder(campaign.folder);
    Outcome<Upgraded> outcome = Upgrade.of(folder.readWithCases());
    if (!(outcome instanceof Accepted<Upgraded> accepted)) {
      new ProblemPrinter(campaign.folder, campaign.language)
          .print(outcome.problems(), spec.commandLine().getErr());
      return 1;
    }
    Upgraded upgraded = accepted.value();
    PrintWriter out = spec.commandLine().getOut();
    boolean english = campaign.language == Language.ENGLISH;
    int to = CampaignReader.LANGUAGE;
    if (upgraded.from() == to) {
      out.println(english ? "Already version " + to + ", nothing to do." : "已经是第" + to + "版，不用改。");
      return 0;
    }
    for (Remark change : upgraded.changes()) {
      out.println(change.place() + "  " + change.says().in(campaign.language));
    }
    if (isTrial) {
      out.println(english ? "Nothing written." : "没有写。");
      return 0;
    }
    folder.write(upgraded.files());
    out.println(
        english
            ? "Version %d → %d; check says:".formatted(upgraded.from(), to)
            : "第%d版 → 第%d版，检查的结果：".formatted(upgraded.from(), to));
    return CheckCommand.check(Nuanbao.create(), campaign, out);
  }
}

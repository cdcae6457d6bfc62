package nuanbao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.json.Remark;
import nuanbao.engine.json.Renewal;
import nuanbao.engine.json.Renewal.Renewed;
import nuanbao.engine.problem.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code renew}: takes last year's campaign over, into a folder of its own. */
@Command(
    mixinStandardHelpOptions = true,
    name = "renew",
    description = "把上年的活动接到新的一年：日期、节日推后，接上 follows，说出哪些要看一看")
final class RenewCommand implements Callable<Integer> {
  @Mixin private CampaignArgument campaign = new CampaignArgument();

  @Option(names = "--year", required = true, paramLabel = "年", description = "新活动的年份，如 2022")
  private int year;

  @Option(names = "-o", paramLabel = "文件夹", description = "写到哪里（不写就在旧文件夹旁边，用新的编号做名字）")
  private Optional<Path> target = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Nuanbao nuanbao = Nuanbao.create();
    PrintWriter out = spec.commandLine().getOut();
    Optional<Campaign> read = campaign.readSound(nuanbao, spec.commandLine().getErr());
    if (read.isEmpty()) return 1;
    int before = Renewal.yearOf(read.get());
    if (year <= before) throw new CannotRun("这是" + before + "年的活动，--year 要晚于" + before);
    Path folder = target.orElseGet(() -> beside(read.get()));
    DefinitionFolder written = new DefinitionFolder(folder);
    written.requireEmpty();
    Renewed renewed = Renewal.of(read.get(), new DefinitionFolder(campaign.folder).read(), year);
    written.write(renewed.files());
    boolean english = campaign.language == Language.ENGLISH;
    print(english ? "Moved:" : "推后的：", renewed.moved(), out);
    print(english ? "Please look at:" : "要看一看的：", renewed.toLookAt(), out);
    out.println(
        (english ? "Written, without cases: " : "已写出（不带 cases）：")
            + folder
            + (english ? "; check says:" : "，检查的结果："));
    return CheckCommand.check(nuanbao, new CampaignArgument(folder, campaign.language), out);
  }

  private Path beside(Campaign old) {
    return campaign
        .folder
        .toAbsolutePath()
        .normalize()
        .resolveSibling(Renewal.idIn(old, year).value());
  }

  private void print(String heading, List<Remark> remarks, PrintWriter out) {
    if (remarks.isEmpty()) return;
    out.println(heading);
    for (Remark one : remarks) {
      out.println("  " + one.place() + "  " + one.says().in(campaign.language));
    }
  }
}

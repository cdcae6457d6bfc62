package nuanbao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.report.ReportSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: prints a report as PDF or workbook. */
@Command(
    mixinStandardHelpOptions = true,
    name = "report",
    description = "打印报告：-o 文件名以 .pdf、.xlsx 或 .txt 结尾")
final class ReportCommand implements Callable<Integer> {
  @Mixin private CampaignArgument campaign = new CampaignArgument();

  @Parameters(index = "1", paramLabel = "报告", description = "报告的编号")
  private String report = "";

  @Mixin private RoundOptions options = new RoundOptions();

  @Option(names = "-o", required = true, paramLabel = "文件", description = "写到哪里")
  private Path target = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Nuanbao nuanbao = options.nuanbao(campaign.language, err);
    Optional<Campaign> read = campaign.readSound(nuanbao, err);
    if (read.isEmpty()) return 1;
    CampaignNames names = new CampaignNames(read.get());
    ReportSpec asked = names.report(report);
    Duty duty = names.dutyOf(asked.parts().get(0).form(), options.duty);
    ReportFile file = new ReportFile(target);
    Optional<RoundOptions.HandedIn> taken =
        options.takeIn(nuanbao, read.get(), duty, campaign.language, err);
    if (taken.isEmpty()) return 1;
    file.write(nuanbao.report(read.get(), asked.id(), taken.get().key(), taken.get().store()));
    spec.commandLine().getOut().println("已写出 " + target);
    return 0;
  }
}

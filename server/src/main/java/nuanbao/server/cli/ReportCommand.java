package nuanbao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.report.ReportId;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.unit.Unit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: prints a report as PDF or workbook. */
@Command(name = "report", description = "打印报告：-o 文件名以 .pdf、.xlsx 或 .txt 结尾")
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
    Nuanbao nuanbao = Nuanbao.create();
    PrintWriter err = spec.commandLine().getErr();
    Optional<Campaign> read = campaign.readSound(nuanbao, err);
    if (read.isEmpty()) return 1;
    ReportSpec asked =
        read.get()
            .findReport(new ReportId(report))
            .orElseThrow(
                () ->
                    new CannotRun(
                        "没有叫“%s”的报告，可选：%s"
                            .formatted(
                                report,
                                read.get().reports().stream().map(ReportSpec::id).toList())));
    Duty duty = CampaignArgument.dutyOf(read.get(), asked.parts().get(0).form(), options.duty);
    Unit unit = CampaignArgument.unitOrTop(read.get(), options.unit);
    SubmissionKey key =
        new SubmissionKey(
            duty.id(), CampaignArgument.round(read.get(), duty, options.round), unit.id());
    MemorySubmissionStore store = new MemorySubmissionStore();
    List<Problem> refused =
        new AnswersFolder(options.answers)
            .takeIn(read.get(), duty, nuanbao.intake(read.get(), store));
    if (!refused.isEmpty()) {
      new ProblemPrinter(options.answers, campaign.language).print(refused, err);
      return 1;
    }
    new ReportFile(target).write(nuanbao.report(read.get(), asked.id(), key, store));
    spec.commandLine().getOut().println("已写出 " + target);
    return 0;
  }
}

package nuanbao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.FormId;
import nuanbao.engine.report.ReportSpec.Span;
import nuanbao.engine.rollup.Figures;
import nuanbao.engine.unit.Unit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rollup}: adds up what was handed in, with coverage beside every row. */
@Command(mixinStandardHelpOptions = true, name = "rollup", description = "汇总：逐级相加，每行旁边有应报、已报")
final class RollupCommand implements Callable<Integer> {
  @Mixin private CampaignArgument campaign = new CampaignArgument();

  @Parameters(index = "1", paramLabel = "表", description = "表的编号")
  private String form = "";

  @Mixin private RoundOptions options = new RoundOptions();

  @Option(names = "--cumulative", description = "从第一期累计到这一期")
  private boolean cumulative;

  @Option(names = "--format", description = "text（默认）、json 或 csv")
  private Format format = Format.TEXT;

  @Spec private CommandSpec spec = CommandSpec.create();

  private enum Format {
    TEXT,
    JSON,
    CSV
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Nuanbao nuanbao = options.nuanbao(campaign.language, err);
    Optional<Campaign> read = campaign.readSound(nuanbao, err);
    if (read.isEmpty()) return 1;
    CampaignNames names = new CampaignNames(read.get());
    FormId asked = names.form(form);
    Duty duty = names.dutyOf(asked, options.duty);
    Optional<RoundOptions.HandedIn> taken =
        options.takeIn(nuanbao, read.get(), duty, campaign.language, err);
    if (taken.isEmpty()) return 1;
    Span span = cumulative ? Span.CUMULATIVE : Span.THIS;
    Figures figures =
        nuanbao.figures(read.get(), taken.get().key(), asked, span, taken.get().store());
    Unit top = read.get().units().unit(taken.get().key().unit());
    PrintWriter out = spec.commandLine().getOut();
    FiguresPrinter printer = new FiguresPrinter(figures, top, read.get().units());
    switch (format) {
      case TEXT -> printer.printText(out);
      case JSON -> printer.printJson(out);
      case CSV -> printer.printCsv(out);
    }
    return 0;
  }
}

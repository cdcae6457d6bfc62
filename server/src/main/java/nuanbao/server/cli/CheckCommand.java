package nuanbao.server.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: reads a campaign and tells every problem. */
@Command(mixinStandardHelpOptions = true, name = "check", description = "检查活动，一次说出全部问题")
final class CheckCommand implements Callable<Integer> {
  @Mixin private CampaignArgument campaign = new CampaignArgument();

  @Option(names = "--format", description = "text（默认）或 json")
  private Format format = Format.TEXT;

  @Spec private CommandSpec spec = CommandSpec.create();

  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public Integer call() {
    Outcome<Campaign> outcome = campaign.read(Nuanbao.create());
    PrintWriter out = spec.commandLine().getOut();
    ProblemPrinter printer = new ProblemPrinter(campaign.folder, campaign.language);
    switch (format) {
      case JSON -> printer.printJson(outcome.problems(), out);
      case TEXT -> {
        printer.print(outcome.problems(), out);
        out.println(summary(outcome));
      }
    }
    return outcome instanceof Outcome.Accepted ? 0 : 1;
  }

  private String summary(Outcome<Campaign> outcome) {
    long errors = count(outcome.problems(), Severity.ERROR);
    long warnings = count(outcome.problems(), Severity.WARNING);
    long hints = count(outcome.problems(), Severity.HINT);
    boolean english = campaign.language == Language.ENGLISH;
    if (outcome instanceof Outcome.Accepted<Campaign> accepted) {
      Campaign read = accepted.value();
      return english
          ? "“%s” holds: %d units, %d forms, %d duties; %d warnings, %d hints."
              .formatted(
                  read.title(),
                  read.units().units().size(),
                  read.forms().size(),
                  read.duties().size(),
                  warnings,
                  hints)
          : "“%s”成立：%d 个单位，%d 张表，%d 项任务；警告 %d，提示 %d。"
              .formatted(
                  read.title(),
                  read.units().units().size(),
                  read.forms().size(),
                  read.duties().size(),
                  warnings,
                  hints);
    }
    return english
        ? "Refused: %d errors, %d warnings, %d hints.".formatted(errors, warnings, hints)
        : "不成立：错误 %d，警告 %d，提示 %d。".formatted(errors, warnings, hints);
  }

  private static long count(List<Problem> problems, Severity severity) {
    return problems.stream().filter(problem -> problem.severity() == severity).count();
  }
}

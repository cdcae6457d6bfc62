package nuanbao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.intake.Receipt;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.Severity;
import nuanbao.engine.report.Report;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code demo}: one case of a campaign, from the check of its JSON to the printed table. */
@Command(
    mixinStandardHelpOptions = true,
    name = "demo",
    description = "演示：检查活动，收下各单位的报送，当面退回迟报和错报，印出表")
final class DemoCommand implements Callable<Integer> {
  private static final Language LANGUAGE = Language.CHINESE;

  @Parameters(index = "0", paramLabel = "文件夹", description = "活动的文件夹")
  private Path folder = Path.of("");

  @Parameters(index = "1", paramLabel = "案例", description = "案例的名字：活动文件夹下 cases/ 里的一个")
  private String name = "";

  @Option(names = "-o", paramLabel = "文件夹", description = "印出的表写到哪里（默认 demo）")
  private Path target = Path.of("demo");

  @Option(names = "--once", description = "印完就结束，不说下一步可以做什么")
  private boolean once;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Nuanbao nuanbao = Nuanbao.create();
    CaseFile run = CaseFile.read(folder.resolve("cases").resolve(name));
    out.println("一、检查活动 " + folder);
    Outcome<Campaign> outcome = nuanbao.read(folder);
    new ProblemPrinter(folder, LANGUAGE).print(outcome.problems(), out);
    if (!(outcome instanceof Outcome.Accepted<Campaign> accepted)) return 1;
    Campaign campaign = accepted.value();
    out.printf("“%s”成立，共 %d 个单位。%n%n", campaign.title(), campaign.units().units().size());

    MemorySubmissionStore store = new MemorySubmissionStore();
    Intake intake = nuanbao.intake(campaign, store);
    out.println("二、收表");
    for (CaseFile.Accepted round : run.accepted()) {
      if (!takeIn(campaign, intake, run.folder().resolve("answers"), round, out)) return 1;
    }
    out.printf("%n三、退回%n");
    for (CaseFile.Refused sent : run.refused()) refuse(campaign, intake, sent, out);
    out.printf("%n四、汇总和印表%n");
    for (CaseFile.Accepted round : run.accepted()) print(nuanbao, campaign, store, round, out);
    if (!once) suggest(campaign, run.accepted().get(0), out);
    return 0;
  }

  /** What to try next, ready to be copied. */
  private void suggest(Campaign campaign, CaseFile.Accepted round, PrintWriter out) {
    Duty duty = campaign.duty(round.duty());
    UnitId unit = campaign.reporters(duty).get(campaign.reporters(duty).size() - 1).id();
    out.printf("%n接着可以：%n  nuanbao calendar %s%n", folder);
    out.printf(
        "  nuanbao form %s %s --unit %s --round %s -o form.html%n",
        folder, duty.forms().get(0), unit, round.round());
  }

  private boolean takeIn(
      Campaign campaign, Intake intake, Path answers, CaseFile.Accepted round, PrintWriter out)
      throws IOException {
    Duty duty = campaign.duty(round.duty());
    AnswersFolder files = new AnswersFolder(answers);
    List<UnitId> arrived = new ArrayList<>();
    int rows = 0;
    for (Path file : files.filesOf(duty, campaign.round(duty, round.round()))) {
      String unit = String.valueOf(file.getFileName()).replace(".json", "");
      SubmissionKey key = new SubmissionKey(duty.id(), round.round(), new UnitId(unit));
      Outcome<Receipt> outcome =
          intake.submit(key, Files.readAllBytes(file), file.toString(), round.at());
      if (outcome instanceof Outcome.Refused<Receipt> refused) {
        new ProblemPrinter(answers, LANGUAGE).print(refused.problems(), out);
        return false;
      }
      arrived.add(key.unit());
      rows += typedRows(campaign, duty, key.unit());
    }
    List<String> missing =
        campaign.reporters(duty).stream()
            .filter(unit -> !arrived.contains(unit.id()))
            .map(Unit::shortName)
            .toList();
    out.printf(
        "  %s 第 %s 期：应报 %d 份，收下 %d 份，应填 %d 行%s%n",
        duty.title(),
        round.round(),
        campaign.reporters(duty).size(),
        arrived.size(),
        rows,
        missing.isEmpty() ? "" : "；未报：" + String.join("、", missing));
    return true;
  }

  private static int typedRows(Campaign campaign, Duty duty, UnitId unit) {
    Unit reporter = campaign.units().unit(unit);
    return duty.forms().stream()
        .mapToInt(form -> campaign.typedRows(duty, form, reporter).size())
        .sum();
  }

  private void refuse(Campaign campaign, Intake intake, CaseFile.Refused sent, PrintWriter out)
      throws IOException {
    Unit unit = campaign.units().unit(sent.key().unit());
    Path parent = Optional.ofNullable(sent.file().getParent()).orElse(folder);
    String file = String.valueOf(sent.file().getFileName());
    out.printf(
        "  %s 在 %s 送来 %s：%n",
        unit.shortName(), sent.at().atZone(campaign.calendar().zone()).toLocalDateTime(), file);
    List<Problem> errors =
        intake
            .submit(sent.key(), Files.readAllBytes(sent.file()), file, sent.at())
            .problems()
            .stream()
            .filter(problem -> problem.severity() == Severity.ERROR)
            .toList();
    new ProblemPrinter(parent, LANGUAGE).print(errors, out);
    out.println(errors.isEmpty() ? "  收下了。" : "  退回。");
  }

  private void print(
      Nuanbao nuanbao,
      Campaign campaign,
      MemorySubmissionStore store,
      CaseFile.Accepted round,
      PrintWriter out)
      throws IOException {
    UnitId top = campaign.units().roots().get(0).id();
    SubmissionKey key = new SubmissionKey(round.duty(), round.round(), top);
    for (ReportSpec spec : campaign.reports()) {
      Report report = nuanbao.report(campaign, spec.id(), key, store);
      for (String format : List.of("pdf", "xlsx")) {
        Path file = target.resolve("%s-%s.%s".formatted(spec.id(), round.round(), format));
        new ReportFile(file).write(report);
        out.println("  " + file);
      }
    }
  }
}

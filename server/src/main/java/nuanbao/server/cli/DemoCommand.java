package nuanbao.server.cli;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.FormId;
import nuanbao.engine.intake.Intake;
import nuanbao.engine.intake.Receipt;
import nuanbao.engine.intake.SubmissionStore;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.Severity;
import nuanbao.engine.report.Report;
import nuanbao.engine.report.ReportSpec;
import nuanbao.engine.submission.Standing;
import nuanbao.engine.submission.SubmissionKey;
import nuanbao.engine.unit.Unit;
import nuanbao.engine.unit.UnitId;
import nuanbao.server.ServerProcess;
import nuanbao.server.config.HostedCampaigns;
import nuanbao.server.config.HostedCampaigns.Hosted;
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

  @Option(names = "--once", description = "印完就结束，不开网页服务")
  private boolean once;

  @Option(names = "--port", paramLabel = "端口", description = "网页服务的端口（默认 8080）")
  private int port = 8080;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    CaseFile run = CaseFile.read(folder.resolve("cases").resolve(name));
    out.println("一、检查活动 " + folder);
    Outcome<Campaign> outcome = Nuanbao.create().read(folder);
    new ProblemPrinter(folder, LANGUAGE).print(outcome.problems(), out);
    if (!(outcome instanceof Outcome.Accepted<Campaign> accepted)) return 1;
    Campaign campaign = accepted.value();
    out.printf("“%s”成立，共 %d 个单位。%n%n", campaign.title(), campaign.units().units().size());

    Instant now = afterwards(campaign, run);
    ServerProcess process =
        new ServerProcess(folder, target.resolve("data"), once ? 0 : port, Optional.of(now));
    try (EmbeddedServer server = process.start()) {
      HostedCampaigns campaigns = server.getApplicationContext().getBean(HostedCampaigns.class);
      Hosted hosted = campaigns.find(campaign.id().value()).orElseThrow();
      if (!play(campaigns.nuanbao(), hosted, run, out)) return 1;
      if (once) return 0;
      out.printf(
          "%n五、网页：http://127.0.0.1:%d/ ，只接受本机的访问；演示时钟从 %s 走起。按 Ctrl+C 结束。%n",
          server.getPort(), now.atZone(campaign.calendar().zone()).toLocalDateTime());
      Thread.currentThread().join();
    }
    return 0;
  }

  /** An hour before the round after the last one played closes, so that there is one to fill in. */
  private static Instant afterwards(Campaign campaign, CaseFile run) {
    CaseFile.Accepted last = run.accepted().get(run.accepted().size() - 1);
    return campaign.rounds(campaign.duty(last.duty())).stream()
        .filter(round -> round.id().compareTo(last.round()) > 0)
        .findFirst()
        .map(round -> round.window().closes().minus(1, ChronoUnit.HOURS))
        .orElse(last.at());
  }

  private boolean play(Nuanbao nuanbao, Hosted hosted, CaseFile run, PrintWriter out)
      throws IOException {
    out.println("二、收表");
    for (CaseFile.Accepted round : run.accepted()) {
      if (!takeIn(hosted, run.folder().resolve("answers"), round, out)) return false;
    }
    out.printf("%n三、退回%n");
    Intake empty = nuanbao.intake(hosted.campaign(), new MemorySubmissionStore());
    for (CaseFile.Refused sent : run.refused()) refuse(hosted.campaign(), empty, sent, out);
    out.printf("%n四、汇总和印表%n");
    for (CaseFile.Accepted round : run.accepted()) {
      print(nuanbao, hosted.campaign(), hosted.store(), round, out);
    }
    return true;
  }

  /** Takes in what is not there yet: a demo that runs again goes on with what it has. */
  private boolean takeIn(Hosted hosted, Path answers, CaseFile.Accepted round, PrintWriter out)
      throws IOException {
    Campaign campaign = hosted.campaign();
    Duty duty = campaign.duty(round.duty());
    AnswersFolder files = new AnswersFolder(answers);
    List<UnitId> arrived = new ArrayList<>();
    int rows = 0;
    for (Path file : files.filesOf(duty, campaign.round(duty, round.round()))) {
      String unit = String.valueOf(file.getFileName()).replace(".json", "");
      SubmissionKey key = new SubmissionKey(duty.id(), round.round(), new UnitId(unit));
      if (hosted.store().findLatest(key).isEmpty()) {
        Outcome<Receipt> outcome =
            hosted.intake().submit(key, Files.readAllBytes(file), file.toString(), round.at());
        if (outcome instanceof Outcome.Refused<Receipt> refused) {
          new ProblemPrinter(answers, LANGUAGE).print(refused.problems(), out);
          return false;
        }
      }
      arrived.add(key.unit());
      rows += typedRows(campaign, key);
    }
    Map<Unit, Standing> progress =
        hosted.intake().progress(round.duty(), round.round(), round.at());
    List<String> missing =
        progress.keySet().stream()
            .filter(unit -> !arrived.contains(unit.id()))
            .map(Unit::shortName)
            .toList();
    out.printf(
        "  %s 第 %s 期：应报 %d 份，收下 %d 份，应填 %d 行%s%n",
        duty.title(),
        round.round(),
        progress.size(),
        arrived.size(),
        rows,
        missing.isEmpty() ? "" : "；未报：" + String.join("、", missing));
    return true;
  }

  private static int typedRows(Campaign campaign, SubmissionKey key) {
    return campaign.forms(key).stream()
        .mapToInt(form -> campaign.typedRows(key, form).size())
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
      SubmissionStore store,
      CaseFile.Accepted round,
      PrintWriter out)
      throws IOException {
    UnitId top = campaign.units().roots().get(0).id();
    SubmissionKey key = new SubmissionKey(round.duty(), round.round(), top);
    List<FormId> handedIn = campaign.duty(round.duty()).forms();
    for (ReportSpec spec : campaign.reports()) {
      if (spec.parts().stream().noneMatch(part -> handedIn.contains(part.form()))) continue;
      Report report = nuanbao.report(campaign, spec.id(), key, store);
      for (String format : List.of("pdf", "xlsx")) {
        Path file = target.resolve("%s-%s.%s".formatted(spec.id(), round.round(), format));
        new ReportFile(file).write(report);
        out.println("  " + file);
      }
    }
  }
}

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

  @Option(names = "--also", paramLabel = "案例", description = "先把别的活动的这个案例也走一遍、印表：案例的文件夹，可写几次")
  private List<Path> also = List.of();

  @Option(names = "-o", paramLabel = "文件夹", description = "印出的表写到哪里（默认 demo）")
  private Path target = Path.of("demo");

  @Option(names = "--once", description = "印完就结束，不开网页服务")
  private boolean once;

  @Option(names = "--port", paramLabel = "端口", description = "网页服务的端口（默认 8080）")
  private int port = 8080;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Where a case is played: the gate of a campaign, and what came through it. */
  private record Played(Campaign campaign, Intake intake, SubmissionStore store, Path target) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    for (Path other : also) {
      if (!playApart(other.toAbsolutePath().normalize(), out)) return 1;
    }
    CaseFile run = CaseFile.read(folder.resolve("cases").resolve(name));
    Optional<Campaign> read = checked(folder, out);
    if (read.isEmpty()) return 1;
    Campaign campaign = read.get();

    Instant now = afterwards(campaign, run);
    ServerProcess process =
        new ServerProcess(folder, target.resolve("data"), once ? 0 : port, Optional.of(now));
    try (EmbeddedServer server = process.start()) {
      HostedCampaigns campaigns = server.getApplicationContext().getBean(HostedCampaigns.class);
      Hosted hosted = campaigns.find(campaign.id().value()).orElseThrow();
      Played played = new Played(campaign, hosted.intake(), hosted.store(), target);
      if (!play(campaigns.nuanbao(), played, run, out)) return 1;
      if (once) return 0;
      out.printf(
          "%n五、网页：http://127.0.0.1:%d/ ，只接受本机的访问；演示时钟从 %s 走起。按 Ctrl+C 结束。%n",
          server.getPort(), now.atZone(campaign.calendar().zone()).toLocalDateTime());
      Thread.currentThread().join();
    }
    return 0;
  }

  private static Optional<Campaign> checked(Path folder, PrintWriter out) {
    out.println("一、检查活动 " + folder);
    Outcome<Campaign> outcome = Nuanbao.create().read(folder);
    new ProblemPrinter(folder, LANGUAGE).print(outcome.problems(), out);
    if (!(outcome instanceof Outcome.Accepted<Campaign> accepted)) return Optional.empty();
    Campaign campaign = accepted.value();
    out.printf("“%s”成立，共 %d 个单位。%n%n", campaign.title(), campaign.units().units().size());
    return Optional.of(campaign);
  }

  /** A case of another campaign, kept nowhere; its tables stand in a folder of their own. */
  private boolean playApart(Path other, PrintWriter out) throws IOException {
    Path of = other.resolve("../..").normalize();
    Optional<Campaign> read = checked(of, out);
    if (read.isEmpty()) return false;
    Nuanbao nuanbao = Nuanbao.create();
    SubmissionStore store = new MemorySubmissionStore();
    Path tables = target.resolve(read.get().id().value());
    Files.createDirectories(tables);
    boolean isPlayed =
        play(
            nuanbao,
            new Played(read.get(), nuanbao.intake(read.get(), store), store, tables),
            CaseFile.read(other),
            out);
    out.println();
    return isPlayed;
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

  private static boolean play(Nuanbao nuanbao, Played played, CaseFile run, PrintWriter out)
      throws IOException {
    out.println("二、收表");
    for (CaseFile.Accepted round : run.accepted()) {
      if (!takeIn(played, run.folder().resolve("answers"), round, out)) return false;
    }
    out.printf("%n三、退回%n");
    Intake empty = nuanbao.intake(played.campaign, new MemorySubmissionStore());
    for (CaseFile.Refused sent : run.refused()) refuse(run, played.campaign, empty, sent, out);
    out.printf("%n四、汇总和印表%n");
    for (CaseFile.Accepted round : run.accepted()) {
      print(nuanbao, played, round, out);
    }
    return true;
  }

  /** Takes in what is not there yet: a demo that runs again goes on with what it has. */
  private static boolean takeIn(
      Played played, Path answers, CaseFile.Accepted round, PrintWriter out) throws IOException {
    Campaign campaign = played.campaign;
    Duty duty = campaign.duty(round.duty());
    AnswersFolder files = new AnswersFolder(answers);
    List<UnitId> arrived = new ArrayList<>();
    int rows = 0;
    for (Path file : files.filesOf(duty, campaign.round(duty, round.round()))) {
      String unit = String.valueOf(file.getFileName()).replace(".json", "");
      SubmissionKey key = new SubmissionKey(duty.id(), round.round(), new UnitId(unit));
      if (played.store.findLatest(key).isEmpty()) {
        Outcome<Receipt> outcome =
            played.intake.submit(key, Files.readAllBytes(file), file.toString(), round.at());
        if (outcome instanceof Outcome.Refused<Receipt> refused) {
          new ProblemPrinter(answers, LANGUAGE).print(refused.problems(), out);
          return false;
        }
      }
      arrived.add(key.unit());
      rows += typedRows(campaign, key);
    }
    Map<Unit, Standing> progress = played.intake.progress(round.duty(), round.round(), round.at());
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

  private static void refuse(
      CaseFile run, Campaign campaign, Intake intake, CaseFile.Refused sent, PrintWriter out)
      throws IOException {
    Unit unit = campaign.units().unit(sent.key().unit());
    Path parent = Optional.ofNullable(sent.file().getParent()).orElse(run.folder());
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

  private static void print(
      Nuanbao nuanbao, Played played, CaseFile.Accepted round, PrintWriter out) throws IOException {
    Campaign campaign = played.campaign;
    UnitId top = campaign.units().roots().get(0).id();
    SubmissionKey key = new SubmissionKey(round.duty(), round.round(), top);
    List<FormId> handedIn = campaign.duty(round.duty()).forms();
    for (ReportSpec spec : campaign.reports()) {
      if (spec.parts().stream().noneMatch(part -> handedIn.contains(part.form()))) continue;
      Report report = nuanbao.report(campaign, spec.id(), key, played.store);
      for (String format : List.of("pdf", "xlsx")) {
        Path file = played.target.resolve("%s-%s.%s".formatted(spec.id(), round.round(), format));
        new ReportFile(file).write(report);
        out.println("  " + file);
      }
    }
  }
}

package nuanbao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.campaign.TargetResult;
import nuanbao.engine.campaign.TargetResult.Line;
import nuanbao.engine.formula.Value;
import nuanbao.engine.measure.Achievement;
import nuanbao.engine.measure.Target;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.Text;
import nuanbao.engine.submission.Submission;
import nuanbao.engine.timeline.Round;
import nuanbao.engine.unit.Unit;
import nuanbao.server.TargetsJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code targets}: what was handed in, held against the targets of the measures. */
@Command(
    mixinStandardHelpOptions = true,
    name = "targets",
    description = "目标完成情况：目标、完成、完成率、是否达标，旁边有应报、已报")
final class TargetsCommand implements Callable<Integer> {
  @Mixin private CampaignArgument campaign = new CampaignArgument();

  @Parameters(index = "1", paramLabel = "文件夹", description = "已报的文件：任务/期/单位.json")
  private Path answers = Path.of("");

  @Option(names = "--at", paramLabel = "日期", description = "算到哪一天（默认：有人报过的最后一期结束那天）")
  private Optional<LocalDate> at = Optional.empty();

  @Option(names = "--unit", paramLabel = "单位", description = "只看这个单位牵头或责任的任务、它自己的目标")
  private Optional<String> unit = Optional.empty();

  @Option(names = "--format", description = "text（默认）或 json")
  private Format format = Format.TEXT;

  @Spec private CommandSpec spec = CommandSpec.create();

  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Nuanbao nuanbao = Nuanbao.create();
    Optional<Campaign> read = campaign.readSound(nuanbao, err);
    if (read.isEmpty()) return 1;
    Optional<Unit> only = unit.map(new CampaignNames(read.get())::unit);
    MemorySubmissionStore store = new MemorySubmissionStore();
    List<Problem> refused =
        new AnswersFolder(answers).takeIn(read.get(), nuanbao.intake(read.get(), store));
    new ProblemPrinter(answers, campaign.language).print(refused, err);
    if (!refused.isEmpty()) return 1;
    LocalDate day = at.orElseGet(() -> lastReported(read.get(), store));
    List<TargetResult> results =
        nuanbao.targets(read.get(), day, store).stream()
            .filter(one -> only.map(some -> concerns(some, one, read.get())).orElse(true))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> print(results, only, day, out);
      case JSON -> out.println(TargetsJson.of(results, day, campaign.language).toPrettyString());
    }
    return 0;
  }

  /** The last day of the last round that anybody reported on. */
  private static LocalDate lastReported(Campaign read, MemorySubmissionStore store) {
    List<LocalDate> ends = new ArrayList<>();
    for (var duty : read.duties()) {
      for (Submission one : store.latestOf(duty.id())) {
        read.findRound(duty, one.key().round()).map(Round::to).ifPresent(ends::add);
      }
    }
    return ends.stream().max(Comparator.naturalOrder()).orElse(read.from());
  }

  private static boolean concerns(Unit unit, TargetResult result, Campaign read) {
    return !result.of(unit).isEmpty()
        || result.measure().responsibility().roleOf(unit, read.units()).isPresent();
  }

  private String say(String chinese, String english) {
    return new Text(chinese, english).in(campaign.language);
  }

  private void print(
      List<TargetResult> results, Optional<Unit> only, LocalDate day, PrintWriter out) {
    out.println(say("算到 " + day, "until " + day));
    for (TargetResult result : results) {
      out.printf(
          "%s  %s%n", result.measure().label(), result.verdict().words().in(campaign.language));
      Optional<Target.Single> told = Optional.empty();
      for (Line line : result.lines()) {
        boolean isOthers = only.isPresent() && line.unit().isPresent() && !line.unit().equals(only);
        if (isOthers) continue;
        if (!told.equals(Optional.of(line.way()))) {
          out.printf(
              "  %s  %s%n",
              line.way().words().in(campaign.language),
              say(
                  line.days().from() + " 至 " + line.days().to(),
                  line.days().from() + " to " + line.days().to()));
          told = Optional.of(line.way());
        }
        print(line, out);
      }
    }
    if (results.isEmpty()) out.println(say("没有写明目标的任务。", "No measure has a target."));
  }

  private void print(Line line, PrintWriter out) {
    Achievement done = line.achievement();
    String in = line.way() instanceof Target.Amount amount ? amount.in() : say("行", " rows");
    out.printf(
        say(
            "    %s  目标 %s%s  完成 %s%s  %s（已报 %d/%d）%n",
            "    %s  target %s%s  done %s%s  %s (reported %d/%d)%n"),
        line.unit().map(Unit::shortName).orElse(say("全部", "together")),
        plain(done.number()),
        in,
        figure(line, in),
        done.rate()
            .map(rate -> say("  完成率 ", "  rate ") + rate.setScale(1, RoundingMode.HALF_UP) + "%")
            .orElse(""),
        done.verdict().words().in(campaign.language),
        line.coverage().received(),
        line.coverage().expected());
    if (!line.missing().isEmpty()) {
      out.println(say("    缺：", "    missing: ") + String.join("、", line.missing()));
    }
  }

  /** Rounded, unless that would hide on which side of the target it lies. */
  private static String figure(Line line, String in) {
    Achievement done = line.achievement();
    if (!(done.figure() instanceof Value.Number number)) return "—";
    int decimals = line.way() instanceof Target.Amount amount ? amount.decimals() : 0;
    BigDecimal rounded = number.amount().setScale(decimals, RoundingMode.HALF_UP);
    boolean tells = rounded.compareTo(done.number()) == number.amount().compareTo(done.number());
    return (tells ? rounded.toPlainString() : plain(number.amount())) + in;
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}

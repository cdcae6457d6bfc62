package nuanbao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.problem.Language;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Outcome.Accepted;
import nuanbao.engine.problem.Problem;
import nuanbao.engine.problem.Severity;
import nuanbao.server.SarifJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: reads campaigns and tells every problem. */
@Command(
    mixinStandardHelpOptions = true,
    name = "check",
    description = "检查活动，一次说出全部问题；没有错误为 0，有为 1")
final class CheckCommand implements Callable<Integer> {
  private static final String CAMPAIGN = "campaign.json";

  @Parameters(
      arity = "1..*",
      paramLabel = "文件夹",
      description = "活动的文件夹，可以写几个；其中没有 campaign.json 的，检查它下面的每一个活动")
  private List<Path> folders = new ArrayList<>();

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "问题用中文（默认）还是英文",
      converter = CampaignArgument.LanguageConverter.class)
  private Language language = Language.CHINESE;

  @Option(names = "--strict", description = "有警告也不通过（提示不算）")
  private boolean strict;

  @Option(names = "--format", description = "text（默认）、json 或 sarif")
  private Format format = Format.TEXT;

  @Spec private CommandSpec spec = CommandSpec.create();

  private enum Format {
    TEXT,
    JSON,
    SARIF
  }

  /** What was read of one folder. */
  private record Checked(Path folder, Outcome<Campaign> outcome) {
    long count(Severity severity) {
      return problems().stream().filter(problem -> problem.severity() == severity).count();
    }

    List<Problem> problems() {
      return outcome.problems();
    }

    boolean passes(boolean strict) {
      return outcome instanceof Accepted && !(strict && count(Severity.WARNING) > 0);
    }
  }

  @Override
  public Integer call() throws IOException {
    Nuanbao nuanbao = Nuanbao.create();
    List<Checked> all = new ArrayList<>();
    for (Path folder : campaigns()) all.add(new Checked(folder, nuanbao.read(folder)));
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> all.forEach(one -> printText(one, all.size() > 1, language, out));
      case JSON -> {
        boolean several = all.size() > 1;
        List<Problem> problems =
            all.stream()
                .flatMap(one -> (several ? fromHere(one) : one.problems()).stream())
                .toList();
        new ProblemPrinter(Path.of(""), language).printJson(problems, out);
      }
      case SARIF -> {
        List<Problem> problems = all.stream().flatMap(one -> fromHere(one).stream()).toList();
        out.println(SarifJson.of(problems, language).toPrettyString());
      }
    }
    return all.stream().allMatch(one -> one.passes(strict)) ? 0 : 1;
  }

  private List<Path> campaigns() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) throw new CannotRun("没有文件夹 " + folder);
      List<Path> inside = Files.exists(folder.resolve(CAMPAIGN)) ? List.of() : campaignsIn(folder);
      if (inside.isEmpty()) all.add(folder);
      all.addAll(inside);
    }
    return all;
  }

  private static List<Path> campaignsIn(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(path -> Files.exists(path.resolve(CAMPAIGN))).sorted().toList();
    }
  }

  /** The same problems with files named from where the command runs. */
  private static List<Problem> fromHere(Checked one) {
    String folder = one.folder.toString().replace('\\', '/');
    return one.problems().stream().map(problem -> problem.below(folder)).toList();
  }

  /** Tells every problem of one campaign, as other commands do that write one. */
  static int check(Nuanbao nuanbao, CampaignArgument campaign, PrintWriter out) {
    Checked one = new Checked(campaign.folder, campaign.read(nuanbao));
    printText(one, false, campaign.language, out);
    return one.passes(false) ? 0 : 1;
  }

  private static void printText(Checked one, boolean several, Language language, PrintWriter out) {
    if (several) out.println(one.folder);
    new ProblemPrinter(one.folder, language).print(one.problems(), out);
    out.println(summary(one, language));
  }

  private static String summary(Checked one, Language language) {
    boolean english = language == Language.ENGLISH;
    if (one.outcome instanceof Accepted<Campaign> accepted) {
      Campaign read = accepted.value();
      String format =
          english
              ? "“%s” holds: %d units, %d forms, %d duties; %d warnings, %d hints."
              : "“%s”成立：%d 个单位，%d 张表，%d 项任务；警告 %d，提示 %d。";
      return format.formatted(
          read.title(),
          read.units().units().size(),
          read.forms().size(),
          read.duties().size(),
          one.count(Severity.WARNING),
          one.count(Severity.HINT));
    }
    String format =
        english ? "Refused: %d errors, %d warnings, %d hints." : "不成立：错误 %d，警告 %d，提示 %d。";
    return format.formatted(
        one.count(Severity.ERROR), one.count(Severity.WARNING), one.count(Severity.HINT));
  }
}

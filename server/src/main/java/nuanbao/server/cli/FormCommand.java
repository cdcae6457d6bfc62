package nuanbao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.form.Answers;
import nuanbao.engine.form.FormId;
import nuanbao.engine.form.FormView;
import nuanbao.engine.html.FormPageWriter;
import nuanbao.engine.intake.SubmissionReader.Reading;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.submission.SubmissionKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code form}: the form as its reporter sees it. */
@Command(mixinStandardHelpOptions = true, name = "form", description = "写出一张表的填报页面；给了报送的内容，就带上数和问题")
final class FormCommand implements Callable<Integer> {
  @Mixin private CampaignArgument campaign = new CampaignArgument();

  @Parameters(index = "1", paramLabel = "表", description = "表的编号")
  private String form = "";

  @Option(names = "--unit", required = true, paramLabel = "单位", description = "填报单位，编号或名称")
  private String unit = "";

  @Option(names = "--round", required = true, paramLabel = "期", description = "期号，如 2021-11-25")
  private String round = "";

  @Option(names = "--duty", paramLabel = "任务", description = "几个任务都报这张表时，写明是哪一个")
  private Optional<String> duty = Optional.empty();

  @Option(names = "--answers", paramLabel = "文件", description = "报送的内容（JSON）")
  private Optional<Path> answers = Optional.empty();

  @Option(names = "-o", required = true, paramLabel = "文件", description = "写到哪里（.html）")
  private Path target = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Nuanbao nuanbao = Nuanbao.create();
    PrintWriter err = spec.commandLine().getErr();
    Optional<Campaign> read = campaign.readSound(nuanbao, err);
    if (read.isEmpty()) return 1;
    CampaignNames names = new CampaignNames(read.get());
    FormId asked = names.form(form);
    Duty named = names.dutyOf(asked, duty);
    SubmissionKey key =
        new SubmissionKey(named.id(), names.round(named, round), names.reporter(named, unit).id());
    FormView view =
        answers.isPresent()
            ? filled(nuanbao, read.get(), key, asked, answers.get())
            : nuanbao.form(read.get(), key, asked, written(Answers.none(asked)), List.of());
    try (Writer out = Files.newBufferedWriter(target)) {
      new FormPageWriter().write(view, read.get().calendar().zone(), out);
    }
    spec.commandLine().getOut().println("已写出 " + target);
    return 0;
  }

  private static FormView filled(
      Nuanbao nuanbao, Campaign campaign, SubmissionKey key, FormId form, Path file)
      throws IOException {
    Path name = Optional.ofNullable(file.getFileName()).orElse(file);
    Reading looked =
        nuanbao
            .intake(campaign, new MemorySubmissionStore())
            .look(key, Files.readAllBytes(file), name.toString());
    Answers read = looked.contents().forms().getOrDefault(form, Answers.none(form));
    return nuanbao.form(campaign, key, form, written(read), looked.problems());
  }

  private static FormView.Written written(Answers answers) {
    return new FormView.Written(answers, Map.of());
  }
}

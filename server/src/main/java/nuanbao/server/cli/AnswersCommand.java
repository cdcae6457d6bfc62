package nuanbao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.concurrent.Callable;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.duty.Duty;
import nuanbao.engine.intake.Receipt;
import nuanbao.engine.memory.MemorySubmissionStore;
import nuanbao.engine.problem.Outcome;
import nuanbao.engine.problem.Outcome.Accepted;
import nuanbao.engine.submission.SubmissionKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code answers}: takes one submission to the gate, at a stated moment. */
@Command(
    mixinStandardHelpOptions = true,
    name = "answers",
    description = "把一份报送交到关口：收下为 0，退回为 1，并说出全部问题")
final class AnswersCommand implements Callable<Integer> {
  @Mixin private CampaignArgument campaign = new CampaignArgument();

  @Parameters(index = "1", paramLabel = "任务", description = "任务编号")
  private String duty = "";

  @Parameters(index = "2", paramLabel = "文件", description = "报送的内容（JSON）")
  private Path file = Path.of("");

  @Option(names = "--unit", required = true, paramLabel = "单位", description = "填报单位，编号或名称")
  private String unit = "";

  @Option(names = "--round", required = true, paramLabel = "期", description = "期号，如 2021-11-25")
  private String round = "";

  @Option(
      names = "--at",
      required = true,
      paramLabel = "时刻",
      description = "到达的时刻，如 2021-11-25T17:59:59+08:00",
      converter = MomentConverter.class)
  private Instant at = Instant.EPOCH;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Reads a moment with its offset; without one nobody could say when it was. */
  static final class MomentConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return OffsetDateTime.parse(value).toInstant();
      } catch (DateTimeParseException notAMoment) {
        throw new TypeConversionException("要写成 2021-11-25T17:59:59+08:00 的样子");
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    Nuanbao nuanbao = Nuanbao.create();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Optional<Campaign> read = campaign.readSound(nuanbao, err);
    if (read.isEmpty()) return 1;
    CampaignNames names = new CampaignNames(read.get());
    Duty asked = names.duty(duty);
    SubmissionKey key =
        new SubmissionKey(asked.id(), names.round(asked, round), names.unit(unit).id());
    Path name = Optional.ofNullable(file.getFileName()).orElse(file);
    Outcome<Receipt> outcome =
        nuanbao
            .intake(read.get(), new MemorySubmissionStore())
            .submit(key, Files.readAllBytes(file), name.toString(), at);
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    new ProblemPrinter(folder, campaign.language).print(outcome.problems(), out);
    if (outcome instanceof Accepted<Receipt> accepted) {
      out.printf("已收下：%s%s%n", key, accepted.value().late() ? "（迟报）" : "");
      return 0;
    }
    out.printf("已退回：%s%n", key);
    return 1;
  }
}

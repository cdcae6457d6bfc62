package nuanbao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.json.DefinitionSchemas;
import nuanbao.engine.json.JsonSubmissionReader;
import nuanbao.engine.problem.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code schema}: what may be sent of one form, as pure JSON Schema; without a campaign, the
 * schemas of definition files for editors.
 */
@Command(
    mixinStandardHelpOptions = true,
    name = "schema",
    description = {
      "写出一张表报送内容的 JSON Schema（2020-12），给别的程序用；",
      "不写文件夹和表，就把定义文件（campaign.json、forms/*.json……）的 schema 写到 -o 的文件夹，给编辑器用"
    })
final class SchemaCommand implements Callable<Integer> {
  @Parameters(index = "0", arity = "0..1", paramLabel = "文件夹", description = "活动的文件夹")
  private Optional<Path> folder = Optional.empty();

  @Parameters(index = "1", arity = "0..1", paramLabel = "表", description = "表的编号")
  private Optional<String> form = Optional.empty();

  @Option(
      names = "--lang",
      paramLabel = "zh|en",
      description = "问题用中文（默认）还是英文",
      converter = CampaignArgument.LanguageConverter.class)
  private Language language = Language.CHINESE;

  @Option(names = "-o", paramLabel = "文件", description = "写到哪里（不写就印在屏幕上）；写定义文件的 schema 时是文件夹")
  private Optional<Path> target = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (folder.isEmpty()) return definitions();
    return answers(new CampaignArgument(folder.get(), language));
  }

  private int definitions() throws IOException {
    Path to = target.orElseThrow(() -> new CannotRun("写明活动的文件夹和表，或用 -o 写明把定义文件的 schema 写到哪个文件夹"));
    Files.createDirectories(to);
    for (Map.Entry<String, String> schema : DefinitionSchemas.byFileName().entrySet()) {
      Path file = to.resolve(schema.getKey());
      Files.writeString(file, schema.getValue());
      spec.commandLine().getOut().println("已写出 " + file);
    }
    return 0;
  }

  private int answers(CampaignArgument campaign) throws IOException {
    String wanted = form.orElseThrow(() -> new CannotRun("还要写明是哪张表"));
    PrintWriter err = spec.commandLine().getErr();
    Optional<Campaign> read = campaign.readSound(Nuanbao.create(), err);
    if (read.isEmpty()) return 1;
    CampaignNames names = new CampaignNames(read.get());
    String schema = JsonSubmissionReader.schema(read.get().form(names.form(wanted)));
    if (target.isEmpty()) {
      spec.commandLine().getOut().println(schema);
    } else {
      Files.writeString(target.get(), schema + "\n");
      spec.commandLine().getOut().println("已写出 " + target.get());
    }
    return 0;
  }
}

package nuanbao.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.json.JsonSubmissionReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code schema}: what may be sent of one form, as pure JSON Schema. */
@Command(
    mixinStandardHelpOptions = true,
    name = "schema",
    description = "写出一张表报送内容的 JSON Schema（2020-12），给别的程序用")
final class SchemaCommand implements Callable<Integer> {
  @Mixin private CampaignArgument campaign = new CampaignArgument();

  @Parameters(index = "1", paramLabel = "表", description = "表的编号")
  private String form = "";

  @Option(names = "-o", paramLabel = "文件", description = "写到哪里（不写就印在屏幕上）")
  private Optional<Path> target = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Optional<Campaign> read = campaign.readSound(Nuanbao.create(), err);
    if (read.isEmpty()) return 1;
    CampaignNames names = new CampaignNames(read.get());
    String schema = JsonSubmissionReader.schema(read.get().form(names.form(form)));
    if (target.isEmpty()) {
      spec.commandLine().getOut().println(schema);
    } else {
      Files.writeString(target.get(), schema + "\n");
      spec.commandLine().getOut().println("已写出 " + target.get());
    }
    return 0;
  }
}

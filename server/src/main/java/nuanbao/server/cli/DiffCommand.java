package nuanbao.server.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import nuanbao.engine.Nuanbao;
import nuanbao.engine.campaign.Campaign;
import nuanbao.engine.campaign.Difference;
import nuanbao.engine.campaign.Differences;
import nuanbao.engine.problem.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: what changed from one definition to another; its exit codes are those of diff. */
@Command(
    mixinStandardHelpOptions = true,
    name = "diff",
    description = "比较两个活动：什么变了，对已报的数有什么影响；相同退出 0，不同 1，读不了 2")
final class DiffCommand implements Callable<Integer> {
  @Mixin private CampaignArgument before = new CampaignArgument();

  @Parameters(index = "1", paramLabel = "新文件夹", description = "改过的、或下一年的活动")
  private Path after = Path.of("");

  @Option(names = "--format", description = "text（默认）或 json")
  private Format format = Format.TEXT;

  @Spec private CommandSpec spec = CommandSpec.create();

  private enum Format {
    TEXT,
    JSON
  }

  @Override
  public Integer call() {
    Nuanbao nuanbao = Nuanbao.create();
    PrintWriter err = spec.commandLine().getErr();
    Optional<Campaign> old = before.readSound(nuanbao, err);
    Optional<Campaign> young = new CampaignArgument(after, before.language).readSound(nuanbao, err);
    if (old.isEmpty() || young.isEmpty()) return ExitCode.USAGE;
    List<Difference> differences = Differences.between(old.get(), young.get());
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> print(differences, out);
      case JSON -> out.println(json(differences).toPrettyString());
    }
    return differences.isEmpty() ? 0 : 1;
  }

  private void print(List<Difference> differences, PrintWriter out) {
    boolean english = before.language == Language.ENGLISH;
    for (Difference one : differences) {
      out.printf(
          english ? "%s %s  %s: %s%n" : "%s %s  %s：%s%n",
          one.kind().title().in(before.language),
          one.about(),
          one.change().title().in(before.language),
          one.says().in(before.language));
      one.effect().ifPresent(effect -> out.println("    " + effect.in(before.language)));
    }
    if (differences.isEmpty()) {
      out.println(english ? "No differences." : "没有不同。");
    } else {
      out.println(
          english
              ? "%d differences.".formatted(differences.size())
              : "共 %d 处不同。".formatted(differences.size()));
    }
  }

  private ArrayNode json(List<Difference> differences) {
    ArrayNode array = new JsonMapper().createArrayNode();
    for (Difference one : differences) {
      ObjectNode json = array.addObject();
      json.put("kind", one.kind().name().toLowerCase(Locale.ROOT));
      json.put("change", one.change().name().toLowerCase(Locale.ROOT));
      json.put("about", one.about());
      json.put("says", one.says().in(before.language));
      one.effect().ifPresent(effect -> json.put("effect", effect.in(before.language)));
    }
    return array;
  }
}

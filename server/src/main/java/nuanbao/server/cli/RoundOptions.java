package nuanbao.server.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which round of what was handed in, and whose rows. */
final class RoundOptions {
  @Option(names = "--round", required = true, paramLabel = "期", description = "期号，如 2021-11-25")
  String round = "";

  @Option(
      names = "--answers",
      required = true,
      paramLabel = "文件夹",
      description = "已报的文件：任务/期/单位.json")
  Path answers = Path.of("");

  @Option(names = "--unit", paramLabel = "单位", description = "只要这个单位及其下级（默认最上级）")
  Optional<String> unit = Optional.empty();

  @Option(names = "--duty", paramLabel = "任务", description = "几个任务都报这张表时，写明是哪一个")
  Optional<String> duty = Optional.empty();
}

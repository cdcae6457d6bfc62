package nuanbao.server.cli;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import nuanbao.server.ServerProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the pages and the JSON API, on this machine only. */
@Command(mixinStandardHelpOptions = true, name = "serve", description = "开网页服务；目前没有账号，只接受本机的访问")
final class ServeCommand implements Callable<Integer> {
  @Option(names = "--campaigns", paramLabel = "文件夹", description = "活动的文件夹们（默认 campaigns）")
  private Path campaigns = Path.of("campaigns");

  @Option(names = "--data", paramLabel = "文件夹", description = "数据库放在哪里（默认 data）")
  private Path data = Path.of("data");

  @Option(names = "--port", paramLabel = "端口", description = "端口（默认 8080；0 表示任选一个）")
  private int port = 8080;

  @Option(
      names = "--now",
      paramLabel = "时刻",
      description = "演示：钟从这一刻走起，如 2021-12-02T17:00:00+08:00",
      converter = AnswersCommand.MomentConverter.class)
  private Optional<Instant> now = Optional.empty();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!Files.isDirectory(campaigns)) throw new CannotRun("没有文件夹 " + campaigns);
    EmbeddedServer server = new ServerProcess(campaigns, data, port, now).start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    spec.commandLine()
        .getOut()
        .printf("暖报在 http://127.0.0.1:%d/ ，只接受本机的访问；数据在 %s。按 Ctrl+C 结束。%n", server.getPort(), data);
    Thread.currentThread().join();
    return 0;
  }
}

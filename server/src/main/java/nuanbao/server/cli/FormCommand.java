package nuanbao.server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "form")
final class FormCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return 0;
  }
}

package nuanbao.benchmarks.bare;

import io.micronaut.runtime.Micronaut;

/** Serves one page on {@code micronaut.server.port}, its database under {@code bare.data}. */
public final class BareServer {
  private BareServer() {}

  /** Serves until the process ends. */
  public static void main(String[] arguments) {
    Micronaut.build(arguments).banner(false).mainClass(BareServer.class).start();
  }
}

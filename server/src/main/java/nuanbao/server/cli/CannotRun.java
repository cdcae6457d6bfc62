package nuanbao.server.cli;

/** A command that cannot even begin: its arguments name something that is not there. */
final class CannotRun extends RuntimeException {
  CannotRun(String reason) {
    super(reason);
  }
}

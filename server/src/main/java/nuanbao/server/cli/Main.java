package nuanbao.server.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code nuanbao COMMAND}. Exit codes: 0 done, 1 refused, 2 could not run. */
@Command(
    name = "nuanbao",
    mixinStandardHelpOptions = true,
    version = "暖报 0.1.0",
    header = "暖报：把一份通知变成报表、期限和汇总。",
    synopsisSubcommandLabel = "命令",
    commandListHeading = "%n命令：%n",
    optionListHeading = "%n选项：%n")
public final class Main {
  /** In the order in which they are listed. */
  private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("new", NewCommand.class);
    COMMANDS.put("renew", RenewCommand.class);
    COMMANDS.put("check", CheckCommand.class);
    COMMANDS.put("diff", DiffCommand.class);
    COMMANDS.put("upgrade", UpgradeCommand.class);
    COMMANDS.put("calendar", CalendarCommand.class);
    COMMANDS.put("measures", MeasuresCommand.class);
    COMMANDS.put("schema", SchemaCommand.class);
    COMMANDS.put("form", FormCommand.class);
    COMMANDS.put("answers", AnswersCommand.class);
    COMMANDS.put("rollup", RollupCommand.class);
    COMMANDS.put("targets", TargetsCommand.class);
    COMMANDS.put("report", ReportCommand.class);
    COMMANDS.put("serve", ServeCommand.class);
    COMMANDS.put("demo", DemoCommand.class);
    COMMANDS.put("warm-up", WarmUpCommand.class);
  }

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.setErr(err); // what is logged is UTF-8 too, whatever the machine's locale
    System.exit(run(out, err, arguments));
  }

  /** Runs one command; what it prints goes where it is told. */
  static int run(PrintStream out, PrintStream err, String... arguments) {
    return commandLine(arguments)
        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              command.getErr().println(reason(failure));
              return CommandLine.ExitCode.USAGE;
            })
        .execute(arguments);
  }

  /** With the one command that is named: looking at the others would take longer than most runs. */
  private static CommandLine commandLine(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    String named = arguments.length == 0 ? "" : arguments[0];
    COMMANDS.forEach(
        (name, command) -> {
          if (!COMMANDS.containsKey(named) || name.equals(named)) line.addSubcommand(name, command);
        });
    return line;
  }

  /** What cannot run says why in a line; only a fault of ours shows its stack. */
  private static String reason(Exception failure) {
    if (failure instanceof NoSuchFileException) return "不能运行：没有文件 " + failure.getMessage();
    if (failure instanceof CannotRun || failure instanceof java.io.IOException) {
      return "不能运行：" + failure.getMessage();
    }
    java.io.StringWriter stack = new java.io.StringWriter();
    failure.printStackTrace(new PrintWriter(stack));
    return "程序出错，请把下面的内容告诉开发者：\n" + stack;
  }
}

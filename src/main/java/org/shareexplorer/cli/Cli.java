package org.shareexplorer.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The command line. */
public final class Cli {

  private static final Pattern OPTION = Pattern.compile("--[a-z-]*(=.*)?", Pattern.DOTALL);

  private final Terminal terminal;
  private final CommandLine commands;

  /**
   * A command line.
   *
   * @param sources made when the first command asks
   * @param tour walks through the window
   */
  public Cli(Terminal terminal, Supplier<Sources> sources, Tour tour, Jobs jobs) {
    this.terminal = terminal;
    Session session = new Session(terminal, sources, jobs);
    commands =
        new CommandLine(new ShareExplorerCommand(terminal))
            .addSubcommand(new ListCommand(session))
            .addSubcommand(new DescribeCommand(session))
            .addSubcommand(new PreviewCommand(session))
            .addSubcommand(new CountCommand(session))
            .addSubcommand(new ProfileCommand(session))
            .addSubcommand(new ChangesCommand(session))
            .addSubcommand(new ChartCommand(session))
            .addSubcommand(new PivotCommand(session))
            .addSubcommand(new SqlCommand(session))
            .addSubcommand(new ExportCommand(session))
            .addSubcommand(
                new CommandLine(new DashboardCommand(terminal))
                    .addSubcommand(new ReadyDashboardCommand(session))
                    .addSubcommand(new RenderDashboardCommand(session)))
            .addSubcommand(
                new CommandLine(new ConnectionsCommand(terminal))
                    .addSubcommand(new AddConnectionCommand(session))
                    .addSubcommand(new ListConnectionsCommand(session))
                    .addSubcommand(new RemoveConnectionCommand(session)))
            .addSubcommand(new DoctorCommand(session))
            .addSubcommand(new ActivityCommand(session))
            .addSubcommand(new DemoCommand(session))
            .addSubcommand(new TourCommand(tour))
            .setOut(writer(terminal.out()))
            .setErr(writer(terminal.err()))
            .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
            .setUsageHelpWidth(Math.clamp(terminal.width().orElse(100), 80, 120))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler((fault, _) -> misused(fault));
  }

  /**
   * Runs a command.
   *
   * @return 0 if it did what it was asked, 1 after a problem, 2 if the command was not understood,
   *     130 if it was stopped
   */
  public int run(String... arguments) {
    int code = commands.execute(withQuery(arguments));
    Optional<Problem> trouble = terminal.out().trouble();
    trouble.ifPresent(terminal::say);
    terminal.err().flush();
    return trouble.isPresent() ? ExitCode.SOFTWARE : code;
  }

  /** A query may begin with a comment, which looks like an option. */
  private static String[] withQuery(String... arguments) {
    return arguments.length > 0 && arguments[0].equals("sql")
        ? Stream.of(arguments)
            .map(each ->
                each.startsWith("--") && !OPTION.matcher(each).matches() ? " " + each : each)
            .toArray(String[]::new)
        : arguments;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, stream.charset());
  }

  private int misused(ParameterException fault) {
    terminal.say(
        fault.getMessage() == null ? "The command was not understood." : fault.getMessage());
    String command = fault.getCommandLine().getCommandSpec().qualifiedName();
    terminal.say("See \"" + command + " --help\".");
    return ExitCode.USAGE;
  }
}

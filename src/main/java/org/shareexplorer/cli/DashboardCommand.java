package org.shareexplorer.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What stands above the commands for dashboards. */
@Command(
    name = "dashboard",
    mixinStandardHelpOptions = true,
    description =
        "Makes and draws dashboards: pages of charts, tables and figures, kept in small files.",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer dashboard ready --out retail.dashboard.json --demo",
      "  share-explorer dashboard render retail.dashboard.json --out retail.pdf --demo"
    })
final class DashboardCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  DashboardCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(terminal.err());
    }
    return ExitCode.USAGE;
  }
}

package org.shareexplorer.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What stands above the commands for connections. */
@Command(
    name = "connections",
    mixinStandardHelpOptions = true,
    description = "Adds, lists and removes the connections that window and command line remember.",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer connections add config.share",
      "  share-explorer connections list",
      "  share-explorer ls --connection Acme"
    })
final class ConnectionsCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  ConnectionsCommand(Terminal terminal) {
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

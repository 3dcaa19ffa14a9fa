package org.shareexplorer.cli;

import picocli.CommandLine.Command;

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
final class ConnectionsCommand extends CommandGroup {

  ConnectionsCommand(Terminal terminal) {
    super(terminal);
  }
}

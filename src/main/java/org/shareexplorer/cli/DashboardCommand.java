package org.shareexplorer.cli;

import picocli.CommandLine.Command;

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
final class DashboardCommand extends CommandGroup {

  DashboardCommand(Terminal terminal) {
    super(terminal);
  }
}

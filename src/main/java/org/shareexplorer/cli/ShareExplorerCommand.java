package org.shareexplorer.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What stands above the commands. */
@Command(
    name = "share-explorer",
    mixinStandardHelpOptions = true,
    versionProvider = ShareExplorerCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Looks into data shared over the Delta Sharing protocol. Without arguments, or with nothing but a credential file, it opens a window.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it did what it was asked",
      "1:a problem, told on standard error",
      "2:the command was not understood",
      "130:it was stopped"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer ls --profile config.share",
      "  share-explorer preview external_retail retail customers --demo",
      "  DELTA_SHARING_CONFIG=config.share share-explorer describe SHARE SCHEMA TABLE --json"
    })
final class ShareExplorerCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  /** The version as the jar has it; a build folder has none. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Share Explorer " + Release.text()};
    }
  }

  ShareExplorerCommand(Terminal terminal) {
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

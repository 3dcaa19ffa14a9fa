package org.shareexplorer.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Takes pictures of the window. */
@Command(
    name = "tour",
    description =
        "Walks through the window on the demo share, with no display needed, and writes a picture of every screen, light and dark.",
    footerHeading = "%nExamples:%n",
    footer = "  share-explorer tour --out pictures")
final class TourCommand implements Callable<Integer> {

  private final Tour tour;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help.")
  @SuppressWarnings("unused") // Read by picocli alone.
  private boolean help;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder for the pictures; made if it is not there.")
  private Path folder = Path.of("");

  TourCommand(Tour tour) {
    this.tour = tour;
  }

  @Override
  public Integer call() {
    return tour.walk(folder);
  }
}

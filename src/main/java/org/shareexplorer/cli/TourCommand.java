package org.shareexplorer.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes pictures of the window. */
@Command(
    name = "tour",
    description =
        "Walks through the window on the demo share, with no display needed, and writes a picture of every screen, light and dark.",
    footerHeading = "%nExamples:%n",
    footer = "  share-explorer tour --out pictures")
final class TourCommand implements Callable<Integer> {

  private final Session session;
  private final Tour tour;

  @Mixin private final Reporting reporting = new Reporting();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder for the pictures; made if it is not there.")
  private Path folder = Path.of("");

  TourCommand(Session session, Tour tour) {
    this.session = session;
    this.tour = tour;
  }

  @Override
  public Integer call() {
    return session.run(
        reporting,
        job ->
            tour.run(
                folder,
                line -> {
                  session.terminal().print(line);
                  session.terminal().out().flush();
                },
                job));
  }
}

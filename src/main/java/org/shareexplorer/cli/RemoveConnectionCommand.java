package org.shareexplorer.cli;

import java.util.concurrent.Callable;
import org.shareexplorer.job.Job;
import org.shareexplorer.profile.Connection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Forgets a connection. */
@Command(
    name = "remove",
    description = "Forgets a connection and deletes its credential from this computer.",
    footerHeading = "%nExamples:%n",
    footer = {"  share-explorer connections remove Acme"})
final class RemoveConnectionCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Reporting reporting = new Reporting();

  @Parameters(index = "0", paramLabel = "NAME", description = "The connection's name, or its id.")
  private String name = "";

  RemoveConnectionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.run(reporting, this::remove);
  }

  private void remove(Job job) {
    Sources sources = session.sources().get();
    Connection connection = NamedConnection.in(sources.store().list(), name);
    sources.store().remove(connection.id());
    session
        .terminal()
        .say("Removed " + connection.name() + ". Its credential is deleted from this computer.");
  }
}

package org.shareexplorer.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.activity.Activity;
import org.shareexplorer.net.activity.ActivityCsv;
import org.shareexplorer.net.activity.Outcome;
import org.shareexplorer.workspace.KeptActivity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what was asked of servers and storages. */
@Command(
    name = "activity",
    description = {
      "Prints what window and command line have asked of servers and storages, as CSV, oldest first.",
      "Times are in UTC, lengths of time in microseconds. There are no credentials and no signatures in it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer activity > activity.csv",
      "  share-explorer activity --connection Acme --failed --last 20"
    })
final class ActivityCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Reporting reporting = new Reporting();

  @Option(
      names = "--connection",
      paramLabel = "NAME",
      description = "Only what was asked for this connection.")
  private @Nullable String connection;

  @Option(names = "--failed", description = "Only what did not end with what was asked for.")
  private boolean failed;

  @Option(names = "--last", paramLabel = "N", description = "Only so many of the latest.")
  private int last = Integer.MAX_VALUE;

  ActivityCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.run(reporting, this::print);
  }

  private void print(Job job) {
    KeptActivity activity = session.sources().get().activity();
    activity.load(job);
    List<Activity> wanted =
        activity.log().all().stream()
            .filter(each -> connection == null || each.connection().equals(connection))
            .filter(each -> !failed || each.outcome() != Outcome.DONE)
            .toList();
    session.terminal().print(ActivityCsv.HEAD);
    wanted
        .subList(Math.max(0, wanted.size() - Math.max(0, last)), wanted.size())
        .forEach(each -> session.terminal().print(ActivityCsv.line(each)));
    if (!activity.kept()) {
      session.terminal().say("Activity is not kept on this computer, by your own choice.");
    }
  }
}

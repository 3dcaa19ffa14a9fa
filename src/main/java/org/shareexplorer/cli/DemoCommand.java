package org.shareexplorer.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.shareexplorer.job.Job;
import org.shareexplorer.provider.DemoShare;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Serves the demo share. */
@Command(
    name = "demo",
    description = {
      "Serves the built-in demo share on this computer until it is stopped (Ctrl+C), and prints the path of its credential file, so that any Delta Sharing client can connect.",
      "The credential ends with the command. The data are made at the first start, within seconds."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  share-explorer demo", "  share-explorer ls --profile \"$PATH_IT_PRINTED\""})
final class DemoCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final Reporting reporting = new Reporting();

  DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.run(reporting, this::serve);
  }

  private void serve(Job job) throws InterruptedException {
    Terminal terminal = session.terminal();
    try (DemoShare share = session.sources().get().demo().start(job)) {
      terminal.print(share.profilePath().toString());
      terminal.out().flush();
      terminal.say("Serving the demo share at " + share.endpoint() + " until stopped (Ctrl+C).");
      CountDownLatch stopped = new CountDownLatch(1);
      try (Job.Hold _ = job.onCancel(stopped::countDown)) {
        stopped.await();
      }
      job.check();
    }
  }
}

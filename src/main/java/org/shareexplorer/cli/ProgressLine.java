package org.shareexplorer.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.shareexplorer.job.Progress;
import org.shareexplorer.job.Running;

/** Tells a person at a terminal how far work is, on one line that vanishes when it is done. */
final class ProgressLine {

  private static final long PATIENCE_MILLIS = 400;
  private static final String START_OF_LINE = "\r\u001b[K";

  private final Terminal terminal;

  ProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Waits until the work is done. */
  void follow(Running<?> running, CountDownLatch done) {
    boolean shown = false;
    try {
      while (!done.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        Progress progress = running.progress();
        if (terminal.interactive() && !progress.doing().isEmpty()) {
          shown = true;
          show(progress);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running.cancel();
      throw new CancellationException();
    } finally {
      if (shown) {
        terminal.err().print(START_OF_LINE);
        terminal.err().flush();
      }
    }
  }

  private void show(Progress progress) {
    String share = progress.known() ? " · " + Math.round(progress.fraction() * 100) + " %" : "";
    String line = CellLine.harmless(progress.doing()) + share;
    terminal.err().print(START_OF_LINE + CellLine.shortened(line, terminal.width().orElse(80) - 1));
    terminal.err().flush();
  }
}

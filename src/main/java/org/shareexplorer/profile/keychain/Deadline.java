package org.shareexplorer.profile.keychain;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Does something once it is late, unless it is closed before; never after it is closed. */
final class Deadline implements AutoCloseable {

  private final Runnable action;
  private boolean over;

  /**
   * Begins to count.
   *
   * @param action quick, and done on a thread of the JDK's own
   */
  Deadline(Duration longest, Runnable action) {
    this.action = action;
    CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS, Runnable::run)
        .execute(this::late);
  }

  private synchronized void late() {
    if (!over) {
      over = true;
      action.run();
    }
  }

  @Override
  public synchronized void close() {
    over = true;
  }
}

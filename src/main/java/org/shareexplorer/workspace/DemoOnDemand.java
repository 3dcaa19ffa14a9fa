package org.shareexplorer.workspace;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.provider.DemoShare;

/** The demo share, started when it is first needed, and once. Thread-safe. */
public final class DemoOnDemand implements AutoCloseable {

  private final Start start;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable DemoShare share;
  private boolean closed;

  /** Starts the demo share; blocks while its data are made. */
  @FunctionalInterface
  public interface Start {
    /** {@return the running demo share} */
    DemoShare start(Job job);
  }

  /**
   * Something done with the share while nobody else starts or uses it.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  interface Use<T> {
    /**
     * Uses it.
     *
     * @param anew whether it has been started just now
     */
    T of(DemoShare share, boolean anew);
  }

  DemoOnDemand(Start start) {
    this.start = start;
  }

  /**
   * Has the share running and does something with it; blocks.
   *
   * @throws CancellationException if the job was cancelled, or the workspace is closed
   */
  <T> T running(Use<T> use, Job job) {
    await(job);
    try {
      if (closed) {
        throw new CancellationException("the workspace is closed");
      }
      DemoShare running = share;
      boolean anew = running == null;
      if (running == null) {
        running = start.start(job);
        share = running;
      }
      return use.of(running, anew);
    } finally {
      lock.unlock();
    }
  }

  /** Waits for whoever starts the share, but not longer than the caller wants to. */
  private void await(Job job) {
    try {
      while (!lock.tryLock(50, TimeUnit.MILLISECONDS)) {
        job.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (share != null) {
        share.close();
      }
    } finally {
      lock.unlock();
    }
  }
}

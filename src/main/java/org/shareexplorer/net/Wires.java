package org.shareexplorer.net;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;

/**
 * The wire that holds now, made anew when the settings change. Made when it is first needed, as
 * reading the settings and the system's authorities takes its time. Thread-safe.
 */
final class Wires {

  private static final long LOOK_MILLIS = 50;

  private final Patience patience;
  private final UnaryOperator<OkHttpClient.Builder> more;
  private final ReentrantLock lock = new ReentrantLock();
  private Function<Job, NetworkSettings> settings;
  private @Nullable Wire now;

  /**
   * Wires to be made.
   *
   * @param more what else their clients are to have
   */
  Wires(Patience patience, UnaryOperator<OkHttpClient.Builder> more) {
    this(patience, more, job -> NetworkSettings.USUAL);
  }

  private Wires(
      Patience patience,
      UnaryOperator<OkHttpClient.Builder> more,
      Function<Job, NetworkSettings> settings) {
    this.patience = patience;
    this.more = more;
    this.settings = settings;
  }

  /** The settings may have to wait for a keychain, and whoever comes second for the first. */
  Wire now(Job job) {
    try {
      while (!lock.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        job.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
    try {
      Wire made = now == null ? made(job) : now;
      now = made;
      return made;
    } finally {
      lock.unlock();
    }
  }

  private Wire made(Job job) {
    NetworkSettings read = settings.apply(job);
    settings = known -> read;
    return Wire.of(read, patience, more);
  }

  /** {@return wires of their own with connections of their own, by the settings that hold now} */
  Wires apart(UnaryOperator<OkHttpClient.Builder> others) {
    lock.lock();
    try {
      return new Wires(patience, more.andThen(others)::apply, settings);
    } finally {
      lock.unlock();
    }
  }

  /** Lets requests under way come to their end by the old settings. */
  void use(NetworkSettings others) {
    useFirst(job -> others);
  }

  void useFirst(Function<Job, NetworkSettings> source) {
    lock.lock();
    try {
      settings = source;
      if (now != null) {
        now.retire();
        now = null;
      }
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      if (now != null) {
        now.close();
      }
    } finally {
      lock.unlock();
    }
  }
}

package org.shareexplorer.net;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import org.shareexplorer.job.Job;

/**
 * Lets so many requests at a time go to one host, and none while it asks for a pause: what it says
 * to one caller holds for all. Thread-safe.
 */
final class HostGates {

  /**
   * As many as a browser keeps open to all hosts together; range reads over long ways need them.
   */
  static final int AT_ONCE = 32;

  /** A pause is kept by callers who were not told it themselves no longer than this. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private static final long LOOK_MILLIS = 50;

  private final Clock clock;
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();

  HostGates(Clock clock) {
    this.clock = clock;
  }

  Gate of(HttpUrl url) {
    return gates.computeIfAbsent(url.host() + ":" + url.port(), host -> new Gate());
  }

  /** The gate of one host. */
  final class Gate {

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private volatile Instant opening = Instant.MIN;

    /** {@return how long the host still wants to be left alone; zero if it does not} */
    Duration closedFor() {
      Instant now = clock.instant();
      return now.isBefore(opening) ? Duration.between(now, opening) : Duration.ZERO;
    }

    /** Keeps everybody out for a while. */
    synchronized void close(Duration pause) {
      Duration kept = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
      Instant until = clock.instant().plus(kept);
      if (until.isAfter(opening)) {
        opening = until;
      }
    }

    /** Waits for a place, unless the job is cancelled before; closing what is returned frees it. */
    Job.Hold enter(Job job) {
      try {
        while (!places.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          job.check();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException();
      }
      return places::release;
    }
  }
}

package org.shareexplorer.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * A link to a server some way off: everything waits for a round trip, and all connections share its
 * width. Slow start and encryption are left out, which favours ways with few long requests over
 * none. Thread-safe.
 */
final class Link {

  /** What a sleep that took too long may catch up with. */
  private static final long CREDIT_NANOS = 5_000_000;

  private final Duration roundTrip;
  private final double nanosPerByte;
  private long free = System.nanoTime();

  private final AtomicLong connections = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong files = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong fileBytes = new AtomicLong();

  /**
   * A link.
   *
   * @param bitsPerSecond 0 for as fast as the machine goes
   */
  Link(Duration roundTrip, long bitsPerSecond) {
    this.roundTrip = roundTrip;
    this.nanosPerByte = bitsPerSecond == 0 ? 0 : 8e9 / bitsPerSecond;
  }

  /**
   * What went over the link.
   *
   * @param connections that were opened
   * @param requests of any kind
   * @param fileRequests those for data files
   * @param bytes of answers, with their heads
   * @param fileBytes those of data files' bodies
   */
  record Traffic(long connections, long requests, long fileRequests, long bytes, long fileBytes) {}

  void connect() {
    connections.incrementAndGet();
    pauseUntil(System.nanoTime() + roundTrip.toNanos());
  }

  void request(boolean ofFile) {
    requests.incrementAndGet();
    files.addAndGet(ofFile ? 1 : 0);
    pauseUntil(System.nanoTime() + roundTrip.toNanos());
  }

  /** Returns once so many bytes have passed, after all those that came before. */
  void carry(int count, boolean ofFile) {
    bytes.addAndGet(count);
    fileBytes.addAndGet(ofFile ? count : 0);
    if (nanosPerByte == 0) {
      return;
    }
    long until;
    synchronized (this) {
      free = Math.max(free, System.nanoTime() - CREDIT_NANOS) + Math.round(count * nanosPerByte);
      until = free;
    }
    pauseUntil(until);
  }

  private static void pauseUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  Traffic traffic() {
    return new Traffic(
        connections.get(), requests.get(), files.get(), bytes.get(), fileBytes.get());
  }

  void forget() {
    connections.set(0);
    requests.set(0);
    files.set(0);
    bytes.set(0);
    fileBytes.set(0);
  }
}

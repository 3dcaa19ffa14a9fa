package org.shareexplorer.dashboard;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;

/**
 * Answers that several jobs want, found by the first of them; the others wait. Where the first is
 * cancelled, another one goes on instead. A failure is told to all who wait, and then forgotten, so
 * that who asks later tries again. Thread-safe.
 */
final class AskedOnce<K, V> {

  private static final long LOOK_MILLIS = 50;

  private final Map<K, CompletableFuture<V>> answers = new ConcurrentHashMap<>();

  /** Finds an answer. */
  @FunctionalInterface
  interface Asking<V> {
    V ask(Job job);
  }

  /** {@return the answer; blocks} */
  V of(K key, Asking<V> asking, Job job) {
    while (true) {
      CompletableFuture<V> mine = new CompletableFuture<>();
      CompletableFuture<V> first = answers.putIfAbsent(key, mine);
      if (first == null) {
        return found(key, asking, mine, job);
      }
      try {
        return awaited(first, job);
      } catch (CancellationException e) {
        // Somebody gave up: this job if the check says so, else the one that was waited for.
        job.check();
      }
    }
  }

  private V found(K key, Asking<V> asking, CompletableFuture<V> mine, Job job) {
    try {
      V value = asking.ask(job);
      mine.complete(value);
      return value;
    } catch (RuntimeException | Error e) {
      answers.remove(key, mine);
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private static <V> V awaited(CompletableFuture<V> answer, Job job) {
    if (!answer.isDone()) {
      job.progress(Progress.of("Waiting for another tile that asks the same"));
    }
    while (true) {
      try {
        return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        job.check();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
  }
}

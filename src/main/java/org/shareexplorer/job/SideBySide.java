package org.shareexplorer.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/**
 * The same work on many items, a few of them at a time.
 *
 * @param threads where it is done; with a thread for each
 * @param width how many at a time; at least 1
 */
record SideBySide(Executor threads, int width) {

  /** Works on all items and waits for them, as {@link Jobs#forAll} tells. */
  <A, B> List<B> all(Job job, List<A> items, Function<? super A, ? extends B> action) {
    if (items.size() == 1 || width == 1) {
      return inTurn(job, items, action);
    }
    List<CompletableFuture<B>> outcomes = begun(job, items, action);
    // The first failure that is not the echo of another one's is the one to tell.
    RuntimeException first = null;
    List<B> answers = new ArrayList<>(items.size());
    for (CompletableFuture<B> outcome : outcomes) {
      try {
        answers.add(Jobs.joined(outcome));
      } catch (RuntimeException e) {
        if (first == null || first instanceof CancellationException) {
          first = e;
        }
      }
    }
    if (first != null) {
      throw first;
    }
    return answers;
  }

  private static <A, B> List<B> inTurn(
      Job job, List<A> items, Function<? super A, ? extends B> action) {
    List<B> answers = new ArrayList<>(items.size());
    for (A item : items) {
      job.check();
      answers.add(action.apply(item));
    }
    return answers;
  }

  /** Begins with one item after the other, as there is room; with none after a failure. */
  private <A, B> List<CompletableFuture<B>> begun(
      Job job, List<A> items, Function<? super A, ? extends B> action) {
    Semaphore places = new Semaphore(width);
    CompletableFuture<Boolean> failed = new CompletableFuture<>();
    List<CompletableFuture<B>> outcomes = new ArrayList<>(items.size());
    for (A item : items) {
      places.acquireUninterruptibly();
      CompletableFuture<B> outcome = new CompletableFuture<>();
      outcomes.add(outcome);
      if (job.cancelled() || failed.isDone()) {
        outcome.completeExceptionally(new CancellationException());
        places.release();
        continue;
      }
      threads.execute(() -> {
        try {
          Jobs.complete(outcome, j -> action.apply(item), job);
          if (outcome.isCompletedExceptionally()) {
            failed.complete(true);
          }
        } finally {
          places.release();
        }
      });
    }
    return outcomes;
  }
}

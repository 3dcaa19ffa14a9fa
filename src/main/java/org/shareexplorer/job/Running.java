package org.shareexplorer.job;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Work that was started. Thread-safe. */
public final class Running<T> {

  private final JobState state;
  private final CompletableFuture<T> outcome;

  Running(JobState state, CompletableFuture<T> outcome) {
    this.state = state;
    this.outcome = outcome;
  }

  /**
   * Asks the work to end. It then ends with a {@link CancellationException}, unless it was done
   * already.
   */
  public void cancel() {
    state.cancel();
  }

  /** {@return whether the work was asked to end, even if it has not ended yet} */
  public boolean cancelled() {
    return state.cancelled();
  }

  /** {@return the latest progress} */
  public Progress progress() {
    return state.progress();
  }

  /** {@return what the work has cost so far} */
  public Cost cost() {
    return state.cost();
  }

  /** {@return whether the work has ended, in whatever way} */
  public boolean done() {
    return outcome.isDone();
  }

  /**
   * Waits for the outcome.
   *
   * @throws CancellationException if the work was cancelled
   * @throws RuntimeException what the work threw
   */
  public T join() {
    try {
      return outcome.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Has a handler called once when the work has ended, on the thread that ended it (or at once, if
   * it has).
   *
   * @param handler gets the value, or else the failure: a {@link CancellationException} if the work
   *     was cancelled
   */
  public void whenDone(BiConsumer<? super @Nullable T, ? super @Nullable Throwable> handler) {
    var _ =
        outcome.whenComplete((value, failure) ->
            handler.accept(
                value,
                failure instanceof CompletionException wrapped && wrapped.getCause() != null
                    ? wrapped.getCause()
                    : failure));
  }
}

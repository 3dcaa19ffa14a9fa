package org.shareexplorer.ui.fx;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.job.Running;
import org.shareexplorer.job.Work;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemException;

/**
 * The one way from a screen to background work and back. To be used on the FX thread; handlers are
 * called there, and never after {@link Latest#cancel()}.
 */
public final class Background {

  private final Jobs jobs;
  private final ReadOnlyIntegerWrapper running = new ReadOnlyIntegerWrapper();
  private final UnderWay underWay = new UnderWay();

  /** Runs work on these threads. */
  public Background(Jobs jobs) {
    this.jobs = jobs;
  }

  /**
   * Starts work that outlives whoever asked for it.
   *
   * @param onValue gets the answer, on the FX thread
   * @param onProblem gets what went wrong, on the FX thread; not called for a cancellation
   */
  public <T> Running<T> start(
      Work<T> work, Consumer<? super T> onValue, Consumer<? super Problem> onProblem) {
    return new Latest(this).start(work, onValue, onProblem);
  }

  /** {@return the threads, for work that divides itself among them} */
  public Jobs jobs() {
    return jobs;
  }

  /** {@return how many pieces of work are under way whose handlers are still to be called} */
  public ReadOnlyIntegerProperty running() {
    return running.getReadOnlyProperty();
  }

  /** {@return what the window tells of} */
  public UnderWay underWay() {
    return underWay;
  }

  private void count(int change) {
    running.set(running.get() + change);
  }

  /** {@return a place of its own for a pane's work, where a new request ends the one before} */
  public Latest latest() {
    return new Latest(this);
  }

  /** Has an action run on the FX thread: for listeners of the core, which call on any thread. */
  public void onFx(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  /**
   * A pane's work: only the newest request counts. Starting another cancels the one before, and an
   * answer that comes all the same is dropped.
   */
  public static final class Latest {

    private final Background background;
    private long sequence;
    private @Nullable Running<?> current;

    private Latest(Background background) {
      this.background = background;
    }

    /** Starts work in the place of what ran here. */
    public <T> Running<T> start(
        Work<T> work, Consumer<? super T> onValue, Consumer<? super Problem> onProblem) {
      cancel();
      long mine = ++sequence;
      Running<T> running = background.jobs.start(work);
      current = running;
      background.count(1);
      running.whenDone((value, failure) ->
          Platform.runLater(() -> {
            background.count(-1);
            if (mine != sequence) {
              return;
            }
            current = null;
            if (failure == null) {
              onValue.accept(value);
            } else if (!(failure instanceof CancellationException)) {
              onProblem.accept(ProblemException.problemOf(failure));
            }
          }));
      return running;
    }

    /** Ends what runs here; its handlers will not be called. */
    public void cancel() {
      sequence++;
      if (current != null) {
        current.cancel();
        current = null;
      }
    }

    /** {@return whether something runs here} */
    public boolean busy() {
      return current != null;
    }
  }

  /**
   * Shows the progress of running work, once per pulse at most, until it has ended or is to end:
   * then something else is said of it.
   *
   * @param onProgress gets the latest progress, on the FX thread, when it has changed
   */
  public static void follow(Running<?> running, Consumer<? super Progress> onProgress) {
    new AnimationTimer() {
      private @Nullable Progress shown;

      @Override
      public void handle(long now) {
        if (running.done() || running.cancelled()) {
          stop();
          return;
        }
        Progress latest = running.progress();
        if (!latest.equals(shown)) {
          shown = latest;
          onProgress.accept(latest);
        }
      }
    }.start();
  }
}

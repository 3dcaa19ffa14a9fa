package org.shareexplorer.job;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The state behind a job. The set of actions is guarded by itself; everything else is atomic. */
final class JobState implements Job {

  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final Set<Runnable> onCancel = new LinkedHashSet<>();
  private volatile Progress progress = Progress.of("");
  private volatile boolean cancelled;

  @Override
  public void progress(Progress latest) {
    progress = latest;
  }

  Progress progress() {
    return progress;
  }

  @Override
  public void countRequest() {
    requests.incrementAndGet();
  }

  @Override
  public void countBytes(long count) {
    bytes.addAndGet(count);
  }

  @Override
  public Cost cost() {
    return new Cost(requests.get(), bytes.get());
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public Hold onCancel(Runnable action) {
    // A wrapper of its own, so that the same action may be held twice.
    Runnable held =
        new Runnable() {
          @Override
          public void run() {
            action.run();
          }
        };
    synchronized (onCancel) {
      if (!cancelled) {
        onCancel.add(held);
        return () -> {
          synchronized (onCancel) {
            onCancel.remove(held);
          }
        };
      }
    }
    action.run();
    return () -> {};
  }

  void cancel() {
    List<Runnable> actions;
    synchronized (onCancel) {
      cancelled = true;
      actions = List.copyOf(onCancel);
      onCancel.clear();
    }
    actions.forEach(Runnable::run);
  }
}

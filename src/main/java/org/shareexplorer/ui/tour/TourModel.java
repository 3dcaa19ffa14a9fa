package org.shareexplorer.ui.tour;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Where the tour is. A stop's actions follow one another as the window settles: {@link #pulse()} is
 * to be called with every frame. FX thread only.
 */
public final class TourModel {

  private final List<TourStep> steps;
  private final TourStage stage;
  private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper();
  private final Deque<Consumer<TourStage>> waiting = new ArrayDeque<>();

  /** A tour at its first stop; it drives the stage from there. */
  public TourModel(TourStage stage, List<TourStep> steps) {
    this.stage = stage;
    this.steps = steps;
    go(0);
  }

  /** {@return all stops} */
  public List<TourStep> steps() {
    return steps;
  }

  /** {@return the number of the present stop, from 0} */
  public ReadOnlyIntegerProperty position() {
    return position.getReadOnlyProperty();
  }

  /** {@return the present stop} */
  public TourStep step() {
    return steps.get(position.get());
  }

  /** {@return whether this is the first stop} */
  public BooleanBinding first() {
    return position.isEqualTo(0);
  }

  /** {@return whether this is the last stop} */
  public BooleanBinding last() {
    return position.isEqualTo(steps.size() - 1);
  }

  /** Goes on to the next stop, if there is one. */
  public void next() {
    go(position.get() + 1);
  }

  /** Goes back to the stop before, if there is one. */
  public void back() {
    go(position.get() - 1);
  }

  /** Takes the next action of the stop, if the window has settled. */
  public void pulse() {
    if (!waiting.isEmpty() && !stage.busy()) {
      waiting.poll().accept(stage);
    }
  }

  /** {@return whether the window shows the stop, with nothing left to load} */
  public boolean settled() {
    return waiting.isEmpty() && !stage.busy();
  }

  private void go(int to) {
    if (to >= 0 && to < steps.size()) {
      position.set(to);
      waiting.clear();
      waiting.addAll(steps.get(to).scene());
      pulse();
    }
  }
}

package org.shareexplorer.ui.grid;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;

/**
 * Has what is in sight fetched: while somebody scrolls far, not before it rests. FX thread only.
 */
final class Seen {

  private final GridModel model;
  private final PauseTransition settle = new PauseTransition(Duration.millis(60));
  private final ReadOnlyObjectWrapper<Sight> sight = new ReadOnlyObjectWrapper<>(Sight.NOTHING);

  Seen(GridModel model) {
    this.model = model;
    settle.setOnFinished(_ -> tell());
  }

  ReadOnlyObjectProperty<Sight> sight() {
    return sight.getReadOnlyProperty();
  }

  /** Something is in sight. */
  void now(Sight now) {
    Sight before = sight.get();
    if (now.equals(before)) {
      return;
    }
    sight.set(now);
    // While the thumb is dragged over millions of rows, only where it rests is worth fetching.
    if (before.last() >= 0 && Math.abs(now.first() - before.first()) > GridModel.PAGE / 4) {
      settle.playFromStart();
    } else if (settle.getStatus() != Animation.Status.RUNNING) {
      tell();
    }
  }

  private void tell() {
    Sight now = sight.get();
    model.show(now.first(), now.last(), now.columns());
  }
}

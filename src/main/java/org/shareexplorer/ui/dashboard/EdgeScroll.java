package org.shareexplorer.ui.dashboard;

import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;

/**
 * Scrolls as long as something is held at the upper or lower edge of what is in sight, the faster
 * the nearer. FX thread only.
 */
final class EdgeScroll extends AnimationTimer {

  /** How far from an edge it begins, in points. */
  private static final double EDGE = 36;

  /** Points a second at most. */
  private static final double FASTEST = 900;

  /** In seconds: a frame that was late is no reason for a leap. */
  private static final double LONGEST = 0.2;

  private final ScrollPane scroll;
  private double speed;
  private long before;
  private Runnable scrolled = () -> {};

  EdgeScroll(ScrollPane scroll) {
    this.scroll = scroll;
  }

  /**
   * Something is held.
   *
   * @param onScrolled told when what is below the mouse is something else by now
   */
  void held(MouseEvent mouse, Runnable onScrolled) {
    Bounds sight = scroll.localToScene(scroll.getLayoutBounds());
    double above = sight.getMinY() + EDGE - mouse.getSceneY();
    double below = mouse.getSceneY() - sight.getMaxY() + EDGE;
    speed =
        above > 0
            ? -FASTEST * Math.min(1, above / EDGE)
            : below > 0 ? FASTEST * Math.min(1, below / EDGE) : 0;
    scrolled = onScrolled;
    if (speed == 0) {
      stop();
    } else {
      start();
    }
  }

  @Override
  public void stop() {
    super.stop();
    before = 0;
  }

  @Override
  public void handle(long now) {
    double step = before == 0 ? 0 : speed * Math.min(LONGEST, (now - before) / 1e9);
    before = now;
    double hidden =
        scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
    double to = hidden <= 0 ? 0 : Math.clamp(scroll.getVvalue() + step / hidden, 0, 1);
    if (hidden > 0 && to != scroll.getVvalue()) {
      scroll.setVvalue(to);
      scroll.layout();
      scrolled.run();
    }
  }
}

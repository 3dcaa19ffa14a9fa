package org.shareexplorer.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.scene.shape.Rectangle;
import org.shareexplorer.chart.Drawn;
import org.shareexplorer.chart.Span;

/** Marks a part of a chart's horizontal axis as the mouse is dragged over it. FX thread only. */
final class Brush extends Rectangle {

  /** What is narrower, in points, was a click with an unsteady hand. */
  private static final double NARROWEST = 4;

  private double pressed = Double.NaN;

  /** One that is not held. */
  Brush() {
    getStyleClass().add("chart-brush");
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
  }

  /** The mouse is pressed. */
  void press(double x) {
    pressed = x;
  }

  /** {@return whether the mouse was pressed where a part can begin} */
  boolean held() {
    return !Double.isNaN(pressed);
  }

  /** The mouse is dragged. */
  void drag(double x, Rectangle2D plot) {
    double end = Math.clamp(x, plot.getX(), plot.getMaxX());
    setX(Math.min(pressed, end));
    setWidth(Math.abs(end - pressed));
    setY(plot.getY());
    setHeight(plot.getHeight());
    setVisible(true);
  }

  /** {@return the part of the axis that is marked, if any is} */
  Optional<Span> marked(Drawn map) {
    return isVisible() && getWidth() > NARROWEST
        ? Optional.of(new Span(map.position(getX()), map.position(getX() + getWidth())))
        : Optional.empty();
  }

  /** Marks nothing any more. */
  void release() {
    setVisible(false);
    pressed = Double.NaN;
  }
}

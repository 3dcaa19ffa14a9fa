package org.shareexplorer.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.shareexplorer.chart.Mark;

/** The figures of a mark beside it, and what shows which mark is meant. FX thread only. */
final class Callout {

  private static final double AWAY = 12;

  private final Rectangle band = new Rectangle();
  private final Circle dot = new Circle(3.5);
  private final Label words = new Label();

  /** One that is hidden. */
  Callout() {
    band.getStyleClass().add("chart-band");
    dot.getStyleClass().add("chart-dot");
    words.getStyleClass().add("chart-callout");
    for (Node node : nodes()) {
      node.setManaged(false);
      node.setVisible(false);
      node.setMouseTransparent(true);
    }
  }

  /** {@return what is laid over a picture, the lowest first} */
  List<Node> nodes() {
    return List.of(band, dot, words);
  }

  /** Shows no figures. */
  void hide() {
    nodes().forEach(node -> node.setVisible(false));
  }

  /** Shows a mark's figures within a picture of a size. */
  void show(Mark mark, double width, double height) {
    nodes().forEach(node -> node.setVisible(true));
    // A band would cover a pie's other parts as well.
    band.setVisible(mark.area() instanceof Rectangle2D);
    Rectangle2D area = mark.area().getBounds2D();
    band.setX(area.getX());
    band.setY(area.getY());
    band.setWidth(area.getWidth());
    band.setHeight(area.getHeight());
    double x = mark.anchor().getX();
    double y = mark.anchor().getY();
    dot.setCenterX(x);
    dot.setCenterY(y);
    words.setText(mark.text());
    words.applyCss();
    words.autosize();
    boolean right = x + AWAY + words.getWidth() <= width;
    double left = right ? x + AWAY : x - AWAY - words.getWidth();
    double top = y - words.getHeight() - AWAY + 2;
    words.relocate(
        Math.rint(Math.max(0, left)),
        Math.rint(Math.clamp(top, 0, Math.max(0, height - words.getHeight()))));
  }
}

package org.shareexplorer.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * What a pointer needs to know of a drawn picture, in the picture's units.
 *
 * @param plot where the figures are, without axes
 * @param shown the part of the horizontal axis that is shown
 * @param whole all of it
 * @param marks what has figures to tell, from left to right or top to bottom; the smaller ones
 *     after those they lie in
 */
public record Drawn(Rectangle2D plot, Span shown, Span whole, List<Mark> marks) {

  /** {@return where on the horizontal axis a point of the picture is} */
  public double position(double x) {
    return shown.from() + (x - plot.getX()) / plot.getWidth() * shown.length();
  }
}

package org.shareexplorer.chart;

import java.awt.Shape;
import java.awt.geom.Point2D;
import java.util.List;

/**
 * Something in a drawn chart that has figures to tell: a bar, a box, an outlier, a step.
 *
 * @param area where a pointer means it, in the picture's units
 * @param anchor the point that its figures belong to
 * @param text the figures; lines are parted by newlines
 * @param picked which rows it stands for: those that all of these tell; empty if that cannot be
 *     told
 */
public record Mark(Shape area, Point2D anchor, String text, List<Picked> picked) {

  /** A mark that stands for no rows in particular. */
  Mark(Shape area, Point2D anchor, String text) {
    this(area, anchor, text, List.of());
  }
}

package org.shareexplorer.chart;

import java.util.ArrayList;
import java.util.List;
import org.shareexplorer.engine.Histogram.Point;

/** Density curves as they are drawn. */
final class Curves {

  private Curves() {}

  /**
   * {@return the part of a curve that lies over the values themselves} A kernel reaches beyond
   * them: where amounts are never negative, a curve below zero would tell of some that are.
   *
   * @param curve in ascending order; may be empty
   */
  static List<Point> within(List<Point> curve, double least, double greatest) {
    List<Point> part = new ArrayList<>();
    Point before = null;
    for (Point point : curve) {
      for (double end : new double[] {least, greatest}) {
        if (before != null && before.x() < end && end < point.x()) {
          double share = (end - before.x()) / (point.x() - before.x());
          part.add(new Point(end, before.y() + (point.y() - before.y()) * share));
        }
      }
      if (point.x() >= least && point.x() <= greatest) {
        part.add(point);
      }
      before = point;
    }
    return part;
  }
}

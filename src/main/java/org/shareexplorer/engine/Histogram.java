package org.shareexplorer.engine;

import java.util.List;

/**
 * The spread of a column's values, exact over all rows.
 *
 * @param edges the bins' edges, one more than there are bins; empty if no value could be placed
 * @param counts rows per bin: lower edge included, upper edge excluded, but for the last bin, which
 *     includes both
 * @param density the density curve (Gaussian kernel, Scott's bandwidth, computed on a grid of 1,024
 *     cells or more), its area 1; empty if not asked for, or if the values do not differ
 * @param rows all rows
 * @param nulls rows without a value
 * @param notPlaced rows whose value has no place on the axis: NaN and infinities, and values of
 *     zero and below on a logarithmic one
 */
public record Histogram(
    List<Double> edges,
    List<Long> counts,
    List<Point> density,
    long rows,
    long nulls,
    long notPlaced) {

  /** A point of the density curve. */
  public record Point(double x, double y) {}
}

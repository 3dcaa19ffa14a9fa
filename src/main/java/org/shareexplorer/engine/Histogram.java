package org.shareexplorer.engine;

import java.math.BigDecimal;
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
 * @param cuts the edges with all the digits by which values were told apart; those of long integers
 *     and wide decimals may be equal as floating point numbers
 */
public record Histogram(
    List<Double> edges,
    List<Long> counts,
    List<Point> density,
    long rows,
    long nulls,
    long notPlaced,
    List<BigDecimal> cuts) {

  /** One whose edges have all their digits. */
  public Histogram(
      List<Double> edges,
      List<Long> counts,
      List<Point> density,
      long rows,
      long nulls,
      long notPlaced) {
    this(
        edges,
        counts,
        density,
        rows,
        nulls,
        notPlaced,
        edges.stream().map(edge -> BigDecimal.valueOf(edge)).toList());
  }

  /** A point of the density curve. */
  public record Point(double x, double y) {}
}

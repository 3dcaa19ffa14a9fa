package org.shareexplorer.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Boxes after Tukey, exact over all rows. Quartiles interpolate linearly between neighbours (as
 * pandas, numpy and DuckDB's {@code quantile_cont} do); whiskers end at the outermost values within
 * 1.5 times the distance of the quartiles.
 *
 * @param boxes one per group, the group with the most rows first
 * @param groupsLeftOut groups that were not kept
 * @param densities for each box, the density curve of its values as {@link Histogram#density} has
 *     it; empty if not asked for
 */
public record BoxPlot(List<Box> boxes, long groupsLeftOut, List<List<Histogram.Point>> densities) {

  /** Boxes without density curves. */
  public BoxPlot(List<Box> boxes, long groupsLeftOut) {
    this(boxes, groupsLeftOut, List.of());
  }

  /**
   * One group's box. Its figures are NaN if the group has no value. A whisker that would end within
   * the box ends at its side.
   *
   * @param group the group's value, or null for rows without one, or for all rows together
   * @param count rows with a value
   * @param nulls rows without a value, or with NaN or an infinity
   * @param outlierCount values beyond the whiskers
   * @param outliers those of them to draw: distinct, outermost first, at most 200
   */
  public record Box(
      @Nullable Object group,
      long count,
      long nulls,
      double min,
      double lowerWhisker,
      double q1,
      double median,
      double mean,
      double q3,
      double upperWhisker,
      double max,
      long outlierCount,
      List<Double> outliers) {}
}

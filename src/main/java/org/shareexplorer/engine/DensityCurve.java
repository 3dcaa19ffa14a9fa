package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.shareexplorer.engine.Histogram.Point;

/**
 * A Gaussian kernel density estimate of values that were counted into cells of equal width, each
 * value standing in the middle of its cell.
 */
final class DensityCurve {

  /** Into how many cells values are counted. */
  static final int CELLS = 1_024;

  private static final int POINTS = 200;

  /** Beyond so many bandwidths a kernel is as good as zero. */
  private static final int REACH = 4;

  private DensityCurve() {}

  /**
   * {@return points of the curve at equal distances, from where it rises to where it has fallen}
   *
   * @param cells values per cell; at least two values in all
   * @param least lower edge of the first cell
   * @param greatest upper edge of the last cell, above {@code least}
   * @param deviation standard deviation of the sample
   */
  static List<Point> of(long[] cells, double least, double greatest, double deviation) {
    double half = greatest / 2 - least / 2;
    double count = Arrays.stream(cells).sum();
    double scott = deviation * Math.pow(count, -0.2);
    // With a narrower kernel, peaks would fall between the points.
    double bandwidth = Math.max(scott, half / (POINTS / 2 - 1 - REACH));
    double first = least - REACH * bandwidth;
    double step = 2 * ((half + REACH * bandwidth) / (POINTS - 1));
    double cell = 2 * (half / cells.length);
    double height = 1 / (bandwidth * Math.sqrt(2 * Math.PI));
    List<Point> points = new ArrayList<>(POINTS);
    for (int i = 0; i < POINTS; i++) {
      double x = first + i * step;
      double y = 0;
      for (int c = 0; c < cells.length; c++) {
        double distance = (x - least - (c + 0.5) * cell) / bandwidth;
        y += cells[c] / count * Math.exp(-distance * distance / 2);
      }
      points.add(new Point(x, y * height));
    }
    return points;
  }
}

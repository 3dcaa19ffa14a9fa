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

  /** {@return the curve of values in ascending stretches; empty if they do not differ} */
  static List<Point> of(List<Stretch> stretches) {
    double least = stretches.getFirst().least();
    double greatest = stretches.getLast().greatest();
    double half = greatest / 2 - least / 2;
    if (!(half > 0)) {
      return List.of();
    }
    long[] cells = new long[CELLS];
    for (Stretch stretch : stretches) {
      double part = (stretch.middle() / 2 - least / 2) / half;
      cells[Math.clamp((long) (part * CELLS), 0, CELLS - 1)] += stretch.count();
    }
    return of(cells, least, greatest);
  }

  /**
   * {@return points of the curve at equal distances, from where it rises to where it has fallen}
   *
   * @param cells values per cell; at least two values in all
   * @param least lower edge of the first cell
   * @param greatest upper edge of the last cell, above {@code least}
   */
  static List<Point> of(long[] cells, double least, double greatest) {
    double half = greatest / 2 - least / 2;
    double count = Arrays.stream(cells).sum();
    double deviation = 2 * (half * deviation(cells, count));
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

  /** Of the sample (n − 1), where the cells reach from 0 to 1. */
  private static double deviation(long[] cells, double count) {
    double sum = 0;
    for (int c = 0; c < cells.length; c++) {
      sum += cells[c] * (c + 0.5);
    }
    double mean = sum / count;
    double squares = 0;
    for (int c = 0; c < cells.length; c++) {
      squares += cells[c] * (c + 0.5 - mean) * (c + 0.5 - mean);
    }
    return Math.sqrt(squares / (count - 1)) / cells.length;
  }
}

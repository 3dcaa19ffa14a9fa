package org.shareexplorer.engine;

import java.util.List;

/**
 * Pairs of values, exact over all rows.
 *
 * @param points every pair, ordered by x, then y; empty if they were too many to tell
 * @param hexagons the pairs counted into hexagons; empty if points are told
 * @param rows all rows
 * @param placed the number of pairs; in all other rows, one of the two is null, NaN or infinite, or
 *     has no place on a logarithmic scale
 */
public record Pairs(List<Point> points, Honeycomb hexagons, long rows, long placed) {

  /** A pair of values. */
  public record Point(double x, double y) {}

  /**
   * Hexagons that stand on a corner, in rows that are shifted by half a hexagon against each other.
   * On a logarithmic scale all numbers are decimal logarithms.
   *
   * @param cells the hexagons that have pairs
   * @param width a hexagon's width, the distance between two centres of a row
   * @param height the distance between a row and the next but one; a hexagon is two thirds of it
   *     high
   */
  public record Honeycomb(List<Hexagon> cells, double width, double height) {

    static final Honeycomb NONE = new Honeycomb(List.of(), 0, 0);
  }

  /**
   * One hexagon.
   *
   * @param x its centre
   * @param y its centre
   * @param count how many pairs lie nearer to its centre than to any other
   */
  public record Hexagon(double x, double y, long count) {}
}

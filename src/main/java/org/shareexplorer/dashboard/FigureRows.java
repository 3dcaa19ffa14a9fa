package org.shareexplorer.dashboard;

/**
 * How a few big figures stand: in as many rows as give them the largest type, in one where that
 * makes no difference.
 *
 * @param rows how many rows there are; the last one may have fewer figures
 * @param columns how many figures stand beside each other
 * @param size of their type, in points
 */
public record FigureRows(int rows, int columns, double size) {

  /** Between figures that stand beside each other, and between rows, in points. */
  private static final double BETWEEN = 30;

  private static final double APART = 12;

  /**
   * {@return how figures stand in some room}
   *
   * @param count how many figures there are
   * @param width the room's, in points
   * @param height the room's, in points
   * @param widest how wide the longest figure is in type of one point
   * @param high how high a figure is in type of one point
   * @param name how high a name below a figure is, in points
   * @param most the largest size of type wanted
   */
  public static FigureRows of(
      int count,
      double width,
      double height,
      double widest,
      double high,
      double name,
      double most) {
    FigureRows best = null;
    for (int rows = 1; rows <= count; rows++) {
      int columns = (count + rows - 1) / rows;
      double across = (width / columns - BETWEEN) / widest;
      double down = (height / rows - name - (rows > 1 ? APART : 0)) / high;
      FigureRows next = new FigureRows(rows, columns, Math.min(most, Math.min(across, down)));
      if ((rows - 1) * columns < count && (best == null || next.size > best.size + 0.5)) {
        best = next;
      }
    }
    return best == null ? new FigureRows(1, 1, most) : best;
  }
}

package org.shareexplorer.chart;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ui.RectangleEdge;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Grouped.Group;

/** What the bars of a chart tell, and where they are. */
final class BarMarks {

  private final BarChart chart;
  private final KeyTable table;
  private final FigureFormat format;
  private final boolean stacked;
  private final boolean shares;

  /**
   * @param stacked whether the parts of a bar stand one after the other
   * @param shares whether they do so as parts of a whole
   */
  BarMarks(BarChart chart, KeyTable table, FigureFormat format, boolean stacked, boolean shares) {
    this.chart = chart;
    this.table = table;
    this.format = format;
    this.stacked = stacked;
    this.shares = shares;
  }

  List<Mark> of(Rectangle2D area, TickAxis across) {
    List<Mark> marks = new ArrayList<>();
    double row = area.getHeight() / Math.max(1, table.rows().size());
    for (int r = 0; r < table.rows().size(); r++) {
      double top = area.getY() + r * row;
      marks.addAll(stacked ? stack(area, across, r, top, row) : side(area, across, r, top, row));
    }
    return marks;
  }

  private List<Mark> side(Rectangle2D area, TickAxis across, int r, double top, double row) {
    List<Mark> marks = new ArrayList<>();
    int parts = table.columns().size();
    double filled = parts == 1 ? 1 : BarPlot.FILLED;
    double height = row * filled / parts;
    double start = top + row * (1 - filled) / 2;
    for (int c = 0; c < parts; c++) {
      double y = start + c * height;
      double place = table.place(table.rows().get(r), table.columns().get(c));
      double x = across.valueToJava2D(Double.isNaN(place) ? 0 : place, area, RectangleEdge.BOTTOM);
      mark(
          marks,
          r,
          c,
          new Rectangle2D.Double(area.getX(), y, area.getWidth(), height),
          new Point2D.Double(Math.clamp(x, area.getX(), area.getMaxX()), y + height / 2));
    }
    return marks;
  }

  private List<Mark> stack(Rectangle2D area, TickAxis across, int r, double top, double row) {
    List<Mark> marks = new ArrayList<>();
    Grouped.Key key = table.rows().get(r);
    double total = 0;
    for (Grouped.Key column : table.columns()) {
      total += Math.abs(finite(table.place(key, column)));
    }
    double below = 0;
    double above = 0;
    for (int c = 0; c < table.columns().size(); c++) {
      double value = finite(table.place(key, table.columns().get(c)));
      double length = shares ? (total == 0 ? 0 : value / total) : value;
      double from = length < 0 ? below : above;
      below += Math.min(0, length);
      above += Math.max(0, length);
      double left = across.valueToJava2D(from, area, RectangleEdge.BOTTOM);
      double right = across.valueToJava2D(from + length, area, RectangleEdge.BOTTOM);
      Rectangle2D part =
          new Rectangle2D.Double(Math.min(left, right), top, Math.abs(right - left), row)
              .createIntersection(area);
      if (!part.isEmpty()) {
        mark(marks, r, c, part, new Point2D.Double(part.getCenterX(), top + row / 2));
      }
    }
    return marks;
  }

  private static double finite(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private void mark(List<Mark> marks, int r, int c, Rectangle2D area, Point2D anchor) {
    Grouped.Key row = table.rows().get(r);
    Grouped.Key column = table.columns().get(c);
    Optional<Group> group = table.at(row, column);
    if (group.isEmpty()) {
      return;
    }
    boolean split = chart.spec().split() != null;
    String figure = format.text(group.get().totals().getFirst());
    boolean rows = chart.spec().quantity().column() == null;
    List<Picked> picked = new ArrayList<>(Picked.of(chart.spec().category(), row));
    String by = chart.spec().split();
    if (by != null) {
      picked.addAll(Picked.of(by, column));
    }
    boolean whole = picked.size() == (split ? 2 : 1);
    marks.add(
        new Mark(
            area,
            anchor,
            chart.label(row)
                + (split ? " · " + chart.part(column) : "")
                + "\n"
                + (rows
                    ? Figures.counted(group.get().rows(), "row")
                    : chart.spec().quantity().title().toLowerCase(java.util.Locale.ROOT)
                        + " "
                        + figure
                        + "\n"
                        + Figures.counted(group.get().rows(), "row")),
            whole ? picked : List.of()));
  }
}

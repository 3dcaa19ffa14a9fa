package org.shareexplorer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/** Draws what a person has noted on a chart, above the figures. */
final class AnnotationLayer {

  private static final BasicStroke DASHED =
      new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);
  private static final double HEIGHT = 17;
  private static final double PAD = 5;
  private static final double LONGEST = 260;

  private final Graphics2D g2;
  private final ChartTheme theme;
  private final Plotted plotted;
  private final Drawn drawn;
  private final Rectangle2D area;

  /** Where labels stand already. */
  private final List<Rectangle2D> taken = new ArrayList<>();

  AnnotationLayer(Graphics2D g2, ChartTheme theme, Plotted plotted, Drawn drawn) {
    this.g2 = g2;
    this.theme = theme;
    this.plotted = plotted;
    this.drawn = drawn;
    this.area = drawn.plot();
  }

  void draw(List<Annotation> annotations) {
    if (area.isEmpty()) {
      return;
    }
    Shape before = g2.getClip();
    g2.setFont(ChartFonts.LABEL);
    for (Annotation annotation : annotations) {
      if (annotation instanceof Annotation.Band band) {
        draw(band);
      }
    }
    for (Annotation annotation : annotations) {
      switch (annotation) {
        case Annotation.Band _ -> {}
        case Annotation.Line line -> draw(line);
        case Annotation.Words words -> draw(words);
      }
    }
    g2.setClip(before);
  }

  /** {@return a plot whose axes reach as far as its lines, those far beyond the figures aside} */
  static Plotted reaching(Plotted plotted, List<Annotation> annotations) {
    Span whole = plotted.whole();
    for (Annotation annotation : annotations) {
      if (annotation instanceof Annotation.Line line) {
        Optional<TickAxis> axis = axis(plotted, line.axis());
        double place = place(axis, line.at());
        if (axis.isPresent() && Double.isFinite(place)) {
          Span reached = reached(axis.get().span(), place);
          axis.get().setRange(reached.from(), reached.to());
          whole = line.axis() == Annotation.Axis.ACROSS ? reached : whole;
        }
      }
    }
    return new Plotted(plotted.plot(), plotted.across(), whole, plotted.marks(), plotted.legend());
  }

  private static Span reached(Span span, double place) {
    double air = span.length() * 0.05;
    boolean near =
        place >= span.from() - 2 * span.length() && place <= span.to() + 2 * span.length();
    return !near || (place >= span.from() && place <= span.to())
        ? span
        : new Span(Math.min(span.from(), place - air), Math.max(span.to(), place + air));
  }

  private void draw(Annotation.Line line) {
    double place = place(line.axis(), line.at());
    boolean across = line.axis() == Annotation.Axis.ACROSS;
    if (!within(place, across)) {
      return;
    }
    g2.setPaint(theme.text());
    g2.setStroke(DASHED);
    if (across) {
      g2.draw(new Line2D.Double(place, area.getY(), place, area.getMaxY()));
      label(line.label(), place + 3, area.getY(), place - 3);
    } else {
      g2.draw(new Line2D.Double(area.getX(), place, area.getMaxX(), place));
      label(line.label(), area.getMaxX() + 1, place - HEIGHT - 1, area.getMaxX());
    }
  }

  private void draw(Annotation.Band band) {
    double one = place(band.axis(), band.from());
    double other = place(band.axis(), band.to());
    if (Double.isNaN(one) || Double.isNaN(other)) {
      return;
    }
    double from = Math.min(one, other);
    double length = Math.abs(other - one);
    boolean across = band.axis() == Annotation.Axis.ACROSS;
    Rectangle2D whole =
        across
            ? new Rectangle2D.Double(from, area.getY(), length, area.getHeight())
            : new Rectangle2D.Double(area.getX(), from, area.getWidth(), length);
    Rectangle2D seen = whole.createIntersection(area);
    if (seen.isEmpty()) {
      return;
    }
    g2.setPaint(faint(theme.text(), 26));
    g2.fill(seen);
    label(band.label(), seen.getX() + 3, seen.getY() + 1, seen.getMaxX() - 3);
  }

  private void draw(Annotation.Words words) {
    Optional<Mark> found =
        drawn.marks().stream()
            .filter(mark -> means(mark, words.beside()))
            .findFirst()
            .or(() ->
                drawn.marks().stream()
                    .filter(mark -> begins(mark, words.beside().strip()))
                    .findFirst());
    if (found.isEmpty() || words.label().isBlank()) {
      return;
    }
    double x = found.get().anchor().getX();
    double y = found.get().anchor().getY();
    boolean bars = plotted.plot() instanceof CategoryPlot;
    label(
        words.label(), x + 6 + figure(found.get()), bars ? y - HEIGHT / 2 : y - HEIGHT - 6, x - 6);
  }

  private static boolean means(Mark mark, String name) {
    String first = mark.text().lines().findFirst().orElse("");
    return first.equals(name)
        || mark.picked().stream()
            .anyMatch(picked ->
                switch (picked) {
                  case Picked.Value(var _, var value) -> KeyText.of(value).equals(name);
                  case Picked.Days days -> days.first().toString().equals(name);
                  case Picked.Between _ -> false;
                });
  }

  private static boolean begins(Mark mark, String name) {
    return !name.isEmpty() && mark.text().regionMatches(true, 0, name, 0, name.length());
  }

  /** {@return how much room the figure beside a bar takes} */
  private double figure(Mark mark) {
    if (plotted.plot() instanceof CategoryPlot plot && plot.getRenderer() != null) {
      CategoryItemLabelGenerator figures = plot.getRenderer().getDefaultItemLabelGenerator();
      double row = (mark.anchor().getY() - area.getY()) / area.getHeight();
      int bar = (int) (row * plot.getDataset().getColumnCount());
      if (figures != null && bar >= 0 && bar < plot.getDataset().getColumnCount()) {
        return GroupName.width(figures.generateLabel(plot.getDataset(), 0, bar));
      }
    }
    return 0;
  }

  private static Optional<TickAxis> axis(Plotted plotted, Annotation.Axis axis) {
    return axis == Annotation.Axis.ACROSS
        ? Optional.of(plotted.across())
        : plotted.plot() instanceof XYPlot plot && plot.getRangeAxis() instanceof TickAxis up
            ? Optional.of(up)
            : Optional.empty();
  }

  private static double place(Optional<TickAxis> axis, String text) {
    return axis.flatMap(meant -> Position.of(text).map(meant::place)).orElse(Double.NaN);
  }

  /** {@return where a value of an axis is in the picture; not a number if it is nowhere} */
  private double place(Annotation.Axis axis, String text) {
    Optional<TickAxis> meant = axis(plotted, axis);
    double value = place(meant, text);
    return Double.isFinite(value)
        ? meant
            .orElseThrow()
            .valueToJava2D(
                value,
                area,
                axis == Annotation.Axis.ACROSS ? RectangleEdge.BOTTOM : RectangleEdge.LEFT)
        : Double.NaN;
  }

  private boolean within(double place, boolean across) {
    return across
        ? place >= area.getX() - 0.5 && place <= area.getMaxX() + 0.5
        : place >= area.getY() - 0.5 && place <= area.getMaxY() + 0.5;
  }

  /**
   * Writes a label, below others that stand there already.
   *
   * @param x where it begins
   * @param other where it ends if it would leave the picture otherwise
   */
  private void label(String text, double x, double y, double other) {
    if (text.isBlank()) {
      return;
    }
    String shown = GroupName.shortened(text, Math.min(LONGEST, area.getWidth()));
    double width = GroupName.width(shown) + 2 * PAD;
    double left = x + width > area.getMaxX() + TickAxis.MARGIN ? other - width : x;
    Rectangle2D place =
        new Rectangle2D.Double(
            Math.max(area.getX(), left), Math.max(area.getY() - 2, y), width, HEIGHT);
    for (Rectangle2D before : taken) {
      if (before.intersects(place) && before.getMaxY() + HEIGHT < area.getMaxY()) {
        place =
            new Rectangle2D.Double(place.getX(), before.getMaxY() + 2, place.getWidth(), HEIGHT);
      }
    }
    taken.add(place);
    g2.setPaint(faint(theme.background(), 225));
    g2.fill(
        new RoundRectangle2D.Double(
            place.getX(), place.getY(), place.getWidth(), place.getHeight(), 6, 6));
    g2.setPaint(theme.text());
    g2.drawString(shown, (float) (place.getX() + PAD), (float) (place.getY() + 12.5));
  }

  private static Color faint(Color colour, int alpha) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
  }
}

package org.shareexplorer.chart;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;

/** An axis whose labels never touch each other and never leave the picture. */
final class TickAxis extends NumberAxis {

  private static final long serialVersionUID = 1L;

  /** Room beside the plot into which a label may reach. */
  static final double MARGIN = 20;

  private static final double GAP = 14;
  private static final double ROW = 42;
  private static final double LONGEST_NAME = 200;

  private final transient Ticks ticks;
  private final double row;

  TickAxis(ChartTheme theme, Ticks ticks, Span span) {
    this(theme, ticks, span, ROW);
  }

  /**
   * @param row how far labels of a vertical axis are apart at least
   */
  TickAxis(ChartTheme theme, Ticks ticks, Span span, double row) {
    super(null);
    this.ticks = ticks;
    this.row = row;
    setRange(span.from(), span.to());
    setTickLabelFont(ChartFonts.LABEL);
    setTickLabelPaint(theme.softText());
    setTickMarksVisible(false);
    setAxisLineVisible(false);
    setAutoRange(false);
  }

  /** {@return this, with a name of what is measured along it} */
  TickAxis titled(String name) {
    setLabel(GroupName.shortened(name, LONGEST_NAME));
    setLabelFont(ChartFonts.LABEL);
    setLabelPaint(getTickLabelPaint());
    setLabelInsets(new RectangleInsets(3, 3, 3, 3));
    return this;
  }

  /** {@return the part that is shown} */
  Span span() {
    return new Span(getLowerBound(), getUpperBound());
  }

  /** {@return where a value or day stands on it; not a number if it has no place here} */
  double place(Position position) {
    return ticks.place(position);
  }

  @Override
  @SuppressWarnings("rawtypes") // as inherited
  public List refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    return RectangleEdge.isTopOrBottom(edge)
        ? horizontal(g2, dataArea, edge)
        : vertical(dataArea.getHeight());
  }

  private List<NumberTick> vertical(double length) {
    int most = (int) Math.max(2, length / row);
    return ticks.over(getLowerBound(), getUpperBound(), most).stream()
        .map(tick -> tick(tick, TextAnchor.CENTER_RIGHT))
        .toList();
  }

  private List<NumberTick> horizontal(Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
    List<NumberTick> thinned = List.of();
    List<Ticks.Tick> fewest = List.of();
    // One label alone tells no scale: two are tried for where there is room for one by the rule.
    for (int most = (int) Math.max(4, area.getWidth() / 50); most > 0; most = most * 4 / 5) {
      List<Ticks.Tick> wanted = ticks.over(getLowerBound(), getUpperBound(), most);
      Optional<List<NumberTick>> placed = placed(wanted, g2, area, edge);
      if (placed.isPresent()) {
        return wanted.size() > 1 ? placed.get() : thinned.isEmpty() ? placed.get() : thinned;
      }
      List<Ticks.Tick> others =
          IntStream.range(0, wanted.size()).filter(i -> i % 2 == 0).mapToObj(wanted::get).toList();
      fewest = wanted.subList(0, Math.min(1, wanted.size()));
      thinned = others.size() < 2 ? thinned : placed(others, g2, area, edge).orElse(thinned);
    }
    return thinned.isEmpty() ? placed(fewest, g2, area, edge).orElse(List.of()) : thinned;
  }

  /** The ticks at their places, if their labels stay clear of each other. */
  private Optional<List<NumberTick>> placed(
      List<Ticks.Tick> wanted, Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
    List<NumberTick> placed = new ArrayList<>();
    double end = Double.NEGATIVE_INFINITY;
    for (Ticks.Tick tick : wanted) {
      double x = valueToJava2D(tick.position(), area, edge);
      double half = width(g2, tick.label()) / 2;
      boolean last = x + half > area.getMaxX() + MARGIN;
      boolean first = !last && x - half < area.getX() - MARGIN;
      double start = last ? x - 2 * half : first ? x : x - half;
      if (start < end) {
        return Optional.empty();
      }
      end = start + 2 * half + GAP;
      placed.add(
          tick(
              tick,
              last ? TextAnchor.TOP_RIGHT : first ? TextAnchor.TOP_LEFT : TextAnchor.TOP_CENTER));
    }
    return Optional.of(placed);
  }

  private double width(Graphics2D g2, String text) {
    FontRenderContext context = g2.getFontRenderContext();
    return getTickLabelFont().getStringBounds(text, context).getWidth();
  }

  private static NumberTick tick(Ticks.Tick tick, TextAnchor anchor) {
    return new NumberTick(tick.position(), tick.label(), anchor, TextAnchor.CENTER, 0);
  }
}

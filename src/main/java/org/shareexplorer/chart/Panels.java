package org.shareexplorer.chart;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.XYPlot;

/** Draws the charts of several groups beside each other, on the same axes. */
final class Panels {

  private static final double NAME = 18;
  private static final double GAP = 10;

  private final MultiplesChart chart;
  private final ChartSpec spec;
  private final ChartTheme theme;
  private final int columns;
  private final int rows;

  /**
   * @param spec what is shown, with what is noted on each panel
   */
  Panels(MultiplesChart chart, ChartSpec spec, ChartTheme theme) {
    this.chart = chart;
    this.spec = spec;
    this.theme = theme;
    int panels = Math.max(1, chart.panels().size());
    columns = (int) Math.ceil(Math.sqrt(panels));
    rows = (panels + columns - 1) / columns;
  }

  /** {@return what the panels' marks tell; panels cannot be zoomed into} */
  List<Mark> draw(Graphics2D g2, Rectangle2D area) {
    double width = (area.getWidth() - GAP * (columns - 1)) / columns;
    double height = (area.getHeight() - GAP * (rows - 1)) / rows;
    List<Plotted> plots =
        chart.panels().stream()
            .map(panel -> picture(panel, Optional.empty()).plotted(width))
            .toList();
    Optional<Span> across = common(plots.stream().map(Plotted::whole));
    Optional<Span> up =
        common(plots.stream().flatMap(plotted -> up(plotted).stream()).map(Panels::span));
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < chart.panels().size(); i++) {
      int column = i % columns;
      double x = area.getX() + column * (width + GAP);
      int row = i / columns;
      double y = area.getY() + row * (height + GAP);
      MultiplesChart.Panel panel = chart.panels().get(i);
      g2.setFont(ChartFonts.LABEL);
      g2.setPaint(theme.text());
      g2.drawString(GroupName.shortened(panel.label(), width), (float) x, (float) (y + 12));
      AffineTransform before = g2.getTransform();
      g2.translate(x, y + NAME);
      Drawn drawn =
          picture(panel, across)
              .draw(
                  g2,
                  width,
                  Math.max(1, height - NAME),
                  plotted -> {
                    plotted.untitle();
                    fit(plotted, up);
                  });
      g2.setTransform(before);
      drawn.marks().forEach(mark -> marks.add(moved(mark, panel, x, y + NAME)));
    }
    return marks;
  }

  private ChartPicture picture(MultiplesChart.Panel panel, Optional<Span> across) {
    Chart noted =
        spec instanceof AnnotatedSpec annotated
            ? new AnnotatedChart(annotated, panel.chart())
            : panel.chart();
    return new ChartPicture(noted, theme, false, across);
  }

  private static Optional<ValueAxis> up(Plotted plotted) {
    return plotted.plot() instanceof XYPlot plot
        ? Optional.of(plot.getRangeAxis())
        : Optional.empty();
  }

  private static Span span(ValueAxis axis) {
    return new Span(axis.getLowerBound(), axis.getUpperBound());
  }

  private static Optional<Span> common(Stream<Span> spans) {
    BinaryOperator<Span> both =
        (one, other) ->
            new Span(Math.min(one.from(), other.from()), Math.max(one.to(), other.to()));
    return spans.reduce(both);
  }

  private static void fit(Plotted plotted, Optional<Span> up) {
    up.ifPresent(span -> up(plotted).ifPresent(axis -> axis.setRange(span.from(), span.to())));
  }

  private Mark moved(Mark mark, MultiplesChart.Panel panel, double x, double y) {
    List<Picked> picked = new ArrayList<>(mark.picked());
    if (!picked.isEmpty()) {
      picked.add(new Picked.Value(chart.spec().by(), panel.value()));
    }
    return new Mark(
        moved(mark.area(), x, y),
        new Point2D.Double(mark.anchor().getX() + x, mark.anchor().getY() + y),
        panel.label() + "\n" + mark.text(),
        picked);
  }

  private static Shape moved(Shape area, double x, double y) {
    return area instanceof Rectangle2D box
        ? new Rectangle2D.Double(box.getX() + x, box.getY() + y, box.getWidth(), box.getHeight())
        : AffineTransform.getTranslateInstance(x, y).createTransformedShape(area);
  }
}

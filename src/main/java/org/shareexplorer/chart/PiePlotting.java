package org.shareexplorer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.labels.PieSectionLabelGenerator;
import org.jfree.chart.plot.PieLabelLinkStyle;
import org.jfree.chart.plot.PiePlot;
import org.jfree.chart.plot.RingPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.general.DefaultPieDataset;
import org.jfree.data.general.PieDataset;
import org.shareexplorer.engine.Grouped.Group;

/** Lays a pie out, the largest part from the top on clockwise, names beside the parts. */
final class PiePlotting {

  private final PieChart chart;
  private final List<Group> parts;

  private PiePlotting(PieChart chart) {
    this.chart = chart;
    parts = chart.emptiness().isPresent() ? List.of() : chart.parts();
  }

  static Plotted of(PieChart chart, ChartTheme theme, double width) {
    return new PiePlotting(chart).plotted(theme, width);
  }

  private Plotted plotted(ChartTheme theme, double width) {
    DefaultPieDataset<GroupName> dataset = new DefaultPieDataset<>();
    PiePlot<GroupName> plot = plain();
    for (int i = 0; i < parts.size(); i++) {
      Group part = parts.get(i);
      GroupName name =
          new GroupName(i, GroupName.shortened(chart.label(part), NamesAxis.WIDTH * width));
      dataset.setValue(name, PieChart.size(part));
      plot.setSectionPaint(name, theme.series(i, part.keys().getFirst()));
      plot.setSectionOutlinePaint(name, theme.background());
      plot.setSectionOutlineStroke(name, new BasicStroke(1.5f));
    }
    plot.setDataset(dataset);
    if (plot instanceof RingPlot ring) {
      ring.setSectionDepth(0.42);
      ring.setSeparatorsVisible(false);
    }
    plot.setSectionOutlinesVisible(true);
    plot.setShadowPaint(null);
    plot.setLabelGenerator(names());
    plot.setLabelFont(ChartFonts.LABEL);
    plot.setLabelPaint(theme.softText());
    plot.setLabelBackgroundPaint(null);
    plot.setLabelOutlinePaint(null);
    plot.setLabelShadowPaint(null);
    plot.setLabelLinkPaint(theme.line());
    plot.setLabelLinkStyle(PieLabelLinkStyle.STANDARD);
    plot.setMaximumLabelWidth(NamesAxis.WIDTH);
    plot.setInteriorGap(0.02);
    plot.setLabelGap(0.02);
    plot.setBackgroundPaint(new Color(0, 0, 0, 0));
    Plotted.plain(plot);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    Span none = new Span(0, 1);
    return new Plotted(plot, new TickAxis(theme, Ticks.NUMBERS, none), none, this::marks);
  }

  @SuppressWarnings("unchecked") // a ring's keys are of no type
  private PiePlot<GroupName> plain() {
    return chart.spec().ring() ? new RingPlot() : new PiePlot<>();
  }

  @SuppressWarnings("rawtypes") // as inherited
  private PieSectionLabelGenerator names() {
    return new PieSectionLabelGenerator() {
      @Override
      public String generateSectionLabel(PieDataset dataset, Comparable key) {
        return key instanceof GroupName name
            ? name + "  " + chart.share(parts.get(name.place()))
            : "";
      }

      @Override
      public java.text.@org.jspecify.annotations.Nullable AttributedString
          generateAttributedSectionLabel(PieDataset dataset, Comparable key) {
        return null;
      }
    };
  }

  /** A pie's parts have no boxes to point at: their places are at the middle of their arcs. */
  private List<Mark> marks(Rectangle2D area) {
    double whole = parts.stream().mapToDouble(PieChart::size).sum();
    double radius = Math.min(area.getWidth(), area.getHeight()) / 2;
    double at = 0;
    List<Mark> marks = new ArrayList<>();
    for (Group part : parts) {
      double share = PieChart.size(part) / whole;
      double angle = Math.PI / 2 - (at + share / 2) * 2 * Math.PI;
      at += share;
      double x = area.getCenterX() + Math.cos(angle) * radius * 0.6;
      double y = area.getCenterY() - Math.sin(angle) * radius * 0.6;
      double half = Math.clamp(radius * share * 1.6, 6, radius * 0.4);
      marks.add(
          new Mark(
              new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half),
              new Point2D.Double(x, y),
              "%s\n%s · %s\n%s"
                  .formatted(
                      chart.label(part),
                      Quantities.text(part.totals().getFirst()),
                      chart.share(part),
                      Figures.counted(part.rows(), "row")),
              Picked.of(chart.spec().category(), part.keys().getFirst())));
    }
    return marks;
  }
}

package org.shareexplorer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
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

  /** Else a share beside letters that run to the left would be read as a part of them. */
  private static final String LEFT_TO_RIGHT = "\u200e";

  private static final double SHORTEST_NAME = 30;

  private static final double NARROW = 420;

  /** Between a name and its share, and around them. */
  private static final double BETWEEN = 16;

  /** How much of its radius a ring takes. */
  private static final double DEPTH = 0.42;

  private final PieChart chart;
  private final List<Group> parts;
  private final FigureFormat format;

  /** Where the pie is, once it is drawn. */
  private Rectangle2D pie = new Rectangle2D.Double();

  private PiePlotting(PieChart chart, FigureFormat format) {
    this.format = format;
    this.chart = chart;
    parts = chart.emptiness().isPresent() ? List.of() : chart.parts();
  }

  static Plotted of(PieChart chart, FigureFormat format, ChartTheme theme, double width) {
    return new PiePlotting(chart, format).plotted(theme, width);
  }

  private Plotted plotted(ChartTheme theme, double width) {
    DefaultPieDataset<GroupName> dataset = new DefaultPieDataset<>();
    PiePlot<GroupName> plot = plain();
    for (int i = 0; i < parts.size(); i++) {
      Group part = parts.get(i);
      GroupName name = new GroupName(i, GroupName.shortened(chart.label(part), room(part, width)));
      dataset.setValue(name, PieChart.size(part));
      plot.setSectionPaint(name, theme.series(i, part.keys().getFirst()));
      plot.setSectionOutlinePaint(name, theme.background());
      plot.setSectionOutlineStroke(name, new BasicStroke(1.5f));
    }
    plot.setDataset(dataset);
    if (plot instanceof RingPlot ring) {
      ring.setSectionDepth(DEPTH);
      ring.setSeparatorsVisible(false);
    }
    // A whole of one part is not cut.
    plot.setSectionOutlinesVisible(parts.size() > 1);
    plot.setShadowPaint(null);
    plot.setLabelGenerator(names(narrow(width) ? "\n" : "  "));
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
    return new Plotted(plot, new TickAxis(theme, Ticks.NUMBERS, none), none, _ -> marks());
  }

  /** Whether a share stands below its name, which has no room beside it. */
  private static boolean narrow(double width) {
    return width < NARROW;
  }

  /** How much room a name has beside its share: what is wider is cut within words. */
  private double room(Group part, double width) {
    double share = narrow(width) ? 0 : GroupName.width(chart.share(part));
    return Math.max(SHORTEST_NAME, NamesAxis.WIDTH * width - share - BETWEEN);
  }

  @SuppressWarnings("unchecked") // a ring's keys are of no type
  private PiePlot<GroupName> plain() {
    return chart.spec().ring() ? new Ring() : new Whole();
  }

  @SuppressWarnings("rawtypes") // as inherited
  private PieSectionLabelGenerator names(String between) {
    return new PieSectionLabelGenerator() {
      @Override
      public String generateSectionLabel(PieDataset dataset, Comparable key) {
        return key instanceof GroupName name
            ? LEFT_TO_RIGHT
                + name.text()
                + LEFT_TO_RIGHT
                + between
                + chart.share(parts.get(name.place()))
            : "";
      }

      @Override
      public java.text.@org.jspecify.annotations.Nullable AttributedString
          generateAttributedSectionLabel(PieDataset dataset, Comparable key) {
        return null;
      }
    };
  }

  /** {@return the parts, where the pie was drawn} */
  private List<Mark> marks() {
    double whole = parts.stream().mapToDouble(PieChart::size).sum();
    boolean ring = chart.spec().ring();
    double middle = ring ? 1 - DEPTH / 2 : 0.62;
    Area hole = new Area();
    if (ring) {
      double free = (1 - DEPTH) / 2;
      hole.add(
          new Area(
              new Ellipse2D.Double(
                  pie.getCenterX() - pie.getWidth() * free,
                  pie.getCenterY() - pie.getHeight() * free,
                  pie.getWidth() * 2 * free,
                  pie.getHeight() * 2 * free)));
    }
    double at = 0;
    List<Mark> marks = new ArrayList<>();
    for (Group part : parts) {
      double share = PieChart.size(part) / whole;
      double angle = Math.PI / 2 - (at + share / 2) * 2 * Math.PI;
      Area area = new Area(new Arc2D.Double(pie, 90 - at * 360, -share * 360, Arc2D.PIE));
      area.subtract(hole);
      at += share;
      marks.add(
          new Mark(
              area,
              new Point2D.Double(
                  pie.getCenterX() + Math.cos(angle) * pie.getWidth() / 2 * middle,
                  pie.getCenterY() - Math.sin(angle) * pie.getHeight() / 2 * middle),
              "%s\n%s · %s\n%s"
                  .formatted(
                      chart.label(part),
                      format.text(part.totals().getFirst()),
                      chart.share(part),
                      Figures.counted(part.rows(), "row")),
              Picked.of(chart.spec().category(), part.keys().getFirst())));
    }
    return marks;
  }

  /** A pie that tells where it was drawn. */
  private final class Whole extends PiePlot<GroupName> {
    private static final long serialVersionUID = 1L;

    @Override
    protected Rectangle2D getArcBounds(
        Rectangle2D drawn, Rectangle2D exploded, double angle, double extent, double percent) {
      pie = drawn;
      return super.getArcBounds(drawn, exploded, angle, extent, percent);
    }
  }

  /** A ring that tells where it was drawn. */
  private final class Ring extends RingPlot {
    private static final long serialVersionUID = 1L;

    @Override
    protected Rectangle2D getArcBounds(
        Rectangle2D drawn, Rectangle2D exploded, double angle, double extent, double percent) {
      pie = drawn;
      return super.getArcBounds(drawn, exploded, angle, extent, percent);
    }
  }
}

package org.shareexplorer.chart;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.shareexplorer.chart.BarSpec.Arrangement;
import org.shareexplorer.engine.Grouped;

/** Lays a bar chart out: a row per group, quantities from left to right. */
final class BarPlot {

  /** How much of a row its bars fill. */
  static final double FILLED = 0.72;

  /** With more bars, figures beside them would touch each other. */
  private static final int MOST_FIGURES = 20;

  private static final double LOWEST_TOLD = 11;

  private final BarChart chart;
  private final KeyTable table;
  private final boolean stacked;
  private final boolean shares;
  private final FigureFormat format;
  private final List<String> figures;
  private final Span whole;

  private BarPlot(BarChart chart, FigureFormat format, double width) {
    this.format = format;
    this.chart = chart;
    table = chart.table();
    boolean together = chart.spec().split() != null && chart.spec().quantity().additive();
    shares = together && chart.spec().arrangement() == Arrangement.SHARES;
    stacked = shares || (together && chart.spec().arrangement() == Arrangement.STACKED);
    figures = figures();
    whole = shares ? new Span(0, 1) : span(width);
  }

  static Plotted of(
      BarChart chart, FigureFormat format, ChartTheme theme, Optional<Span> zoom, double width) {
    return new BarPlot(chart, format, width).plotted(theme, zoom, width);
  }

  /** From zero to the longest bar, with room for the figure beside it. */
  private Span span(double width) {
    double least = 0;
    double greatest = 0;
    for (Grouped.Key row : table.rows()) {
      double below = 0;
      double above = 0;
      for (Grouped.Key column : table.columns()) {
        double place = table.place(row, column);
        double value = Double.isNaN(place) ? 0 : place;
        below = stacked ? below + Math.min(0, value) : Math.min(below, value);
        above = stacked ? above + Math.max(0, value) : Math.max(above, value);
      }
      least = Math.min(least, below);
      greatest = Math.max(greatest, above);
    }
    Span span = Plotted.fromZero(least, greatest);
    double room = labelled() ? span.length() * room(width) : 0;
    return new Span(span.from() - (least < 0 ? room : 0), span.to() + (greatest > 0 ? room : 0));
  }

  /** How much longer than its bars an axis must be for the longest figure to stand beside them. */
  private double room(double width) {
    double longest = figures.stream().mapToDouble(GroupName::width).max().orElse(0);
    double names =
        table.rows().stream().mapToDouble(row -> GroupName.width(name(row, width))).max().orElse(0);
    double bars = Math.max(1, width - names - 2 * TickAxis.MARGIN - longest);
    return Math.min(2, longest / bars);
  }

  private String name(Grouped.Key row, double width) {
    return GroupName.shortened(chart.label(row), NamesAxis.WIDTH * width);
  }

  /** {@return what stands beside the bars, row by row; nothing if there are too many} */
  private List<String> figures() {
    return !labelled()
        ? List.of()
        : Quantities.even(
                table.rows().stream()
                    .map(row ->
                        table
                            .at(row, table.columns().getFirst())
                            .map(group ->
                                format.label(Quantities.rounded(group.totals().getFirst())))
                            .orElse(""))
                    .toList())
            .stream()
            .map(figure -> " " + figure + " ")
            .toList();
  }

  private boolean labelled() {
    return table.columns().size() == 1 && table.rows().size() <= MOST_FIGURES;
  }

  private Plotted plotted(ChartTheme theme, Optional<Span> zoom, double width) {
    Ticks ticks =
        shares ? Ticks.SHARES : chart.spec().quantity().counted() ? Ticks.COUNTS : format.ticks();
    TickAxis across =
        new TickAxis(theme, ticks, zoom.orElse(whole))
            .titled((shares ? "Share of " : "") + chart.spec().quantity().title());
    DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    for (int c = 0; c < table.columns().size(); c++) {
      Grouped.Key column = table.columns().get(c);
      GroupName part = new GroupName(c, chart.part(column));
      for (int r = 0; r < table.rows().size(); r++) {
        Grouped.Key row = table.rows().get(r);
        double value = table.place(row, column);
        dataset.addValue(
            Double.isNaN(value) ? null : (Double) value, part, new GroupName(r, name(row, width)));
      }
    }
    NamesAxis names = new NamesAxis(theme);
    names.spaced(table.rows().size(), FILLED);
    CategoryPlot plot = new CategoryPlot(dataset, names, across, renderer(theme));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setRangeGridlinePaint(theme.grid());
    plot.setRangeGridlineStroke(Plotted.GRID);
    Plotted.plain(plot);
    plot.setAxisOffset(new RectangleInsets(0, 6, 4, 0));
    BarMarks marks = new BarMarks(chart, table, format, stacked, shares);
    return new Plotted(plot, across, whole, area -> marks.of(area, across), legend(theme));
  }

  private List<Plotted.Series> legend(ChartTheme theme) {
    if (chart.spec().split() == null) {
      return List.of();
    }
    List<Plotted.Series> legend = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      Grouped.Key part = table.columns().get(i);
      legend.add(new Plotted.Series(chart.part(part), theme.series(i, part)));
    }
    return legend;
  }

  private BarRenderer renderer(ChartTheme theme) {
    BarRenderer renderer = stacked ? new StackedBarRenderer(shares) : new Bars(theme);
    renderer.setBarPainter(new StandardBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setMaximumBarWidth(0.2);
    renderer.setItemMargin(0);
    boolean split = chart.spec().split() != null;
    for (int i = 0; i < table.columns().size(); i++) {
      renderer.setSeriesPaint(i, split ? theme.series(i, table.columns().get(i)) : theme.bar());
    }
    if (labelled() && !stacked) {
      renderer.setDefaultItemLabelGenerator(labels());
      renderer.setDefaultItemLabelsVisible(true);
      renderer.setDefaultItemLabelFont(ChartFonts.LABEL);
      renderer.setDefaultItemLabelPaint(theme.softText());
      renderer.setDefaultPositiveItemLabelPosition(
          new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
      renderer.setDefaultNegativeItemLabelPosition(
          new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
    }
    return renderer;
  }

  /** The bar of all other groups together is none of those that are ranked. */
  private final class Bars extends BarRenderer {
    private static final long serialVersionUID = 1L;

    private final transient ChartTheme theme;

    Bars(ChartTheme theme) {
      this.theme = theme;
    }

    /** Figures of bars that are lower than letters would touch each other. */
    @Override
    protected void drawItemLabel(
        Graphics2D g2,
        CategoryDataset data,
        int part,
        int row,
        CategoryPlot plot,
        CategoryItemLabelGenerator generator,
        Rectangle2D bar,
        boolean negative) {
      if (bar.getHeight() >= FILLED * LOWEST_TOLD) {
        super.drawItemLabel(g2, data, part, row, plot, generator, bar, negative);
      }
    }

    @Override
    public Paint getItemPaint(int part, int row) {
      return chart.spec().split() == null
              && table.rows().get(row) instanceof Grouped.Key.Others others
          ? theme.series(0, others)
          : super.getItemPaint(part, row);
    }
  }

  private CategoryItemLabelGenerator labels() {
    return new StandardCategoryItemLabelGenerator() {
      private static final long serialVersionUID = 1L;

      @Override
      public String generateLabel(CategoryDataset dataset, int part, int row) {
        return figures.get(row);
      }
    };
  }
}

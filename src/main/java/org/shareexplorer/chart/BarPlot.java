package org.shareexplorer.chart;

import java.awt.Paint;
import java.awt.geom.Point2D;
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
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.category.DefaultCategoryDataset;
import org.shareexplorer.chart.BarSpec.Arrangement;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Grouped.Group;

/** Lays a bar chart out: a row per group, quantities from left to right. */
final class BarPlot {

  /** How much of a row its bars fill. */
  private static final double FILLED = 0.72;

  /** With more bars, figures beside them would touch each other. */
  private static final int MOST_FIGURES = 20;

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
    double bars = Math.max(1, width * (1 - NamesAxis.WIDTH) - 2 * TickAxis.MARGIN - longest);
    return Math.min(1, longest / bars);
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
            Double.isNaN(value) ? null : (Double) value,
            part,
            new GroupName(r, GroupName.shortened(chart.label(row), NamesAxis.WIDTH * width)));
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
    return new Plotted(plot, across, whole, area -> marks(area, across), legend(theme));
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

  private List<Mark> marks(Rectangle2D area, TickAxis across) {
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
    double filled = parts == 1 ? 1 : FILLED;
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

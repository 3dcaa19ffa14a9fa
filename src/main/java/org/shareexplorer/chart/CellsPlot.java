package org.shareexplorer.chart;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.DefaultXYDataset;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Grouped.Group;

/** Lays coloured cells out in rows and columns. */
final class CellsPlot {

  /**
   * One cell.
   *
   * @param row its row, from the top, from 0
   * @param column its column, from the left
   * @param figure what stands in it if there is room
   * @param text what it tells
   * @param picked which rows it stands for
   */
  record Cell(int row, int column, Color colour, String figure, String text, List<Picked> picked) {}

  /** A day that is cut short is none. */
  private static final double DAY = 72;

  /** More rows are too low for figures in them. */
  private static final int MOST_TOLD = 10;

  private final List<String> rows;
  private final List<String> columns;
  private final List<Cell> cells;
  private final ToIntFunction<Position> row;
  private final ToIntFunction<Position> column;

  /**
   * @param row the number of the row in which a value or day is; below zero for none
   * @param column the same of columns
   */
  private CellsPlot(
      List<String> rows,
      List<String> columns,
      List<Cell> cells,
      ToIntFunction<Position> row,
      ToIntFunction<Position> column) {
    this.rows = rows;
    this.columns = columns;
    this.cells = cells;
    this.row = row;
    this.column = column;
  }

  static Plotted of(
      HeatMapChart chart,
      FigureFormat format,
      ChartTheme theme,
      Optional<Span> zoom,
      double width) {
    List<Grouped.Key> rows = chart.rows();
    List<Grouped.Key> columns = chart.columns();
    KeyTable table = KeyTable.of(chart.answer());
    CellColours colours = CellColours.of(chart.answer().groups(), theme);
    Optional<UnfinishedStep> unfinished = chart.unfinished();
    List<Cell> cells = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < columns.size(); c++) {
        Grouped.Key row = rows.get(r);
        Grouped.Key column = columns.get(c);
        double place = table.place(row, column);
        if (!Double.isNaN(place)) {
          Group group = table.at(row, column).orElseThrow();
          cells.add(
              new Cell(
                  r,
                  c,
                  colours.of(place),
                  format.label(group.totals().getFirst()),
                  "%s · %s\n%s %s\n%s"
                          .formatted(
                              chart.rowLabel(row),
                              chart.columnLabel(column),
                              chart.spec().quantity().title().toLowerCase(java.util.Locale.ROOT),
                              format.text(group.totals().getFirst()),
                              Figures.counted(group.rows(), "row"))
                      + (column instanceof Grouped.Key.Of(LocalDate start)
                          ? UnfinishedStep.told(unfinished, start)
                          : ""),
                  picked(chart, row, column)));
        }
      }
    }
    return new CellsPlot(
            rows.stream().map(chart::rowLabel).toList(),
            columns.stream().map(chart::columnTick).toList(),
            cells,
            position -> at(rows, position, null),
            position -> at(columns, position, chart.spec().bucket()))
        .plotted(
            theme, zoom, width, colours.key(format), chart.spec().acrossTitle(), chart.spec().up());
  }

  /** Which of some groups a value or day is in. */
  private static int at(List<Grouped.Key> keys, Position position, @Nullable Bucket bucket) {
    for (int i = 0; i < keys.size(); i++) {
      boolean here =
          switch (position) {
            case Position.Of(double value) ->
                keys.get(i) instanceof Grouped.Key.Of(Number number)
                    && number.doubleValue() == value;
            case Position.On(LocalDate day) ->
                keys.get(i) instanceof Grouped.Key.Of(LocalDate start)
                    && !day.isBefore(start)
                    && day.isBefore(
                        TimeSeriesChart.next(start, bucket == null ? Bucket.DAY : bucket, 1));
          };
      if (here) {
        return i;
      }
    }
    return -1;
  }

  private static List<Picked> picked(HeatMapChart chart, Grouped.Key row, Grouped.Key column) {
    if (!(row instanceof Grouped.Key.Of) || !(column instanceof Grouped.Key.Of(Object value))) {
      return List.of();
    }
    List<Picked> picked = new ArrayList<>(Picked.of(chart.spec().up(), row));
    Bucket bucket = chart.spec().bucket();
    picked.add(
        bucket != null && value instanceof LocalDate start
            ? new Picked.Days(chart.spec().across(), start, TimeSeriesChart.next(start, bucket, 1))
            : new Picked.Value(chart.spec().across(), value));
    return picked;
  }

  static Plotted of(CorrelationChart chart, ChartTheme theme, Optional<Span> zoom, double width) {
    List<String> names = chart.answer().columns();
    List<Cell> cells = new ArrayList<>();
    for (int r = 0; r < names.size(); r++) {
      for (int c = 0; c < names.size(); c++) {
        Double coefficient = chart.at(r, c);
        String pairs =
            r == c
                ? ""
                : "\n" + Figures.counted(chart.answer().of(r, c).rows(), "row") + " with both";
        cells.add(
            new Cell(
                r,
                c,
                coefficient == null ? theme.background() : theme.leaning(coefficient),
                coefficient == null ? "" : CorrelationChart.text(coefficient),
                "%s · %s\ncorrelation %s%s"
                    .formatted(
                        names.get(r), names.get(c), CorrelationChart.text(coefficient), pairs),
                List.of()));
      }
    }
    return new CellsPlot(names, names, cells, _ -> -1, _ -> -1)
        .plotted(
            theme,
            zoom,
            width,
            IntStream.of(-1, 0, 1)
                .mapToObj(end -> new Plotted.Series(String.valueOf(end), theme.leaning(end)))
                .toList(),
            "",
            "");
  }

  private Plotted plotted(
      ChartTheme theme,
      Optional<Span> zoom,
      double width,
      List<Plotted.Series> key,
      String acrossTitle,
      String upTitle) {
    Span whole = new Span(-0.5, Math.max(1, columns.size()) - 0.5);
    TickAxis across =
        new TickAxis(theme, names(columns, Math.max(DAY, width / 6), column), zoom.orElse(whole))
            .titled(acrossTitle);
    // Rows go from the top: an axis goes from the bottom.
    TickAxis up =
        new TickAxis(
                theme,
                names(
                    rows.reversed(),
                    NamesAxis.WIDTH * width,
                    position -> rows.size() - 1 - row.applyAsInt(position)),
                new Span(-0.5, Math.max(1, rows.size()) - 0.5),
                NamesAxis.LINE)
            .titled(upTitle);
    XYPlot plot = Plotted.xyPlot(theme, across, up);
    plot.setRangeGridlinesVisible(false);
    plot.setRangeZeroBaselineVisible(false);
    DefaultXYDataset dataset = new DefaultXYDataset();
    double[][] places = new double[2][cells.size()];
    for (int i = 0; i < cells.size(); i++) {
      places[0][i] = cells.get(i).column();
      places[1][i] = y(cells.get(i));
    }
    dataset.addSeries("cells", places);
    plot.setDataset(dataset);
    plot.setRenderer(new CellRenderer(cells, places));
    return new Plotted(
        plot, across, whole, area -> marks(area, across, up), told(width) ? List.of() : key);
  }

  /** Whether there is room for each cell's figure, so that colours need no telling. */
  private boolean told(double width) {
    double longest =
        cells.stream().mapToDouble(cell -> GroupName.width(cell.figure())).max().orElse(0);
    double room = width * (1 - 1.2 * NamesAxis.WIDTH) / Math.max(1, columns.size());
    return rows.size() <= MOST_TOLD && longest + CellRenderer.AIR < room;
  }

  private double y(Cell cell) {
    return rows.size() - 1.0 - cell.row();
  }

  /** Labels at whole numbers; where there are too many, some of them. */
  private static Ticks names(List<String> names, double width, ToIntFunction<Position> places) {
    Ticks.Labels labels =
        (from, to, most) -> {
          List<Ticks.Tick> ticks = new ArrayList<>();
          int first = (int) Math.max(0, Math.ceil(from));
          int last = (int) Math.min(names.size() - 1.0, Math.floor(to));
          int every = Math.max(1, (int) Math.ceil((last - first + 1) / (double) most));
          for (int i = first; i <= last; i += every) {
            ticks.add(new Ticks.Tick(i, GroupName.shortened(names.get(i), width)));
          }
          return ticks;
        };
    return new Ticks(
        labels,
        position -> {
          int place = places.applyAsInt(position);
          return place >= 0 && place < names.size() ? place : Double.NaN;
        });
  }

  private List<Mark> marks(Rectangle2D area, TickAxis across, TickAxis up) {
    List<Mark> marks = new ArrayList<>();
    for (Cell cell : cells) {
      double left = across.valueToJava2D(cell.column() - 0.5, area, RectangleEdge.BOTTOM);
      double right = across.valueToJava2D(cell.column() + 0.5, area, RectangleEdge.BOTTOM);
      double top = up.valueToJava2D(y(cell) + 0.5, area, RectangleEdge.LEFT);
      double bottom = up.valueToJava2D(y(cell) - 0.5, area, RectangleEdge.LEFT);
      Rectangle2D place =
          new Rectangle2D.Double(left, top, right - left, bottom - top).createIntersection(area);
      if (!place.isEmpty()) {
        marks.add(
            new Mark(
                place,
                new Point2D.Double(place.getCenterX(), place.getCenterY()),
                cell.text(),
                cell.picked()));
      }
    }
    return marks;
  }
}

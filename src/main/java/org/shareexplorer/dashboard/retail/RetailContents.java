package org.shareexplorer.dashboard.retail;

import java.util.Map;
import java.util.Objects;
import org.shareexplorer.chart.BarSpec;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.dashboard.ChartContent;
import org.shareexplorer.dashboard.Content;
import org.shareexplorer.dashboard.Source;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.table.Field;

/** What tiles of a retail dashboard show, by the roles that its tables' columns play. */
final class RetailContents {

  private final Shape shape;
  private final Map<Part, String> aliases;

  /**
   * Contents.
   *
   * @param aliases the dashboard's names for its tables
   */
  RetailContents(Shape shape, Map<Part, String> aliases) {
    this.shape = shape;
    this.aliases = aliases;
  }

  String column(Role role) {
    return shape.column(role).map(Field::name).orElseThrow();
  }

  Quantity sum(Role role) {
    return new Quantity(Aggregate.SUM, column(role));
  }

  Source rows(Part part) {
    return new Source.OfTable(Objects.requireNonNull(aliases.get(part)));
  }

  Content of(Part part, ChartSpec chart) {
    return new ChartContent(rows(part), chart);
  }

  Content top(Part part, Role group, Quantity quantity) {
    return of(part, new BarSpec(column(group), quantity));
  }

  static Content bars(Source source, String group, String figure) {
    return new ChartContent(source, new BarSpec(group, new Quantity(Aggregate.SUM, figure)));
  }

  Content sold(Bucket bucket, Aggregate aggregate, String value, int average) {
    return of(
        Part.SALES,
        new TimeSeriesSpec(column(Role.SOLD), bucket, aggregate, value, average, null, false));
  }

  ChartSpec time(Role time, Bucket bucket, int average) {
    return new TimeSeriesSpec(column(time), bucket, Aggregate.COUNT, null, average, null, false);
  }
}

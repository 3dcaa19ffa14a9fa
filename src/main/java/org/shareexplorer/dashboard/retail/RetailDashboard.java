package org.shareexplorer.dashboard.retail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.shareexplorer.chart.BarSpec;
import org.shareexplorer.chart.BoxPlotSpec;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.PieSpec;
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.dashboard.ChartContent;
import org.shareexplorer.dashboard.Content;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.FiguresContent;
import org.shareexplorer.dashboard.RowsContent;
import org.shareexplorer.dashboard.Source;
import org.shareexplorer.dashboard.SummaryContent;
import org.shareexplorer.dashboard.TextContent;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.table.Field;

/** Makes the dashboard of customers and sales: all that their columns allow. */
public final class RetailDashboard {

  private static final int WHOLE = Tile.COLUMNS;
  private static final int HALF = WHOLE / 2;
  private static final int THIRD = WHOLE / 3;
  private static final String OF_CUSTOMERS = "sales without a known customer are left out";

  private final Shape shape;
  private final Dashboard empty;
  private final Map<Part, String> aliases;
  private final RetailSql sql;
  private final TilePlan plan;

  private RetailDashboard(
      Shape shape, Dashboard empty, Map<Part, String> aliases, Map<Part, String> names) {
    this.shape = shape;
    this.empty = empty;
    this.aliases = aliases;
    this.sql = new RetailSql(shape, names);
    this.plan = new TilePlan(shape);
  }

  /** {@return the dashboard of some tables; what it lacks, it says} */
  public static Dashboard of(Shape shape) {
    return planned(shape).made();
  }

  private static RetailDashboard planned(Shape shape) {
    Dashboard empty = new Dashboard(name(shape));
    Map<Part, String> aliases = new EnumMap<>(Part.class);
    Map<Part, String> names = new EnumMap<>(Part.class);
    for (Map.Entry<Part, Candidate> table : shape.tables().entrySet()) {
      Dashboard.Knowing known = empty.knowing(table.getValue().table());
      empty = known.dashboard();
      aliases.put(table.getKey(), known.alias());
      // With its schema, no name of a query's own part can be taken for it.
      String schema = table.getValue().table().name().schema();
      names.put(table.getKey(), SqlTable.word(schema) + "." + SqlTable.word(known.alias()));
    }
    RetailDashboard dashboard = new RetailDashboard(shape, empty, aliases, names);
    dashboard.plan();
    return dashboard;
  }

  /** {@return what the dashboard of some tables lacks, and for want of what; blank if nothing} */
  public static String missing(Shape shape) {
    return planned(shape).plan.missing();
  }

  private static String name(Shape shape) {
    return shape.tables().values().stream()
        .map(candidate -> candidate.table().name().table())
        .collect(Collectors.joining(" and ", "Retail: ", ""));
  }

  private void plan() {
    sales();
    customers();
    segments();
    places();
    amounts();
    demographics();
    tables();
  }

  private Dashboard made() {
    List<Tile> tiles = new ArrayList<>(plan.tiles());
    String missing = plan.missing();
    if (missing.isEmpty()) {
      tiles.add(words("What this is made of", matched()));
    } else {
      tiles.addFirst(words("Some of it is missing", missing + "\n\n" + matched()));
    }
    return new Dashboard(empty.name(), empty.tables(), tiles);
  }

  private static Tile words(String title, String text) {
    return new Tile(title, "", WHOLE, 2, new TextContent(text));
  }

  /** Which column plays which role. */
  private String matched() {
    return shape.tables().entrySet().stream()
        .map(table ->
            table.getKey().words()
                + " are the rows of "
                + table.getValue().table().name().text()
                + ". "
                + shape.columns().entrySet().stream()
                    .filter(column -> column.getKey().part() == table.getKey())
                    .map(column -> column.getKey().words() + ": " + column.getValue().name())
                    .collect(Collectors.joining("; "))
                + ".")
        .collect(Collectors.joining("\n\n"));
  }

  private void sales() {
    plan.addOf(
        Part.SALES, WHOLE, 2, "Sales at a glance", "", () -> new FiguresContent(sql.sales()));
    plan.add(
        WHOLE,
        2,
        "From the first to the last sale",
        "",
        plan.lacking(Role.SOLD),
        () -> new FiguresContent(sql.range()));
    over(Bucket.MONTH, 3);
    over(Bucket.DAY, 7);
  }

  private void over(Bucket bucket, int average) {
    String step = bucket.name().toLowerCase(Locale.ROOT);
    String note = "with the moving average of " + average + " " + step + "s";
    plan.add(
        HALF,
        "Revenue per " + step,
        note,
        () -> sold(bucket, Aggregate.SUM, column(Role.AMOUNT), average),
        Role.SOLD,
        Role.AMOUNT);
    plan.add(
        HALF,
        "Sales per " + step,
        note,
        () -> of(Part.SALES, time(Role.SOLD, bucket, average)),
        Role.SOLD);
  }

  private Content sold(Bucket bucket, Aggregate aggregate, String value, int average) {
    return of(
        Part.SALES,
        new TimeSeriesSpec(column(Role.SOLD), bucket, aggregate, value, average, null, false));
  }

  private ChartSpec time(Role time, Bucket bucket, int average) {
    return new TimeSeriesSpec(column(time), bucket, Aggregate.COUNT, null, average, null, false);
  }

  private void customers() {
    plan.add(
        HALF,
        "Top 10 customers by revenue",
        "of equal ones the first by name",
        () -> bars(sql.best(RetailSql.REVENUE), RetailSql.CUSTOMER, RetailSql.REVENUE),
        Role.BUYER,
        Role.AMOUNT);
    plan.add(
        HALF,
        "Top 10 customers by number of sales",
        "of equal ones the first by name",
        () -> bars(sql.best(RetailSql.SALES), RetailSql.CUSTOMER, RetailSql.SALES),
        Role.BUYER);
  }

  private void segments() {
    Role[] needed = {Role.CUSTOMER, Role.SEGMENT, Role.BUYER, Role.AMOUNT};
    for (String figure : RetailSql.OF_SEGMENTS) {
      boolean first = RetailSql.OF_SEGMENTS.indexOf(figure) < 2;
      plan.add(
          first ? HALF : THIRD,
          figure + " by segment",
          OF_CUSTOMERS,
          () -> bars(sql.segments(), RetailSql.SEGMENT, figure),
          needed);
    }
    plan.add(
        WHOLE,
        4,
        "Segments in figures",
        OF_CUSTOMERS + "; rounded to two places",
        plan.lacking(needed),
        () -> new RowsContent(sql.roundedSegments(), RowsContent.MOST));
  }

  private void places() {
    boolean joined = shape.has(Role.COUNTRY, Role.CUSTOMER, Role.BUYER);
    if (shape.has(Role.REGION) || !joined) {
      plan.add(
          HALF,
          "Revenue by region",
          "",
          () -> top(Part.SALES, Role.REGION, sum(Role.AMOUNT)),
          Role.REGION,
          Role.AMOUNT);
      plan.add(
          HALF,
          "Sales by region",
          "",
          () -> top(Part.SALES, Role.REGION, Quantity.ROWS),
          Role.REGION);
    } else {
      plan.add(
          WHOLE,
          "Revenue by the customers' country",
          OF_CUSTOMERS,
          () -> bars(sql.amounts(), RetailSql.COUNTRY, RetailSql.AMOUNT),
          Role.AMOUNT);
    }
    plan.add(
        HALF,
        "Top 10 products by revenue",
        "",
        () -> top(Part.SALES, Role.PRODUCT, sum(Role.AMOUNT)),
        Role.PRODUCT,
        Role.AMOUNT);
    boolean counted = shape.has(Role.QUANTITY);
    plan.add(
        HALF,
        "Top 10 products by " + (counted ? "pieces sold" : "number of sales"),
        "",
        () -> top(Part.SALES, Role.PRODUCT, counted ? sum(Role.QUANTITY) : Quantity.ROWS),
        Role.PRODUCT);
  }

  private void amounts() {
    plan.add(
        HALF,
        "Distribution of amounts",
        "30 bins and the density curve",
        () -> of(Part.SALES, new HistogramSpec(column(Role.AMOUNT))),
        Role.AMOUNT);
    plan.add(
        HALF,
        "Spread of amounts",
        "",
        () -> of(Part.SALES, new BoxPlotSpec(column(Role.AMOUNT), null)),
        Role.AMOUNT);
    plan.add(
        WHOLE,
        "Spread of amounts by segment",
        OF_CUSTOMERS,
        () -> new ChartContent(sql.amounts(), new BoxPlotSpec(RetailSql.AMOUNT, RetailSql.SEGMENT)),
        Role.CUSTOMER,
        Role.SEGMENT,
        Role.BUYER,
        Role.AMOUNT);
  }

  private void demographics() {
    plan.add(
        HALF,
        "Segments of customers",
        "the 10 largest",
        () -> top(Part.CUSTOMERS, Role.SEGMENT, Quantity.ROWS),
        Role.SEGMENT);
    plan.add(
        HALF,
        "Countries of customers",
        "",
        () -> of(Part.CUSTOMERS, new PieSpec(column(Role.COUNTRY), Quantity.ROWS)),
        Role.COUNTRY);
    plan.add(
        WHOLE,
        "Sign-ups per quarter",
        "",
        () -> of(Part.CUSTOMERS, time(Role.SIGNUP, Bucket.QUARTER, 0)),
        Role.SIGNUP);
  }

  private void tables() {
    Role[] keys = {Role.CUSTOMER, Role.BUYER};
    plan.add(
        WHOLE,
        2,
        "Sales and their customers",
        "matched: the customer is known; complete: the matched part of all, rounded down",
        plan.lacking(keys),
        () -> new FiguresContent(sql.matchedSales()));
    plan.add(
        WHOLE,
        2,
        "Customers and their sales",
        "repeated: keys that stand there more than once; each sale still counts once",
        plan.lacking(keys),
        () -> new FiguresContent(sql.matchedCustomers()));
    for (Part part : List.of(Part.SALES, Part.CUSTOMERS)) {
      plan.addOf(
          part,
          WHOLE,
          height(part),
          "Summary of " + part.words().toLowerCase(Locale.ROOT),
          "quartiles interpolated, deviation of a sample (n − 1)",
          () -> new SummaryContent(rows(part)));
    }
  }

  /** High enough for a line per column. */
  private int height(Part part) {
    int columns = shape.table(part).map(table -> table.fields().size()).orElse(0);
    return Math.clamp(Math.ceilDiv(49 + 5 * columns, 18), 3, Tile.HIGHEST);
  }

  private String column(Role role) {
    return shape.column(role).map(Field::name).orElseThrow();
  }

  private Quantity sum(Role role) {
    return new Quantity(Aggregate.SUM, column(role));
  }

  private Source rows(Part part) {
    return new Source.OfTable(Objects.requireNonNull(aliases.get(part)));
  }

  private Content of(Part part, ChartSpec chart) {
    return new ChartContent(rows(part), chart);
  }

  private Content top(Part part, Role group, Quantity quantity) {
    return of(part, new BarSpec(column(group), quantity));
  }

  private static Content bars(Source source, String group, String figure) {
    return new ChartContent(source, new BarSpec(group, new Quantity(Aggregate.SUM, figure)));
  }
}

package org.shareexplorer.dashboard.retail;

import java.util.Locale;
import org.shareexplorer.chart.BoxPlotSpec;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.dashboard.ChartContent;
import org.shareexplorer.dashboard.FiguresContent;
import org.shareexplorer.dashboard.RowsContent;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;

/** The tiles of a retail dashboard about its sales, in their order. */
final class SalesTiles {

  static final int WHOLE = Tile.COLUMNS;
  static final int HALF = WHOLE / 2;
  private static final int THIRD = WHOLE / 3;
  private static final String OF_CUSTOMERS = "sales without a known customer are left out";

  private final Shape shape;
  private final RetailContents contents;
  private final RetailSql sql;
  private final TilePlan plan;

  SalesTiles(Shape shape, RetailContents contents, RetailSql sql, TilePlan plan) {
    this.shape = shape;
    this.contents = contents;
    this.sql = sql;
    this.plan = plan;
  }

  /** Plans them. */
  void plan() {
    sales();
    customers();
    segments();
    places();
    amounts();
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
        () -> contents.sold(bucket, Aggregate.SUM, contents.column(Role.AMOUNT), average),
        Role.SOLD,
        Role.AMOUNT);
    plan.add(
        HALF,
        "Sales per " + step,
        note,
        () -> contents.of(Part.SALES, contents.time(Role.SOLD, bucket, average)),
        Role.SOLD);
  }

  private void customers() {
    plan.add(
        HALF,
        "Top 10 customers by revenue",
        "of equal ones the first by name",
        () ->
            RetailContents.bars(sql.best(RetailSql.REVENUE), RetailSql.CUSTOMER, RetailSql.REVENUE),
        Role.BUYER,
        Role.AMOUNT);
    plan.add(
        HALF,
        "Top 10 customers by number of sales",
        "of equal ones the first by name",
        () -> RetailContents.bars(sql.best(RetailSql.SALES), RetailSql.CUSTOMER, RetailSql.SALES),
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
          () -> RetailContents.bars(sql.segments(), RetailSql.SEGMENT, figure),
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
          () -> contents.top(Part.SALES, Role.REGION, contents.sum(Role.AMOUNT)),
          Role.REGION,
          Role.AMOUNT);
      plan.add(
          HALF,
          "Sales by region",
          "",
          () -> contents.top(Part.SALES, Role.REGION, Quantity.ROWS),
          Role.REGION);
    } else {
      plan.add(
          WHOLE,
          "Revenue by the customers' country",
          OF_CUSTOMERS,
          () -> RetailContents.bars(sql.amounts(), RetailSql.COUNTRY, RetailSql.AMOUNT),
          Role.AMOUNT);
    }
    plan.add(
        HALF,
        "Top 10 products by revenue",
        "",
        () -> contents.top(Part.SALES, Role.PRODUCT, contents.sum(Role.AMOUNT)),
        Role.PRODUCT,
        Role.AMOUNT);
    boolean counted = shape.has(Role.QUANTITY);
    plan.add(
        HALF,
        "Top 10 products by " + (counted ? "pieces sold" : "number of sales"),
        "",
        () ->
            contents.top(
                Part.SALES, Role.PRODUCT, counted ? contents.sum(Role.QUANTITY) : Quantity.ROWS),
        Role.PRODUCT);
  }

  private void amounts() {
    plan.add(
        HALF,
        "Distribution of amounts",
        "30 bins and the density curve",
        () -> contents.of(Part.SALES, new HistogramSpec(contents.column(Role.AMOUNT))),
        Role.AMOUNT);
    plan.add(
        HALF,
        "Spread of amounts",
        "",
        () -> contents.of(Part.SALES, new BoxPlotSpec(contents.column(Role.AMOUNT), null)),
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
}

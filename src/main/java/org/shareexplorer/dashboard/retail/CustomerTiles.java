package org.shareexplorer.dashboard.retail;

import java.util.List;
import java.util.Locale;
import org.shareexplorer.chart.PieSpec;
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.dashboard.FiguresContent;
import org.shareexplorer.dashboard.SummaryContent;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.engine.Bucket;

/** The tiles of a retail dashboard about its customers, and about both tables as they are. */
final class CustomerTiles {

  private static final int WHOLE = SalesTiles.WHOLE;
  private static final int HALF = SalesTiles.HALF;

  private final Shape shape;
  private final RetailContents contents;
  private final RetailSql sql;
  private final TilePlan plan;

  CustomerTiles(Shape shape, RetailContents contents, RetailSql sql, TilePlan plan) {
    this.shape = shape;
    this.contents = contents;
    this.sql = sql;
    this.plan = plan;
  }

  /** Plans them. */
  void plan() {
    demographics();
    tables();
  }

  private void demographics() {
    plan.add(
        HALF,
        "Segments of customers",
        "the 10 largest",
        () -> contents.top(Part.CUSTOMERS, Role.SEGMENT, Quantity.ROWS),
        Role.SEGMENT);
    plan.add(
        HALF,
        "Countries of customers",
        "",
        () ->
            contents.of(Part.CUSTOMERS, new PieSpec(contents.column(Role.COUNTRY), Quantity.ROWS)),
        Role.COUNTRY);
    plan.add(
        WHOLE,
        "Sign-ups per quarter",
        "",
        () -> contents.of(Part.CUSTOMERS, contents.time(Role.SIGNUP, Bucket.QUARTER, 0)),
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
          () -> new SummaryContent(contents.rows(part)));
    }
  }

  /** High enough for a line per column. */
  private int height(Part part) {
    int columns = shape.table(part).map(table -> table.fields().size()).orElse(0);
    return Math.clamp(Math.ceilDiv(49 + 5 * columns, 18), 3, Tile.HIGHEST);
  }
}

package org.shareexplorer.ui.tour;

import java.util.List;
import java.util.function.Consumer;
import org.shareexplorer.protocol.TableName;

/** The tour's stops: those of the notebook that recipients of a share are usually shown. */
public final class TourScript {

  private static final TableName CUSTOMERS =
      new TableName("external_retail", "retail", "customers");
  private static final TableName SALES =
      new TableName("external_retail", "retail", "sales_transactions");
  private static final TableName TRIPS = new TableName("city_mobility", "taxi", "trips");
  private static final TableName PRICES = new TableName("external_retail", "retail", "price_list");

  private TourScript() {}

  /** {@return the stops, in order; each can be reached from any other} */
  public static List<TourStep> steps() {
    return List.of(
        new TourStep(
            "credentials",
            "Load the credentials",
            "A provider sends you one small file, config.share. Drop it here, choose it, or double-click it. Today we"
                + " use the demo share, which is served by this computer.",
            "Start Docker and Jupyter, upload config.share next to the notebook.",
            List.of(TourStage::showStart)),
        new TourStep(
            "connect",
            "Connect",
            "The connection appears on the left and is remembered. Its token is kept encrypted, its key in your system's"
                + " keychain where there is one.",
            "client = delta_sharing.SharingClient(\"config.share\")",
            List.of(TourStage::openDemo)),
        new TourStep(
            "shares",
            "See what is shared",
            "A connection holds shares, a share holds schemas, a schema holds tables. They load as you open them.",
            "client.list_shares(), list_schemas(share), list_tables(schema)",
            List.of(TourStage::openDemo, stage -> stage.reveal(SALES.share(), SALES.schema()))),
        new TourStep(
            "customers",
            "Look at the customers",
            "A thousand customers. Exact values, nulls that stay nulls, dates that keep their day.",
            "delta_sharing.load_as_pandas(\"config.share#external_retail.retail.customers\").head()",
            show(CUSTOMERS, "Data")),
        new TourStep(
            "sales",
            "Look at the sales",
            "Fifty thousand transactions over two years. Only the rows on screen were fetched; scroll and the next ones"
                + " come.",
            "delta_sharing.load_as_pandas(\"config.share#external_retail.retail.sales_transactions\")",
            show(SALES, "Data")),
        new TourStep(
            "details",
            "Read the schema",
            "Types, comments, partitions and files as the provider published them. Copy them as DDL or JSON.",
            "sales.dtypes",
            show(SALES, "Details")),
        new TourStep(
            "summary",
            "Summarise",
            "Nulls, distinct values, quartiles, mean and deviation of every column, exact over all rows.",
            "sales.info(), sales.describe()",
            show(SALES, "Profile")),
        new TourStep(
            "charts",
            "Draw",
            "Distribution, box plot and time series are suggested from the column types. Change them on the right; save"
                + " them as PNG or SVG.",
            "plt.hist(…), plt.boxplot(…), sales.groupby(…).plot()",
            show(SALES, "Charts")),
        new TourStep(
            "changes",
            "See what changed",
            "Tables have versions. Look at an older one, or at the rows that came, changed and went between two of"
                + " them, cell by cell.",
            "delta_sharing.load_table_changes_as_pandas(\"config.share#…\", starting_version=1)",
            show(PRICES, "Changes")),
        new TourStep(
            "trips",
            "Now two million rows",
            "The same, on a table that pandas would load whole. The first rows need a few hundred kilobytes, the profiles"
                + " above them some more; the status bar counts them.",
            "Wait for all files to download, and hope that they fit into memory.",
            show(TRIPS, "Data")));
  }

  private static List<Consumer<TourStage>> show(TableName table, String screen) {
    return List.of(
        TourStage::openDemo,
        stage -> stage.reveal(table.share(), table.schema()),
        stage -> stage.openTable(table),
        stage -> stage.showScreen(screen));
  }
}

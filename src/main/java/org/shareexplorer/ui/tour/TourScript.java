package org.shareexplorer.ui.tour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.shareexplorer.chart.BarSpec;
import org.shareexplorer.chart.BoxPlotSpec;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.PieSpec;
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.dashboard.retail.Role;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.protocol.TableName;

/**
 * The tour's stops: those of the notebook that recipients of a share are usually shown. Stops whose
 * columns the tables do not have are left out.
 */
final class TourScript {

  private static final TableName TRIPS = new TableName("city_mobility", "taxi", "trips");
  private static final TableName PRICES = new TableName("external_retail", "retail", "price_list");

  private final TourTables tables;
  private final List<TourStep> steps = new ArrayList<>();

  private TourScript(TourTables tables) {
    this.tables = tables;
  }

  /** {@return the stops, in order; each can be reached from any other} */
  static List<TourStep> steps(TourTables tables) {
    TourScript script = new TourScript(tables);
    script.connecting();
    script.looking();
    script.drawing();
    script.joining();
    script.taking();
    return List.copyOf(script.steps);
  }

  private void connecting() {
    add(
        "credentials",
        "Load the credentials",
        "A provider sends you one small file, config.share. Drop it here, choose it, or double-click"
            + " it.",
        "Start Docker and Jupyter, upload config.share next to the notebook.",
        notes(
            "All that a recipient gets is one small file. There is nothing to install but this, and"
                + " no account.",
            tables.ofDemo()
                ? "Today we use the demo share, which is served by this computer: it works without"
                    + " a network."
                : "Ours is already connected, so we go straight on.",
            "An activation link works as well, and so does typing the parts in."),
        List.of(TourStage::showStart));
    add(
        "connect",
        "Connect",
        "The connection appears on the left and is remembered. Its token is kept encrypted, its key"
            + " in your system's keychain where there is one.",
        "client = delta_sharing.SharingClient(\"config.share\")",
        notes(
            "The connection stands on the left from now on, also after a restart.",
            "The credential is sealed. It is on no screen, in no log and in no file that is"
                + " exported.",
            "If something does not work, the doctor tells which hop is to blame."),
        List.of(TourStage::connect));
    add(
        "shares",
        "See what is shared",
        "A connection holds shares, a share holds schemas, a schema holds tables. They load as you"
            + " open them.",
        "client.list_shares(), list_schemas(share), list_tables(schema)",
        notes(
            "Three levels: shares, schemas, tables. Each is asked for when it is opened.",
            "Type a few letters to find a table; Ctrl or Cmd+K finds everything else."),
        at(stage -> stage.reveal(tables.sales().share(), tables.sales().schema())));
  }

  private void looking() {
    add(
        "customers",
        "Look at the customers",
        "Exact values, nulls that stay nulls, dates that keep their day.",
        "delta_sharing.load_as_pandas(\"config.share#" + tables.customers().text() + "\").head()",
        notes(
            "No cell was run, and nothing was loaded as a whole: only the rows on screen came.",
            "The small bars above the columns are their profiles.",
            "What is null is shown as null. A date stays a date, whatever this computer's zone."),
        show(tables.customers(), "Data"));
    add(
        "sales",
        "Look at the sales",
        "Only the rows on screen were fetched; scroll and the next ones come.",
        "delta_sharing.load_as_pandas(\"config.share#" + tables.sales().text() + "\")",
        notes(
            "Scroll to the end with Ctrl+End: the rows there come at once, those between are"
                + " skipped.",
            "The status bar tells how many requests and bytes all of this took.",
            "A click on a column's head sorts the whole table; Filter narrows it down."),
        show(tables.sales(), "Data"));
    add(
        "details",
        "Read the schema",
        "Types, comments, partitions and files as the provider published them. Copy them as DDL or"
            + " JSON.",
        "sales.dtypes",
        notes(
            "Comments that the provider wrote about columns stand here; pandas never shows them.",
            "Amounts are decimals, exact to the last digit, not floating point numbers."),
        show(tables.sales(), "Details"));
    add(
        "summary",
        "Summarise",
        "Nulls, distinct values, quartiles, mean and deviation of every column, exact over all"
            + " rows.",
        "sales.info(), sales.describe()",
        notes(
            "This is describe and info in one, for every column and not just for numbers.",
            "Compute exactly for all rows turns estimates into exact figures, a column at a time.",
            "Definitions are written down: quartiles as pandas has them, deviations of a sample."),
        show(tables.sales(), "Profile"));
  }

  private void drawing() {
    String amount = tables.column(Role.AMOUNT).orElseThrow();
    String buyer = tables.column(Role.BUYER).orElseThrow();
    Quantity revenue = new Quantity(Aggregate.SUM, amount);
    add(
        "distribution",
        "Draw the distribution",
        "Thirty bins and a density curve, over all rows. The figures were computed from the one"
            + " column needed.",
        "sns.histplot(sales[\"" + amount + "\"], bins=30, kde=True)",
        notes(
            "Most sales are small, and a few are large: a long tail to the right.",
            "Point at a bar for its figures. A click on it leaves just its rows.",
            "On the right: another number of bins, a logarithmic scale, a title, a marked target."),
        drawn(tables.sales(), new HistogramSpec(amount)));
    add(
        "box",
        "Compare groups by boxes",
        "Quartiles, whiskers and outliers, of all sales or of each group.",
        "sns.boxplot(data=sales, x=\"" + amount + "\")",
        notes(
            "The line in a box is the median; half of the sales lie within the box.",
            "Dots are outliers beyond one and a half times the box, as Tukey had it."),
        drawn(tables.sales(), new BoxPlotSpec(amount, tables.column(Role.REGION).orElse(null))));
    tables
        .column(Role.SOLD)
        .ifPresent(day ->
            add(
                "time",
                "Follow it over time",
                "Revenue and number of sales by month. Steps, and a moving average, are chosen on"
                    + " the right.",
                "sales.groupby(pd.Grouper(key=\""
                    + day
                    + "\", freq=\"M\"))[\""
                    + amount
                    + "\"].sum()",
                notes(
                    "The season shows: the end of each year stands out.",
                    "Drag across a part of the axis to zoom in, double-click to see all again."),
                drawn(
                    tables.sales(),
                    new TimeSeriesSpec(day, Bucket.MONTH, Aggregate.SUM, amount),
                    new TimeSeriesSpec(day, Bucket.MONTH, Aggregate.COUNT, null))));
    add(
        "top",
        "Find the top ten",
        "The customers who bought most, by revenue and by number of sales.",
        "sales.groupby(\"" + buyer + "\").agg(…).nlargest(10, …)",
        notes(
            "The groups beyond the first ten are counted and said: nothing is left out in silence.",
            "The two ranks differ: who buys often is not who spends most."),
        drawn(tables.sales(), new BarSpec(buyer, revenue), new BarSpec(buyer, Quantity.ROWS)));
    List<ChartSpec> people =
        Stream.of(
                tables
                    .column(Role.SEGMENT)
                    .map(name -> (ChartSpec) new BarSpec(name, Quantity.ROWS)),
                tables
                    .column(Role.COUNTRY)
                    .map(name -> (ChartSpec) new PieSpec(name, Quantity.ROWS)))
            .flatMap(Optional::stream)
            .toList();
    if (!people.isEmpty()) {
      add(
          "demographics",
          "See who the customers are",
          "Customers by segment and by country.",
          "customers[\"" + people.getFirst().mainColumn() + "\"].value_counts().plot.bar()",
          notes(
              "One click each; the kind of chart can be changed on the right.",
              "Colours are told apart by everybody, also on a bad projector."),
          drawn(tables.customers(), people.toArray(ChartSpec[]::new)));
    }
  }

  private void joining() {
    add(
        "join",
        "Join, and see how well it fits",
        "Keys are suggested. How many rows match, match none or have no key is counted before the"
            + " join runs.",
        "pd.merge(sales, customers, how=\"left\", indicator=True)[\"_merge\"].value_counts()",
        notes(
            "The quality of the join comes first: records, unmatched ones, keys that repeat.",
            "Tables of different connections, so of different providers, join as well."),
        List.of(
            TourStage::connect,
            stage -> stage.join(tables.sql(tables.sales()), tables.sql(tables.customers()))));
    TourQueries queries = new TourQueries(tables);
    queries
        .bySegment()
        .ifPresent(sql ->
            add(
                "segments",
                "Revenue by segment",
                "Sales beside their customers: total, mean, number of sales and of customers of each"
                    + " segment.",
                "merged.groupby(\"customer_segment\").agg([\"sum\", \"mean\", \"count\"])",
                notes(
                    "A join, a group and a chart: the result of a query is a table like any other.",
                    "Sums of decimals are exact; pandas would have made floating point of them."),
                Stream.concat(
                        query(sql).stream(),
                        Stream.<Consumer<TourStage>>of(stage ->
                            stage.draw(
                                List.of(
                                    new BarSpec(
                                        TourQueries.SEGMENT,
                                        new Quantity(Aggregate.SUM, TourQueries.REVENUE))))))
                    .toList()));
    add(
        "sql",
        "Ask in SQL",
        "Any question over all tables, with completion. Only the columns that the plan needs are"
            + " fetched.",
        "spark.sql(\"SELECT …\"), on a cluster",
        notes(
            "Ctrl+Enter runs a query, Ctrl+Space completes, Ctrl+H has those before.",
            "Queries are sealed off: they read the tables, and no file and no network.",
            "Who knows no SQL has the Pivot screen: rows, columns and values, by picking them."),
        query(queries.best()));
  }

  private void taking() {
    List<Consumer<TourStage>> notebook = new ArrayList<>(show(tables.sales(), "Data"));
    notebook.add(stage -> stage.press("Export…"));
    notebook.add(stage -> stage.press("Notebook"));
    add(
        "notebook",
        "Take it along as a notebook",
        "The very rows on screen, as a notebook or as code in Python, PySpark, R, DuckDB or Power BI;"
            + " or as a file: CSV, Parquet, JSON lines, Excel.",
        "It is the notebook.",
        notes(
            "Who wants to go on in code is not sent back to the beginning.",
            "Where the credential would stand there is a placeholder: the notebook can be passed"
                + " on."),
        notebook);
    if (tables.ofDemo()) {
      add(
          "changes",
          "See what changed",
          "Tables have versions. Look at an older one, or at the rows that came, changed and went"
              + " between two of them, cell by cell.",
          "delta_sharing.load_table_changes_as_pandas(\"config.share#…\", starting_version=1)",
          notes(
              "Providers correct their data: here is what they corrected, cell by cell.",
              "Any version can be opened, by its number or by a time."),
          show(PRICES, "Changes"));
      add(
          "trips",
          "Now two million rows",
          "The same, on a table that pandas would load whole. The first rows need a few hundred"
              + " kilobytes, the profiles above them some more; the status bar counts them.",
          "Wait for all files to download, and hope that they fit into memory.",
          notes(
              "The table has two million rows, and nothing here is slower for it.",
              "Look at the status bar: requests and bytes, against the size beside the table's"
                  + " name."),
          show(TRIPS, "Data"));
    }
  }

  private void add(
      String name,
      String title,
      String words,
      String instead,
      List<String> notes,
      List<Consumer<TourStage>> scene) {
    steps.add(new TourStep(name, title, words, notes, instead, scene));
  }

  private static List<String> notes(String... notes) {
    return List.of(notes);
  }

  private static List<Consumer<TourStage>> at(Consumer<TourStage> scene) {
    return List.of(TourStage::connect, scene);
  }

  private static List<Consumer<TourStage>> show(TableName table, String screen) {
    return List.of(
        TourStage::connect,
        stage -> stage.reveal(table.share(), table.schema()),
        stage -> stage.openTable(table),
        stage -> stage.showScreen(screen));
  }

  private static List<Consumer<TourStage>> drawn(TableName table, ChartSpec... charts) {
    List<Consumer<TourStage>> scene = new ArrayList<>(show(table, "Data").subList(0, 3));
    scene.add(stage -> stage.draw(Arrays.asList(charts)));
    return scene;
  }

  private static List<Consumer<TourStage>> query(String sql) {
    return List.of(TourStage::connect, stage -> stage.query(sql));
  }
}

package org.shareexplorer.dashboard.retail;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.TextContent;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.engine.sql.SqlTable;

/** Makes the dashboard of customers and sales: all that their columns allow. */
public final class RetailDashboard {

  private static final int WHOLE = Tile.COLUMNS;

  private final Shape shape;
  private final Dashboard empty;
  private final TilePlan plan;

  private RetailDashboard(Shape shape, Dashboard empty, TilePlan plan) {
    this.shape = shape;
    this.empty = empty;
    this.plan = plan;
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
    RetailContents contents = new RetailContents(shape, aliases);
    RetailSql sql = new RetailSql(shape, names);
    TilePlan plan = new TilePlan(shape);
    new SalesTiles(shape, contents, sql, plan).plan();
    new CustomerTiles(shape, contents, sql, plan).plan();
    return new RetailDashboard(shape, empty, plan);
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
}

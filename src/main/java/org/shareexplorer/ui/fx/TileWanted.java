package org.shareexplorer.ui.fx;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.engine.sql.SqlTokens;
import org.shareexplorer.protocol.TableName;

/**
 * Asks for a place on a dashboard. It rises from a chart, which need not know what its rows are of:
 * a page on the way does, and says so.
 */
public final class TileWanted extends Event {

  /** The one type of this event. */
  public static final EventType<TileWanted> TILE_WANTED = new EventType<>(Event.ANY, "TILE_WANTED");

  private static final long serialVersionUID = 1L;

  private final transient Optional<ChartSpec> chart;
  private final transient Optional<Origin> origin;
  private final String title;
  private final boolean told;

  /** What rows are of. */
  public sealed interface Origin {

    /**
     * A table of a connection.
     *
     * @param connection the connection's name
     * @param version the version shown; empty for the newest one
     * @param filter the condition that rows match; blank for all
     */
    record OfTable(String connection, TableName table, OptionalLong version, String filter)
        implements Origin {}

    /** A query, and the tables that it is about. */
    record OfQuery(String sql, List<SqlTable> tables) implements Origin {

      /** {@return the query as another one has it after FROM} */
      public String within() {
        return "(\n" + SqlTokens.unended(sql) + "\n)";
      }
    }
  }

  /** Wants a chart on a dashboard. */
  public TileWanted(ChartSpec chart) {
    this(Optional.of(chart), Optional.empty(), "", false);
  }

  /**
   * Wants rows themselves on a dashboard.
   *
   * @param origin what they are of; empty if they cannot be asked for again
   * @param title what to call them; blank for the usual
   */
  public TileWanted(Optional<? extends Origin> origin, String title) {
    this(Optional.empty(), origin, title, true);
  }

  private TileWanted(
      Optional<ChartSpec> chart, Optional<? extends Origin> origin, String title, boolean told) {
    super(TILE_WANTED);
    this.chart = chart;
    this.origin = origin.map(known -> known);
    this.title = title;
    this.told = told;
  }

  /** {@return the chart; empty if rows are wanted themselves} */
  public Optional<ChartSpec> chart() {
    return chart;
  }

  /** {@return what to call it; blank for the usual} */
  public String title() {
    return title;
  }

  /** {@return what the rows are of; empty if nobody knew} */
  public Optional<Origin> origin() {
    return origin;
  }

  /**
   * Has a page say, of all wishes that rise from it, what its rows are of. Who is nearest to the
   * rows has the last word, also if it is that they cannot be asked for again.
   */
  public static void from(Node page, Supplier<? extends Optional<? extends Origin>> origin) {
    page.addEventHandler(
        TILE_WANTED,
        wanted -> {
          if (!wanted.told) {
            wanted.consume();
            page.fireEvent(new TileWanted(wanted.chart, origin.get(), wanted.title, true));
          }
        });
  }
}

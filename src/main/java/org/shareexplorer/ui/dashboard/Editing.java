package org.shareexplorer.ui.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.util.Subscription;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.FiguresContent;
import org.shareexplorer.dashboard.RowsContent;
import org.shareexplorer.dashboard.Source;
import org.shareexplorer.dashboard.TextContent;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.job.Running;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Notice;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Ui;

/** Asks the person how a dashboard is to be changed, and changes it. FX thread only. */
final class Editing {

  private final Ui ui;
  private final DashboardModel model;
  private final TileGrid grid;
  private final Overlay overlay;
  private final Notices notices;
  private final Supplier<Optional<SqlTable>> any;
  private final Background.Latest looking;

  /** Ended, it takes the offer to undo away. */
  private Subscription undoable = Subscription.EMPTY;

  /**
   * Changes a dashboard.
   *
   * @param any gives some table to begin a query with, if one is known
   */
  Editing(
      Ui ui,
      DashboardModel model,
      TileGrid grid,
      Overlay overlay,
      Notices notices,
      Supplier<Optional<SqlTable>> any) {
    this.ui = ui;
    this.any = any;
    looking = ui.background().latest();
    this.model = model;
    this.grid = grid;
    this.overlay = overlay;
    this.notices = notices;
  }

  /** Changes what a tile says, or what it is of. */
  void edit(int number) {
    TileSheet.show(
        overlay,
        "Edit the tile",
        model.get().tiles().get(number),
        changed -> knowing(changed, known -> model.change(known.changed(number, _ -> changed))));
  }

  /** Takes a tile away, and offers to bring it back. */
  void remove(int number) {
    Tile tile = model.get().tiles().get(number);
    model.change(model.get().without(number));
    grid.focus(number);
    Notice offer =
        notices.suggest(
            (tile.heading().isBlank() ? "The tile" : "“" + tile.heading() + "”") + " was removed.",
            "Undo",
            model::undo);
    // After another change it would undo that one.
    undoable =
        Subscription.combine(
            model.dashboard().subscribe((_, _) -> undoable.unsubscribe()),
            () -> notices.close(offer));
  }

  void addText() {
    add("Add text", new Tile(new TextContent("")));
  }

  void addFigures() {
    add(
        "Add figures",
        new Tile(
            new FiguresContent(
                new Source.OfQuery("SELECT count(*) AS \"rows\" FROM " + anyTable()))));
  }

  void addRows() {
    add(
        "Add rows",
        new Tile(
            new RowsContent(new Source.OfQuery("SELECT * FROM " + anyTable() + " LIMIT 10"), 10)));
  }

  private String anyTable() {
    return model.get().tables().keySet().stream()
        .findFirst()
        .or(() -> any.get().map(SqlTable::sql))
        .orElse("…");
  }

  private void add(String words, Tile first) {
    TileSheet.show(
        overlay,
        words,
        first,
        tile ->
            knowing(
                tile,
                known -> {
                  Dashboard with = known.with(tile);
                  model.change(with);
                  grid.focus(with.tiles().size() - 1);
                }));
  }

  /** Gives the dashboard as it is then, with names for all tables that a tile's query is about. */
  private void knowing(Tile tile, Consumer<Dashboard> then) {
    Running<List<SqlTable>> running =
        looking.start(
            job -> new TablesOfQuery(ui).of(tile, job),
            tables -> then.accept(TablesOfQuery.named(model.get(), tables)),
            notices::failed);
    ui.background().underWay().tell("Looking for the query's tables", running, looking::cancel);
  }

  void close() {
    looking.cancel();
    undoable.unsubscribe();
  }

  void rename() {
    Sheet.ask(
        overlay,
        "Rename the dashboard",
        "Rename",
        model.get().name(),
        name -> model.change(model.get().named(name)));
  }
}

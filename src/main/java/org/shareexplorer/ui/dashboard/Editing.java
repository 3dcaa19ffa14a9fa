package org.shareexplorer.ui.dashboard;

import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.FiguresContent;
import org.shareexplorer.dashboard.RowsContent;
import org.shareexplorer.dashboard.Source;
import org.shareexplorer.dashboard.TextContent;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;

/** Asks the person how a dashboard is to be changed, and changes it. FX thread only. */
final class Editing {

  private final DashboardModel model;
  private final TileGrid grid;
  private final Overlay overlay;
  private final Notices notices;

  Editing(DashboardModel model, TileGrid grid, Overlay overlay, Notices notices) {
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
        changed -> model.change(model.get().changed(number, _ -> changed)));
  }

  /** Takes a tile away, and offers to bring it back. */
  void remove(int number) {
    Tile tile = model.get().tiles().get(number);
    model.change(model.get().without(number));
    grid.focus(number);
    notices.offer(
        (tile.heading().isBlank() ? "The tile" : "“" + tile.heading() + "”") + " was removed.",
        "Undo",
        model::undo);
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
    return model.get().tables().keySet().stream().findFirst().orElse("…");
  }

  private void add(String words, Tile first) {
    TileSheet.show(
        overlay,
        words,
        first,
        tile -> {
          Dashboard with = model.get().with(tile);
          model.change(with);
          grid.focus(with.tiles().size() - 1);
        });
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

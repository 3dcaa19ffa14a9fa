package org.shareexplorer.ui.dashboard;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.DashboardFile;
import org.shareexplorer.dashboard.DashboardShelf;
import org.shareexplorer.dashboard.Drafts;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.settings.Folders;
import org.shareexplorer.ui.fx.Desktop.FileKind;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.TileWanted;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Choice;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.shell.Page;
import org.shareexplorer.ui.shell.ShellView;
import org.shareexplorer.ui.shell.TabContent;
import org.shareexplorer.workspace.DashboardConnections;

/** Opens dashboards: by commands, from files, and with what other pages want on them. */
public final class DashboardPages {

  static final String NEW = "New dashboard";

  private final Ui ui;
  private final ShellView shell;
  private final DashboardShelf shelf;
  private final Drafts drafts;
  private final DashboardChooser chooser;

  /** The dashboards that are open. */
  private final Map<DashboardModel, Opened> open = new LinkedHashMap<>();

  /** What belongs to a dashboard that is open: its tab, and what reads and saves it. */
  private record Opened(Page page, Keeping keeping) {}

  private DashboardPages(Ui ui, ShellView shell, Folders folders) {
    this.ui = ui;
    this.shell = shell;
    shelf = new DashboardShelf(folders);
    drafts = new Drafts(folders);
    chooser = new DashboardChooser(ui, shell, shelf, drafts, this);
  }

  /** Adds the ways to dashboards to a window. */
  public static DashboardPages addTo(Ui ui, ShellView shell, Folders folders) {
    DashboardPages pages = new DashboardPages(ui, shell, folders);
    shell.commands().add(Command.of("Dashboards…", "Shortcut+Shift+B", pages::choose));
    shell.commands().add(Command.of(NEW, null, () -> pages.show(new Dashboard(NEW))));
    shell.commands().add(Command.of("Open a dashboard's file…", null, pages::chooseFile));
    shell.addTool(Icon.DASHBOARD, "Dashboards", pages::choose);
    shell.bringsBack(
        LeftDashboard.KIND,
        text -> LeftDashboard.of(text).map(left -> pages.page(DashboardModel.left(left))));
    shell.node().addEventHandler(TileWanted.TILE_WANTED, pages::wanted);
    return pages;
  }

  Collection<DashboardModel> open() {
    return open.keySet();
  }

  /** Shows a dashboard that is not saved; if the same is open, that one. */
  public void show(Dashboard dashboard) {
    Optional<DashboardModel> unread =
        open.keySet().stream()
            .filter(DashboardModel::unread)
            .filter(model -> model.get().name().equals(dashboard.name()))
            .findFirst();
    if (unread.isPresent()) {
      // It was left open when the window was closed, and may be the same.
      unread.get().whenKnown(() -> show(dashboard));
      Objects.requireNonNull(open.get(unread.get())).keeping().read();
      return;
    }
    open.keySet().stream()
        .filter(model -> !dashboard.tiles().isEmpty() && model.get().equals(dashboard))
        .findFirst()
        .ifPresentOrElse(this::front, () -> show(dashboard, null));
  }

  DashboardModel show(Dashboard dashboard, @Nullable Path file) {
    return show(new DashboardModel(dashboard, file));
  }

  DashboardModel show(DashboardModel model) {
    shell.open(page(model));
    return model;
  }

  private Page page(DashboardModel model) {
    Keeping keeping = new Keeping(ui, model, shelf, drafts, shell);
    Page page =
        new Page(
            Icon.DASHBOARD,
            model.get().name(),
            model.about(),
            Optional.of(model.leaving().page()),
            () -> content(model, keeping));
    open.put(model, new Opened(page, keeping));
    return page;
  }

  private TabContent content(DashboardModel model, Keeping keeping) {
    return new DashboardPage(
        ui,
        shell,
        model,
        new TileAnswers(ui, new DashboardConnections(ui.workspace()), model),
        keeping,
        new RowsOfTile(ui, shell)::open,
        () -> open.remove(model));
  }

  /**
   * Shows the dashboard in a file.
   *
   * @param then gets it once it is in front
   */
  void show(Path file, Consumer<DashboardModel> then) {
    for (DashboardModel model : open.keySet()) {
      if (file.equals(model.file().get())) {
        then.accept(front(model));
        return;
      }
    }
    ui.background()
        .start(
            _ -> {
              Dashboard read = DashboardFile.read(file);
              shelf.remember(file);
              return read;
            },
            dashboard -> then.accept(show(dashboard, file)),
            shell.notices()::failed);
  }

  /** Brings one that is open to the front. */
  DashboardModel front(DashboardModel model) {
    shell.open(Objects.requireNonNull(open.get(model)).page());
    return model;
  }

  private void chooseFile() {
    ui.desktop()
        .chooseFile("Open a dashboard", List.of(new FileKind("Dashboard", "*.json")))
        .ifPresent(file -> show(file, _ -> {}));
  }

  private void choose() {
    chooser.offer(
        _ -> {},
        List.of(new Choice(Icon.FILE, "Open a dashboard's file…", "", "", this::chooseFile)));
  }

  /** What another page wants on a dashboard goes on the one that is chosen. */
  private void wanted(TileWanted wanted) {
    wanted.consume();
    if (wanted.origin().isEmpty()) {
      shell
          .notices()
          .done("These rows are of no table and no query that a dashboard could ask again.");
      return;
    }
    NewTile tile = new NewTile(wanted.origin().get(), wanted.chart().orElse(null), wanted.title());
    chooser.offer(model -> model.whenHere(() -> put(tile, model)), List.of());
  }

  private void put(NewTile tile, DashboardModel model) {
    Map<SqlTable, String> names = tile.renamed(model.get());
    if (names.isEmpty()) {
      model.change(tile.on(model.get()));
      return;
    }
    var _ =
        ui.background()
            .start(
                job -> tile.renamed(names, ui.queries(), job),
                renamed -> model.change(renamed.on(model.get())),
                shell.notices()::failed);
  }
}

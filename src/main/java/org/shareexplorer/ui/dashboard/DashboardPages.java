package org.shareexplorer.ui.dashboard;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.dashboard.ChartContent;
import org.shareexplorer.dashboard.Content;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.DashboardFile;
import org.shareexplorer.dashboard.DashboardShelf;
import org.shareexplorer.dashboard.DashboardShelf.Kept;
import org.shareexplorer.dashboard.RowsContent;
import org.shareexplorer.dashboard.Source;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.settings.Folders;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.fx.Desktop.FileKind;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.QueryWanted;
import org.shareexplorer.ui.fx.TileWanted;
import org.shareexplorer.ui.fx.TileWanted.Origin;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Choice;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.palette.PaletteView;
import org.shareexplorer.ui.shell.Page;
import org.shareexplorer.ui.shell.ShellView;
import org.shareexplorer.ui.shell.TabContent;
import org.shareexplorer.workspace.DashboardConnections;

/** Opens dashboards: by commands, from files, and with what other pages want on them. */
public final class DashboardPages {

  private static final String NEW = "New dashboard";

  private final Ui ui;
  private final ShellView shell;
  private final DashboardShelf shelf;

  /** The dashboards that are open, each with its tab. */
  private final Map<DashboardModel, Page> open = new LinkedHashMap<>();

  private DashboardPages(Ui ui, ShellView shell, DashboardShelf shelf) {
    this.ui = ui;
    this.shell = shell;
    this.shelf = shelf;
  }

  /** Adds the ways to dashboards to a window. */
  public static DashboardPages addTo(Ui ui, ShellView shell, Folders folders) {
    DashboardPages pages = new DashboardPages(ui, shell, new DashboardShelf(folders));
    shell.commands().add(Command.of("Dashboards…", "Shortcut+Shift+B", pages::choose));
    shell.commands().add(Command.of(NEW, null, () -> pages.show(new Dashboard(NEW))));
    shell.commands().add(Command.of("Open a dashboard's file…", null, pages::chooseFile));
    shell.addTool(Icon.DASHBOARD, "Dashboards", pages::choose);
    shell.node().addEventHandler(TileWanted.TILE_WANTED, pages::wanted);
    return pages;
  }

  /** Shows a dashboard that is not saved. */
  public void show(Dashboard dashboard) {
    var _ = show(dashboard, null);
  }

  /** Shows the dashboard in a file. */
  public void show(Path file) {
    for (Map.Entry<DashboardModel, Page> there : open.entrySet()) {
      if (file.equals(there.getKey().file().get())) {
        shell.open(there.getValue());
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
            dashboard -> show(dashboard, file),
            shell.notices()::failed);
  }

  private DashboardModel show(Dashboard dashboard, @Nullable Path file) {
    DashboardModel model =
        new DashboardModel(ui, new DashboardConnections(ui.workspace()), dashboard, file);
    Page page = new Page(Icon.DASHBOARD, dashboard.name(), () -> content(model));
    open.put(model, page);
    shell.open(page);
    return model;
  }

  private TabContent content(DashboardModel model) {
    return new DashboardPage(
        ui, model, shelf, shell.notices(), shell.overlay(), this::openRows, open::remove);
  }

  private void chooseFile() {
    ui.desktop()
        .chooseFile("Open a dashboard", List.of(new FileKind("Dashboard", "*.json")))
        .ifPresent(this::show);
  }

  /** Offers the dashboards that there are. */
  private void choose() {
    offer(
        new Choice(Icon.ADD, NEW, "", "", () -> show(new Dashboard(NEW))),
        model -> () -> shell.open(Objects.requireNonNull(open.get(model))),
        kept -> () -> show(kept.file()),
        List.of(new Choice(Icon.FILE, "Open a dashboard's file…", "", "", this::chooseFile)));
  }

  private void offer(
      Choice first,
      Function<DashboardModel, Runnable> opened,
      Function<Kept, Runnable> kept,
      List<Choice> last) {
    ui.background()
        .start(
            _ -> shelf.all(),
            all -> {
              List<Choice> choices = new ArrayList<>();
              choices.add(first);
              open.keySet()
                  .forEach(model ->
                      choices.add(
                          new Choice(
                              Icon.DASHBOARD,
                              model.get().name(),
                              "open",
                              "",
                              opened.apply(model))));
              all.stream()
                  .filter(each ->
                      open.keySet().stream().noneMatch(m -> each.file().equals(m.file().get())))
                  .forEach(each ->
                      choices.add(
                          new Choice(
                              Icon.DASHBOARD, each.name(), place(each), "", kept.apply(each))));
              choices.addAll(last);
              PaletteView.show(shell.overlay(), choices);
            },
            shell.notices()::failed);
  }

  private String place(Kept kept) {
    return kept.file().getFileName()
        + " · "
        + DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(Locale.UK)
            .format(kept.changed().atZone(ui.zone().get()));
  }

  private void wanted(TileWanted wanted) {
    wanted.consume();
    if (wanted.origin().isEmpty()) {
      shell
          .notices()
          .done("These rows are of no table and no query that a dashboard could ask again.");
      return;
    }
    Origin origin = wanted.origin().get();
    Function<Dashboard, Dashboard> added =
        dashboard -> added(dashboard, origin, wanted.chart().orElse(null));
    offer(
        new Choice(
            Icon.ADD,
            NEW,
            "",
            "",
            () -> {
              DashboardModel model = show(new Dashboard(NEW), null);
              model.change(added.apply(model.get()));
            }),
        model ->
            () -> {
              model.change(added.apply(model.get()));
              shell.open(Objects.requireNonNull(open.get(model)));
            },
        kept ->
            () ->
                ui.background()
                    .start(
                        _ -> DashboardFile.read(kept.file()),
                        dashboard -> {
                          DashboardModel model = show(dashboard, kept.file());
                          model.change(added.apply(model.get()));
                        },
                        shell.notices()::failed),
        List.of());
  }

  private static Dashboard added(Dashboard dashboard, Origin origin, @Nullable ChartSpec chart) {
    Dashboard now = dashboard;
    Source source;
    switch (origin) {
      case Origin.OfTable(String connection, var table, OptionalLong version, String filter) -> {
        Dashboard.Knowing known =
            now.knowing(new TableReference(Optional.of(connection), table, version));
        now = known.dashboard();
        source = new Source.OfTable(known.alias(), filter);
      }
      case Origin.OfQuery(String sql, List<SqlTable> tables) -> {
        for (SqlTable table : tables) {
          now =
              now.knowing(
                      new TableReference(
                          Optional.of(table.connection()), table.name(), OptionalLong.empty()))
                  .dashboard();
        }
        source = new Source.OfQuery(sql);
      }
    }
    Content content = chart == null ? new RowsContent(source, 20) : new ChartContent(source, chart);
    return now.with(new Tile(content));
  }

  /** Opens the table, or a page with the query, that a tile is of. */
  private void openRows(Dashboard dashboard, int number) {
    if (!(dashboard.tiles().get(number).content() instanceof Content.OfRows content)) {
      return;
    }
    switch (content.source()) {
      case Source.OfQuery(String sql) -> shell.node().fireEvent(new QueryWanted(sql));
      case Source.OfTable(String alias, String _) -> {
        TableReference table = dashboard.tables().get(alias);
        Optional<Connection> connection =
            table == null
                ? Optional.empty()
                : ui.workspace().connections().stream()
                    .filter(c -> table.connection().map(c.name()::equals).orElse(true))
                    .findFirst();
        connection.ifPresent(found ->
            shell
                .model()
                .open(
                    new TableRef(found.id(), found.name(), Objects.requireNonNull(table).name())));
        TabContent front = shell.front();
        if (front != null && content instanceof ChartContent) {
          front.showScreen("Charts");
        }
      }
    }
  }
}

package org.shareexplorer.ui.tour;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.fx.QueryWanted;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.shell.ShellView;
import org.shareexplorer.ui.shell.TabContent;
import org.shareexplorer.ui.sql.JoinWanted;

/** The tour through the application's own window. FX thread only. */
public final class ShellTour implements TourStage {

  private final Ui ui;
  private final ShellView shell;
  private final TourTables tables;

  /** The page that a stop has opened: it goes with the stop. */
  private @Nullable TabContent page;

  /** A tour of some tables through this window, not begun. */
  ShellTour(Ui ui, ShellView shell, TourTables tables) {
    this.ui = ui;
    this.shell = shell;
    this.tables = tables;
  }

  /** {@return a tour of the demo share through a window} */
  public static TourModel ofDemo(Ui ui, ShellView shell) {
    TourTables demo = TourTables.demo();
    return new TourModel(new ShellTour(ui, shell, demo), TourScript.steps(demo));
  }

  /** Adds the tour to what can be done in the window. */
  public static void addTo(Ui ui, ShellView shell) {
    TourPanel[] shown = new TourPanel[1];
    shell
        .commands()
        .add(Command.of("Take the tour", "F1", () -> begin(ui, shell, TourTables.demo(), shown)));
    shell
        .commands()
        .add(
            Command.of(
                "Take the tour of the tables in front",
                null,
                () -> inFront(ui, shell).isPresent(),
                () -> inFront(ui, shell).ifPresent(c -> look(ui, shell, c, shown))));
  }

  /** The connection of the table in front, if it is not the demo's. */
  private static Optional<Connection> inFront(Ui ui, ShellView shell) {
    TableRef front = shell.model().front().get();
    return ui.workspace().connections().stream()
        .filter(c -> front != null && c.id().equals(front.connection()))
        .filter(c -> !c.id().equals(ConnectionId.DEMO))
        .findFirst();
  }

  private static void look(Ui ui, ShellView shell, Connection connection, TourPanel[] shown) {
    var _ =
        ui.background()
            .start(
                job -> TourTables.of(connection, ui.workspace().client(connection.id(), job), job),
                found ->
                    found.ifPresentOrElse(
                        tables -> begin(ui, shell, tables, shown),
                        () -> shell.notices().failed(none(connection))),
                problem -> shell.notices().failed(problem));
  }

  private static Problem none(Connection connection) {
    return new Problem(
        ProblemCode.QUESTION,
        "The tour finds nothing to walk through.",
        connection.name() + " has no tables of customers and of sales that belong together.",
        "Press F1 for the tour of the demo share.");
  }

  private static void begin(Ui ui, ShellView shell, TourTables found, TourPanel[] shown) {
    if (shown[0] != null) {
      shown[0].stop();
    }
    boolean others =
        ui.workspace().connections().stream().anyMatch(c -> !c.id().equals(found.connection()));
    TourTables tables = others ? found.amongOthers() : found;
    ShellTour stage = new ShellTour(ui, shell, tables);
    TourPanel panel =
        new TourPanel(
            new TourModel(stage, TourScript.steps(tables)),
            () -> {
              stage.tidy();
              shell.showPanel(null);
            });
    shown[0] = panel;
    shell.showPanel(panel.node());
    panel.focus();
  }

  /** Closes what an earlier stop has opened. */
  private void tidy() {
    TabContent front = shell.front();
    if (front == null) {
      return;
    }
    if (front.equals(page)) {
      page = null;
      shell.commands().enabled().stream()
          .filter(command -> command.name().equals("Close the tab"))
          .findFirst()
          .ifPresent(Command::run);
      return;
    }
    for (Node button : front.node().lookupAll(".export-pane .icon-button")) {
      if (button instanceof Button close && seen(close)) {
        close.fire();
      }
    }
  }

  @Override
  public void showStart() {
    tidy();
    shell.showStart();
  }

  @Override
  public void connect() {
    tidy();
    if (tables.ofDemo()) {
      shell.connecting().openDemo();
    } else {
      shell.tree().reveal(tables.connection());
    }
  }

  @Override
  public void reveal(String share, String schema) {
    shell.tree().reveal(tables.connection(), share, schema);
  }

  @Override
  public void openTable(TableName table) {
    shell.tree().loadedTables().stream()
        .filter(
            known -> known.connection().equals(tables.connection()) && known.table().equals(table))
        .findFirst()
        .ifPresent(known -> {
          shell.model().open(known);
          shell.tree().show(known);
        });
  }

  @Override
  public void showScreen(String title) {
    TabContent front = shell.front();
    if (front != null) {
      front.showScreen(title);
    }
  }

  @Override
  public void draw(List<ChartSpec> charts) {
    TabContent front = shell.front();
    if (front != null) {
      front.draw(charts);
    }
  }

  @Override
  public void join(SqlTable left, SqlTable right) {
    shell.node().fireEvent(new JoinWanted(List.of(left, right)));
    page = shell.front();
  }

  @Override
  public void query(String sql) {
    shell.node().fireEvent(new QueryWanted(sql, true));
    page = shell.front();
  }

  @Override
  public void press(String words) {
    TabContent front = shell.front();
    if (front != null) {
      Stream.of(".button", ".toggle-button")
          .flatMap(kind -> front.node().lookupAll(kind).stream())
          .filter(node -> node instanceof ButtonBase button && words.equals(button.getText()))
          .filter(ShellTour::seen)
          .findFirst()
          .ifPresent(node -> ((ButtonBase) node).fire());
    }
  }

  private static boolean seen(Node node) {
    return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
  }

  @Override
  public boolean busy() {
    return shell.busy() || ui.background().running().get() > 0;
  }
}

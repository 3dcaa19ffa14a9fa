package org.shareexplorer.ui.tour;

import org.jspecify.annotations.Nullable;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.shell.ShellView;
import org.shareexplorer.ui.shell.TabContent;

/** The tour through the application's own window. FX thread only. */
public final class ShellTour implements TourStage {

  private final Ui ui;
  private final ShellView shell;
  private @Nullable TourPanel panel;

  /** A tour through this window, not begun. */
  public ShellTour(Ui ui, ShellView shell) {
    this.ui = ui;
    this.shell = shell;
  }

  /** Adds the tour to what can be done in the window. */
  public static void addTo(Ui ui, ShellView shell) {
    ShellTour tour = new ShellTour(ui, shell);
    shell.commands().add(Command.of("Take the tour", "F1", tour::begin));
  }

  private void begin() {
    TourPanel shown = new TourPanel(new TourModel(this), this::end);
    if (panel != null) {
      panel.stop();
    }
    panel = shown;
    shell.showPanel(shown.node());
    shown.focus();
  }

  private void end() {
    panel = null;
    shell.showPanel(null);
  }

  @Override
  public void showStart() {
    shell.showStart();
  }

  @Override
  public void openDemo() {
    shell.connecting().openDemo();
  }

  @Override
  public void reveal(String share, String schema) {
    shell.tree().reveal(ConnectionId.DEMO, share, schema);
  }

  @Override
  public void openTable(TableName table) {
    shell.tree().loadedTables().stream()
        .filter(
            known -> known.connection().equals(ConnectionId.DEMO) && known.table().equals(table))
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
  public boolean busy() {
    return shell.busy() || ui.background().running().get() > 0;
  }
}

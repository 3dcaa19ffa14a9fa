package org.shareexplorer.ui.shell;

import javafx.collections.ListChangeListener;
import org.shareexplorer.ui.connections.ConnectionsModel;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.preferences.Remembered;
import org.shareexplorer.workspace.Workspace;

/**
 * Brings tables and pages back that were open when the window was closed, and remembers those that
 * are open now. FX thread only.
 */
final class LastTime implements AutoCloseable {

  private final Ui ui;
  private final Remembered remembered;
  private final Notices notices;
  private final ShellModel model;
  private final ConnectionsModel tree;
  private final LeftPages pages;
  private Workspace.Listening listening = () -> {};

  LastTime(
      Ui ui,
      Remembered remembered,
      Notices notices,
      ShellModel model,
      ConnectionsModel tree,
      LeftPages pages) {
    this.ui = ui;
    this.remembered = remembered;
    this.notices = notices;
    this.model = model;
    this.tree = tree;
    this.pages = pages;
  }

  /** Brings back what was open, once it is known which connections are remembered. */
  void restore() {
    var preferences = remembered.get();
    ui.background()
        .start(
            job -> {
              ui.workspace().load(job);
              return ui.workspace().connections();
            },
            connections -> {
              model.restore(preferences.tabs(), preferences.frontTab(), connections);
              pages.restore();
              follow();
              protect();
            },
            problem -> {
              notices.failed(problem);
              follow();
            });
  }

  private void follow() {
    model.tabs().addListener((ListChangeListener<TableRef>) change -> remember());
    model
        .front()
        .subscribe(now -> {
          remember();
          if (now != null) {
            tree.show(now);
          }
        });
    listening =
        ui.workspace()
            .onConnectionsChanged(
                () -> ui.background().onFx(() -> model.keepOnly(ui.workspace().connections())));
  }

  private void protect() {
    ui.background()
        .start(
            job -> {
              ui.workspace().protect(job);
              return true;
            },
            done -> {},
            notices::failed);
  }

  private void remember() {
    remembered.change(p -> p.withTabs(model.remember(), model.frontIndex()));
  }

  @Override
  public void close() {
    pages.end();
    listening.close();
  }
}

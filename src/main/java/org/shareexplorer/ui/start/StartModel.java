package org.shareexplorer.ui.start;

import java.time.InstantSource;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.workspace.Workspace;

/** The connections on the start page. Holds no controls; FX thread only. */
final class StartModel {

  private final Ui ui;
  private final InstantSource clock;
  private final ObservableList<Recent> recent = FXCollections.observableArrayList();

  private final Workspace.Listening listening;

  StartModel(Ui ui, InstantSource clock) {
    this.ui = ui;
    this.clock = clock;
    listening = ui.workspace().onConnectionsChanged(() -> ui.background().onFx(this::refresh));
    refresh();
  }

  /** The connections last used, newest first. */
  ObservableList<Recent> recent() {
    return recent;
  }

  /** Ends following the workspace. */
  void close() {
    listening.close();
  }

  private void refresh() {
    recent.setAll(Recent.of(ui.workspace().connections(), clock.instant()));
  }
}

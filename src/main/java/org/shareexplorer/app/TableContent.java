package org.shareexplorer.app;

import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tab;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.grid.DataScreen;
import org.shareexplorer.ui.chart.ChartsScreen;
import org.shareexplorer.ui.profile.ProfileScreen;
import org.shareexplorer.ui.shell.TabContent;
import org.shareexplorer.ui.table.TableScreen;

final class TableContent implements TabContent {
  private final TabPane pane = new TabPane();
  private final SimpleObjectProperty<List<String>> status = new SimpleObjectProperty<>(List.of());
  private final String title;
  private TableContent(Ui ui, TableRef ref) { title = ref.table().table();
    ui.background().start(job -> ui.workspace().open(ref.connection(), ref.table(), job), t -> {
      for (TableScreen s : List.of(new DataScreen(ui, t), new ProfileScreen(ui, t), new ChartsScreen(ui, t))) { Tab tab = new Tab(s.title(), s.node()); tab.setUserData(s); pane.getTabs().add(tab); tab.selectedProperty().subscribe(x -> { if (x) { s.shown(); status.bind(s.status()); } }); }
    }, p -> {}); }
  static TabContent open(Ui ui, TableRef ref) { return new TableContent(ui, ref); }
  @Override public Node node() { return pane; }
  @Override public String title() { return title; }
  @Override public ObservableValue<List<String>> status() { return status; }
  @Override public void focus() {}
  @Override public void showScreen(String title) { pane.getTabs().stream().filter(t -> t.getText().equals(title)).forEach(t -> pane.getSelectionModel().select(t)); }
  @Override public void close() {}
}

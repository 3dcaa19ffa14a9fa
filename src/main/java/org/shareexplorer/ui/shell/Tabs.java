package org.shareexplorer.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Ui;

/**
 * Keeps a tab pane and the model's open tables the same. The home tab holds the start page. A table
 * is made when its tab first comes to the front.
 */
final class Tabs {

  private final TabPane pane;
  private final ShellModel model;
  private final TableTabs tables;
  private final Ui ui;
  private final Tab home = new Tab();
  private final ReadOnlyObjectWrapper<@Nullable TabContent> front = new ReadOnlyObjectWrapper<>();
  private @Nullable Tab tool;
  private boolean changing;

  Tabs(TabPane pane, ShellModel model, TableTabs tables, Ui ui, StackPane start) {
    this.pane = pane;
    this.model = model;
    this.tables = tables;
    this.ui = ui;
    home.setGraphic(Icon.HOME.node());
    home.setClosable(false);
    home.setTooltip(new Tooltip("Start page"));
    home.setContent(keepingTheKeyboard(start));
    pane.getTabs().add(home);
    pane.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
    model.tabs().addListener((ListChangeListener<TableRef>) change -> fromModel());
    model.front().subscribe(now -> fromModel());
    pane.getTabs().addListener((ListChangeListener<Tab>) change -> toModel());
    pane.getSelectionModel().selectedItemProperty().subscribe(this::selected);
    pane.addEventFilter(MouseEvent.MOUSE_CLICKED, this::middle);
  }

  /** What stands in the tab in front; null for the start page. */
  ReadOnlyObjectProperty<@Nullable TabContent> front() {
    return front.getReadOnlyProperty();
  }

  private void fromModel() {
    if (changing) {
      return;
    }
    changing = true;
    pane.getTabs()
        .removeIf(tab -> {
          boolean gone =
              !tab.equals(home) && !tab.equals(tool) && !model.tabs().contains(tableOf(tab));
          if (gone) {
            end(tab);
          }
          return gone;
        });
    for (TableRef table : model.tabs()) {
      if (tabOf(table).isEmpty()) {
        pane.getTabs().add(make(table));
      }
    }
    markLone();
    TableRef table = model.front().get();
    Tab noTable = toolInFront() && tool != null ? tool : home;
    Tab tab = table == null ? noTable : tabOf(table).orElse(home);
    pane.getSelectionModel().select(tab);
    changing = false;
    selected(tab);
  }

  private void markLone() {
    pane.getStyleClass().remove("lone");
    if (model.tabs().isEmpty() && tool == null) {
      pane.getStyleClass().add("lone");
    }
  }

  /**
   * Shows what is about no table in a tab of its own, or brings that to the front.
   *
   * @param make makes the content if it is not there
   */
  void showTool(Icon icon, Supplier<TabContent> make) {
    Tab shown = tool;
    if (shown == null) {
      TabContent content = make.get();
      shown = new Tab(content.title(), keepingTheKeyboard(content.node()));
      shown.setGraphic(icon.node());
      shown.getProperties().put(TabContent.class, content);
      shown.setOnCloseRequest(e -> {
        e.consume();
        closeTool();
      });
      tool = shown;
      pane.getTabs().add(shown);
      markLone();
    }
    pane.getSelectionModel().select(shown);
  }

  /** Whether the tab in front is about no table. */
  boolean toolInFront() {
    return tool != null && tool.equals(pane.getSelectionModel().getSelectedItem());
  }

  void closeTool() {
    Tab closed = tool;
    if (closed != null) {
      if (toolInFront()) {
        showHome();
      }
      tool = null;
      pane.getTabs().remove(closed);
      end(closed);
      markLone();
    }
  }

  void showHome() {
    pane.getSelectionModel().select(home);
  }

  private void toModel() {
    if (!changing) {
      changing = true;
      List<TableRef> order = new ArrayList<>();
      pane.getTabs().stream().map(Tabs::tableOf).filter(Objects::nonNull).forEach(order::add);
      model.reorder(order);
      changing = false;
    }
  }

  private void selected(@Nullable Tab tab) {
    if (changing || tab == null) {
      return;
    }
    TableRef table = tableOf(tab);
    model.front().set(table);
    if (table != null && tab.getContent() == null) {
      TabContent content = tables.open(ui, table);
      tab.getProperties().put(TabContent.class, content);
      tab.setContent(keepingTheKeyboard(content.node()));
    }
    front.set((TabContent) tab.getProperties().get(TabContent.class));
  }

  /** A tab pane takes the keyboard at every click that reaches it, also from within a tab. */
  private static Node keepingTheKeyboard(Node content) {
    content.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
    return content;
  }

  private Tab make(TableRef table) {
    Tab tab = new Tab(table.table().table(), null);
    tab.setGraphic(Icon.TABLE.node());
    tab.setTooltip(new Tooltip(table.connectionName() + " › " + table.table().text()));
    tab.setUserData(table);
    tab.setOnCloseRequest(e -> {
      e.consume();
      model.close(table);
    });
    return tab;
  }

  private static void end(Tab tab) {
    if (tab.getProperties().get(TabContent.class) instanceof TabContent content) {
      content.close();
    }
  }

  void closeAll() {
    pane.getTabs().forEach(Tabs::end);
  }

  private Optional<Tab> tabOf(TableRef table) {
    return pane.getTabs().stream().filter(tab -> table.equals(tableOf(tab))).findFirst();
  }

  private static @Nullable TableRef tableOf(Tab tab) {
    return tab.getUserData() instanceof TableRef table ? table : null;
  }

  /** A tab's header is not its node: the one under the pointer is found by its label's graphic. */
  private void middle(MouseEvent click) {
    if (click.getButton() != MouseButton.MIDDLE) {
      return;
    }
    for (Tab tab : pane.getTabs()) {
      TableRef table = tableOf(tab);
      Node header = tab.getGraphic() == null ? null : header(tab.getGraphic());
      if (table != null
          && header != null
          && header.contains(header.sceneToLocal(click.getSceneX(), click.getSceneY()))) {
        model.close(table);
        click.consume();
        return;
      }
    }
  }

  private static @Nullable Node header(Node graphic) {
    for (Node node = graphic; node != null; node = node.getParent()) {
      if (node.getStyleClass().contains("tab")) {
        return node;
      }
    }
    return null;
  }
}

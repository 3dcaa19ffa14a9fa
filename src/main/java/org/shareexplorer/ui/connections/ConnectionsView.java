package org.shareexplorer.ui.connections;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.ui.fx.FindOut;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.View;

/** The sidebar: connections and what they share. */
public final class ConnectionsView {

  private final ConnectionsModel model;
  private final Connecting connecting;
  private final Overlay overlay;
  private final Consumer<TableRef> onOpen;
  private final Runnable onAdd;
  private final TypeAhead typeAhead = new TypeAhead();

  private final Map<String, Consumer<TableRef>> more = new LinkedHashMap<>();

  @FXML private VBox root;
  @FXML private Button add;
  @FXML private TextField filter;
  @FXML private ListView<Row> list;

  /**
   * Shows the tree.
   *
   * @param onOpen opens a table
   * @param onAdd shows the ways to add a connection
   */
  public ConnectionsView(
      ConnectionsModel model,
      Connecting connecting,
      Overlay overlay,
      InstantSource clock,
      Consumer<TableRef> onOpen,
      Runnable onAdd) {
    this.model = model;
    this.connecting = connecting;
    this.overlay = overlay;
    this.onOpen = onOpen;
    this.onAdd = onAdd;
    View.load(this);
    list.setCellFactory(view -> new RowCell(this, clock));
  }

  @FXML
  private void initialize() {
    add.setGraphic(Icon.ADD.node());
    filter.textProperty().bindBidirectional(model.filter());
    Label empty = new Label("Open a share and it appears here.");
    empty.setWrapText(true);
    empty.getStyleClass().add("row-note");
    list.setPlaceholder(empty);
    list.setItems(model.rows());
    model.written().subscribe(now -> list.refresh());
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    list.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::filterKey);
    model
        .revealed()
        .subscribe(entry -> {
          if (entry != null) {
            select(model.rows().indexOf(rowOf(entry)));
          }
        });
  }

  /** Gives the menus of tables one more line. */
  public void addToTables(String text, Consumer<TableRef> action) {
    more.put(text, action);
  }

  /** {@return the sidebar} */
  public Parent node() {
    return root;
  }

  /** Puts the keyboard into the filter box. */
  public void focusFilter() {
    filter.requestFocus();
    filter.selectAll();
  }

  /** Puts the keyboard into the tree. */
  public void focusTree() {
    list.requestFocus();
    if (list.getSelectionModel().getSelectedIndex() < 0) {
      list.getSelectionModel().select(0);
    }
  }

  @FXML
  private void add() {
    onAdd.run();
  }

  private Row rowOf(Entry entry) {
    int depth = 0;
    for (Entry above = entry.parent; above != null; above = above.parent) {
      depth++;
    }
    return new Row(Row.Kind.ENTRY, entry, depth);
  }

  private void select(int index) {
    if (index >= 0) {
      list.getSelectionModel().clearAndSelect(index);
      list.getFocusModel().focus(index);
      list.scrollTo(Math.max(0, index - 3));
    }
  }

  void clicked(Row row, int clicks) {
    Entry entry = row.entry();
    if (row.kind() != Row.Kind.ENTRY || entry == null) {
      return;
    }
    if (entry.asset != null) {
      connecting.tell(AssetWords.of(entry.asset).sentence());
    } else if (!entry.leaf()) {
      model.toggle(entry);
    } else if (clicks == 1) {
      onOpen.accept(entry.table());
    }
  }

  /** What Enter does. */
  void act(Row row) {
    Entry entry = row.entry();
    switch (row.kind()) {
      case ENTRY -> {
        if (entry != null) {
          clicked(row, 1);
        }
      }
      case FAILED -> {
        if (entry != null) {
          model.refresh(entry);
        }
      }
      case EXPIRED -> {
        if (entry != null) {
          model.tryAnyway(entry.root());
        }
      }
      case SEARCH_ALL -> model.searchAll();
      case LOADING, EMPTY, NO_MATCH, SEARCHING -> {}
    }
  }

  /** Has the window look the connection over. */
  void findOut(Entry entry) {
    list.fireEvent(new FindOut(entry.root().connection.id()));
  }

  /** {@return the connection that the selected line belongs to} */
  public Optional<ConnectionId> selected() {
    Row row = list.getSelectionModel().getSelectedItem();
    return row == null || row.entry() == null
        ? Optional.empty()
        : Optional.of(row.entry().root().connection.id());
  }

  void replace(Row row) {
    if (row.entry() != null) {
      connecting.replace(row.entry().root().connection.id());
    }
  }

  private void key(KeyEvent key) {
    Row row = list.getSelectionModel().getSelectedItem();
    if (row == null || key.isShortcutDown() || key.isAltDown()) {
      return;
    }
    Entry entry = row.entry();
    Entry place = row.kind() == Row.Kind.ENTRY ? entry : null;
    switch (key.getCode()) {
      case ENTER, SPACE -> act(row);
      case RIGHT -> {
        if (place != null && !place.open && !place.leaf()) {
          model.setOpen(place, true);
        } else {
          select(
              Math.min(list.getSelectionModel().getSelectedIndex() + 1, model.rows().size() - 1));
        }
      }
      case LEFT -> {
        if (place != null && place.open) {
          model.setOpen(place, false);
        } else {
          Entry above = place == null ? entry : place.parent;
          if (above != null) {
            select(model.rows().indexOf(rowOf(above)));
          }
        }
      }
      case F5 -> {
        if (entry != null) {
          model.refresh(entry);
        }
      }
      case DELETE, BACK_SPACE -> {
        if (place != null && place.kind == Entry.Kind.CONNECTION) {
          remove(place.connection);
        }
      }
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void typed(KeyEvent key) {
    String character = key.getCharacter();
    if (!key.isShortcutDown() && !character.isBlank() && character.charAt(0) >= ' ') {
      int from = list.getSelectionModel().getSelectedIndex();
      select(typeAhead.type(character, model.rows(), from, System.nanoTime()));
      key.consume();
    }
  }

  private void filterKey(KeyEvent key) {
    if (key.getCode() == KeyCode.DOWN) {
      list.requestFocus();
      if (list.getSelectionModel().getSelectedIndex() < 0) {
        list.getSelectionModel().select(0);
      }
      key.consume();
    } else if (key.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
      filter.clear();
      key.consume();
    }
  }

  ContextMenu menu(Entry entry) {
    ContextMenu menu = new ContextMenu();
    switch (entry.kind) {
      case CONNECTION -> {
        Connection connection = entry.connection;
        item(menu, "Refresh", () -> model.refresh(entry));
        item(menu, "Check the connection…", () -> findOut(entry));
        item(
            menu,
            "Rename…",
            () ->
                Sheet.ask(
                    overlay,
                    "Rename the connection",
                    "Rename",
                    connection.name(),
                    name -> connecting.rename(connection.id(), name)));
        if (!connection.id().equals(ConnectionId.DEMO)) {
          item(menu, "Replace file…", () -> connecting.replace(connection.id()));
          item(menu, "Export…", () -> connecting.askExport(connection));
        }
        item(
            menu,
            "Copy endpoint",
            () -> connecting.copy(connection.endpoint().toString(), "The endpoint"));
        menu.getItems().add(new SeparatorMenuItem());
        item(menu, "Remove…", () -> remove(connection));
      }
      case SHARE, SCHEMA -> {
        item(menu, "Refresh", () -> model.refresh(entry));
        item(menu, "Copy name", () -> connecting.copy(entry.name(), "The name"));
      }
      case ASSET -> item(menu, "Copy name", () -> connecting.copy(entry.name(), "The name"));
      case TABLE -> {
        TableRef table = entry.table();
        item(menu, "Open", () -> onOpen.accept(table));
        more.forEach((text, action) -> item(menu, text, () -> action.accept(table)));
        item(
            menu,
            "Copy full name",
            () -> connecting.copy(table.table().text(), "The table's name"));
        item(
            menu,
            "Copy Python snippet",
            () -> connecting.copy(table.pythonSnippet(), "The Python snippet"));
      }
    }
    return menu;
  }

  private static void item(ContextMenu menu, String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(e -> action.run());
    menu.getItems().add(item);
  }

  private void remove(Connection connection) {
    Sheet.confirm(
        overlay,
        "Remove " + connection.name() + "?",
        "Its credential is deleted from this computer. The provider's file stays where it is.",
        "Remove",
        () -> connecting.remove(connection.id()));
  }
}

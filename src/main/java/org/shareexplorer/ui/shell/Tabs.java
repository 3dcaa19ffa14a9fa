package org.shareexplorer.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.settings.OpenPages;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Choice;

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
  private Runnable onChange = () -> {};
  private boolean changing;

  /** The tab in front, if it is a page's. */
  private @Nullable Tab page;

  Tabs(TabPane pane, ShellModel model, TableTabs tables, Ui ui, StackPane start) {
    this.pane = pane;
    this.model = model;
    this.tables = tables;
    this.ui = ui;
    home.setGraphic(Icon.HOME.node());
    home.setClosable(false);
    home.setTooltip(Tip.of("Start page"));
    home.setContent(OpenTab.keepingTheKeyboard(start));
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
    List<Tab> gone =
        pane.getTabs().stream()
            .filter(tab -> {
              TableRef table = new OpenTab(tab).table();
              return table != null && !model.tabs().contains(table);
            })
            .toList();
    boolean keyboard = gone.stream().anyMatch(this::keyboardIn);
    gone.forEach(tab -> new OpenTab(tab).end());
    pane.getTabs().removeAll(gone);
    for (TableRef table : model.tabs()) {
      if (tabOf(table).isEmpty()) {
        pane.getTabs().add(make(table));
      }
    }
    markLone();
    TableRef table = model.front().get();
    if (table != null) {
      page = null;
    }
    Tab tab = table == null ? (page == null ? home : page) : tabOf(table).orElse(home);
    pane.getSelectionModel().select(tab);
    changing = false;
    selected(tab);
    if (keyboard) {
      focusFront();
    }
  }

  /** Whether the keyboard would be nowhere without a tab. */
  private boolean keyboardIn(Tab tab) {
    return tab.getContent() != null && tab.getContent().isFocusWithin();
  }

  private void focusFront() {
    TabContent content = front.get();
    if (content != null) {
      content.focus();
    }
  }

  private void markLone() {
    pane.getStyleClass().remove("lone");
    if (pane.getTabs().size() == 1) {
      pane.getStyleClass().add("lone");
    }
  }

  private void toModel() {
    if (!changing) {
      changing = true;
      List<TableRef> order = new ArrayList<>();
      tabs().map(OpenTab::table).filter(Objects::nonNull).forEach(order::add);
      model.reorder(order);
      changing = false;
    }
  }

  private void selected(@Nullable Tab tab) {
    if (changing || tab == null) {
      return;
    }
    OpenTab chosen = new OpenTab(tab);
    TableRef table = chosen.table();
    page = chosen.page().isPresent() ? tab : null;
    model.front().set(table);
    if (tab.getContent() == null) {
      chosen.page().ifPresent(unopened -> fill(chosen, unopened));
      if (table != null) {
        chosen.put(tables.open(ui, table));
      }
    }
    front.set(chosen.content().orElse(null));
    onChange.run();
  }

  private void fill(OpenTab chosen, Page unopened) {
    TabContent content = unopened.open();
    StringProperty title = chosen.tab().textProperty();
    content.changingTitle().ifPresent(title::bind);
    title.addListener((_, _, _) -> onChange.run());
    content.onChange(() -> onChange.run());
    chosen.put(content);
  }

  private Stream<OpenTab> tabs() {
    return pane.getTabs().stream().map(OpenTab::new);
  }

  /** {@return what brings the open pages back} */
  OpenPages.Open kept() {
    List<OpenTab> pages = tabs().filter(tab -> tab.kept().isPresent()).toList();
    return new OpenPages.Open(
        pages.stream().flatMap(tab -> tab.kept().stream()).toList(),
        pages.stream().map(OpenTab::tab).toList().indexOf(page));
  }

  /** {@return the open pages as places to go to, from left to right} */
  List<Choice> pages() {
    return tabs()
        .flatMap(tab -> tab.page().map(page -> tab.choice(page, () -> goTo(tab.tab()))).stream())
        .toList();
  }

  /** Has an action run whenever a tab comes, goes or changes, or another comes to the front. */
  void onChange(Runnable action) {
    onChange = action;
    pane.getTabs().addListener((ListChangeListener<Tab>) change -> action.run());
  }

  /** Brings a page to the front; if it is not open, in a tab to the right of all others. */
  void open(Page made) {
    Optional<Tab> there =
        pane.getTabs().stream().filter(tab -> made.equals(tab.getUserData())).findFirst();
    if (there.isPresent()) {
      show(there.get());
      return;
    }
    show(add(made));
  }

  /** Puts a page into a tab to the right of all others, which stays behind. */
  Tab add(Page made) {
    Tab tab = new Tab(made.title(), null);
    tab.setGraphic(made.icon().node());
    tab.setUserData(made);
    Tooltip about = Tip.of("");
    about.setOnShowing(_ -> {
      String words = new OpenTab(tab).about();
      about.setText(words.isEmpty() ? tab.getText() : words);
    });
    tab.setTooltip(about);
    tab.setOnCloseRequest(e -> {
      e.consume();
      close(tab);
    });
    pane.getTabs().add(tab);
    markLone();
    return tab;
  }

  /** Brings a tab to the front. */
  private void show(Tab tab) {
    pane.getSelectionModel().select(tab);
  }

  /** Brings a tab to the front, and the keyboard with it. */
  void goTo(Tab tab) {
    show(tab);
    focusFront();
  }

  /** Brings the start page to the front. */
  void showHome() {
    show(home);
  }

  /** {@return whether a page is in front, and not a table or the start page} */
  boolean pageInFront() {
    return page != null;
  }

  /** {@return whether there is more than the start page} */
  boolean any() {
    return pane.getTabs().size() > 1;
  }

  /** Closes the page in front. */
  void closePage() {
    if (page != null) {
      close(page);
    }
  }

  private void close(Tab tab) {
    if (new OpenTab(tab).content().map(c -> c.closing(() -> remove(tab))).orElse(true)) {
      remove(tab);
    }
  }

  private void remove(Tab tab) {
    boolean keyboard = keyboardIn(tab);
    new OpenTab(tab).end();
    int index = pane.getTabs().indexOf(tab);
    if (tab.equals(page)) {
      pane.getSelectionModel().select(index + 1 < pane.getTabs().size() ? index + 1 : index - 1);
    }
    pane.getTabs().remove(tab);
    markLone();
    if (keyboard) {
      focusFront();
    }
  }

  /** Brings a neighbour of the front tab to the front, around the ends, the start page passed. */
  void cycle(int step) {
    int others = pane.getTabs().size() - 1;
    if (others > 0) {
      int index = pane.getSelectionModel().getSelectedIndex();
      int now = index == 0 ? (step > 0 ? -1 : 0) : index - 1;
      pane.getSelectionModel().select(1 + Math.floorMod(now + step, others));
    }
  }

  private Tab make(TableRef table) {
    Tab tab = new Tab(table.table().table(), null);
    tab.setGraphic(Icon.TABLE.node());
    tab.setTooltip(Tip.of(table.connectionName() + " › " + table.table().text()));
    tab.setUserData(table);
    tab.setOnCloseRequest(e -> {
      e.consume();
      model.close(table);
    });
    return tab;
  }

  void closeAll() {
    tabs().forEach(OpenTab::end);
  }

  private Optional<Tab> tabOf(TableRef table) {
    return tabs().filter(tab -> table.equals(tab.table())).map(OpenTab::tab).findFirst();
  }

  private void middle(MouseEvent click) {
    if (click.getButton() != MouseButton.MIDDLE) {
      return;
    }
    tabs()
        .filter(tab -> !tab.tab().equals(home) && tab.under(click))
        .findFirst()
        .ifPresent(tab -> {
          TableRef table = tab.table();
          if (table == null) {
            close(tab.tab());
          } else {
            model.close(table);
          }
          click.consume();
        });
  }
}

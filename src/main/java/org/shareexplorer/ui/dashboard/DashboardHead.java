package org.shareexplorer.ui.dashboard;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Tip;

/** The line above a dashboard's tiles: its name, and what can be done with it. FX thread only. */
final class DashboardHead extends HBox {

  DashboardHead(DashboardModel model, DashboardDeeds deeds) {
    super(8);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("dashboard-head");
    Label name = new Label();
    name.getStyleClass().add("dashboard-name");
    name.setMnemonicParsing(false);
    name.setMinWidth(60);
    name.textProperty().bind(model.dashboard().map(Dashboard::name));
    name.textProperty().subscribe(whole -> Tip.setText(name, whole));
    Label unsaved = new Label("not saved");
    unsaved.getStyleClass().add("dashboard-unsaved");
    unsaved.setMinWidth(Label.USE_PREF_SIZE);
    unsaved.visibleProperty().bind(model.unsaved());
    HBox gap = new HBox();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button save = button("Save", null, "Save the dashboard (Ctrl+S)", deeds::save);
    save.getStyleClass().add("accent");
    save.disableProperty().bind(model.unsaved().not());
    getChildren()
        .addAll(
            name,
            unsaved,
            gap,
            button("Refresh", Icon.REFRESH, "Ask for the newest versions (F5)", deeds::refresh),
            button("Present", null, "On the whole screen (Shift+F5)", deeds::present),
            add(deeds.editing()),
            more(model, deeds),
            save);
  }

  private static Node add(Editing editing) {
    MenuButton add = menu("Add", "Add a tile");
    add.getItems()
        .addAll(
            item("Text…", editing::addText),
            item("Figures of a query…", editing::addFigures),
            item("Rows of a query…", editing::addRows));
    return add;
  }

  private static Node more(DashboardModel model, DashboardDeeds deeds) {
    MenuButton more = menu("⋯", "Rename, save elsewhere, take along");
    more.getStyleClass().add("no-arrow");
    MenuItem undo = item("Undo", model::undo);
    MenuItem redo = item("Redo", model::redo);
    more.getItems()
        .addAll(
            item("Rename…", deeds.editing()::rename),
            item("Save as…", deeds::saveAs),
            new SeparatorMenuItem(),
            item("PDF…", () -> deeds.take(Takeaway.Form.PDF)),
            item("Web page (HTML)…", () -> deeds.take(Takeaway.Form.HTML)),
            item("Picture (PNG)…", () -> deeds.take(Takeaway.Form.PNG)),
            new SeparatorMenuItem(),
            undo,
            redo);
    more.setOnShowing(_ -> {
      undo.setDisable(!model.undoable());
      redo.setDisable(!model.redoable());
    });
    return more;
  }

  private static Button button(String words, @Nullable Icon icon, String tip, Runnable action) {
    Button button = icon == null ? new Button(words) : new Button(words, icon.node());
    Tip.setText(button, tip);
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static MenuButton menu(String words, String tip) {
    MenuButton menu = new MenuButton(words);
    Tip.setText(menu, tip);
    menu.setAccessibleText(tip);
    menu.setMinWidth(MenuButton.USE_PREF_SIZE);
    return menu;
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(_ -> action.run());
    return item;
  }
}

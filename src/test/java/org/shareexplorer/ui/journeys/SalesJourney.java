package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.provider.delta.DeltaTable;
import org.shareexplorer.provider.demo.Oracle;
import org.shareexplorer.ui.headless.Mouse;

/** A way through the demo's sales, beside DuckDB over the same files. */
abstract class SalesJourney extends Journey {

  static Oracle oracle() throws Exception {
    Oracle oracle = new Oracle();
    try (var folders = Files.walk(DEMO_DATA, 4)) {
      Path place =
          folders
              .filter(path -> path.endsWith("retail/sales_transactions"))
              .findFirst()
              .orElseThrow();
      oracle.view("sales", place, new DeltaTable(place).latestVersion());
    }
    return oracle;
  }

  List<String> column(String name) {
    List<String> values = new ArrayList<>();
    cells().values().forEach(row -> values.add(String.valueOf(row.get(name)).replace(",", "")));
    return values;
  }

  static List<String> texts(Oracle oracle, String sql) throws Exception {
    return oracle.rows(sql).stream().map(row -> String.valueOf(row.getFirst())).toList();
  }

  void sees(Oracle oracle, String rest) throws Exception {
    settle();
    List<String> shown = column("transaction_id");
    assertThat(shown).hasSizeGreaterThan(5);
    assertThat(texts(oracle, "SELECT transaction_id FROM sales " + rest))
        .startsWith(shown.toArray(String[]::new));
  }

  /** Closes the window and opens it again. */
  void restart() {
    doFx(window::close);
    window = onFx(() -> new RealWindow(home, DEMO_DATA, SCALE, theme()));
  }

  void openSales() {
    Button demo = find(window.scene, "#open-demo", Button.class);
    doFx(demo::fire);
    await("the tables are listed", () -> tree().size() > 5);
    open(ConnectionId.DEMO, "external_retail", "retail", "sales_transactions");
    awaitRow(1);
    settle();
    // Without a window on the screen there are no popups.
    doFx(() -> {
      ((Stage) window.scene.getWindow()).show();
      front().focus();
    });
  }

  /** How many conditions stand above the rows. */
  int chips() {
    return onFx(() -> window.scene.getRoot().lookupAll(".filter-chip").size());
  }

  static Node editor() {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .map(popup -> popup.getScene().lookup(".filter-editor"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  static <T extends Node> T inEditor(String selector, Class<T> type) {
    return type.cast(editor().lookup(selector));
  }

  /** Puts a condition by the editor that is open. */
  void condition(String column, String kind, String first, String second) {
    doFx(() -> {
      choose(inEditor("#filter-column", ComboBox.class), column);
      choose(inEditor("#filter-kind", ComboBox.class), kind);
      if (!first.isEmpty()) {
        inEditor("#filter-first", TextField.class).setText(first);
      }
      if (!second.isEmpty()) {
        inEditor("#filter-second", TextField.class).setText(second);
      }
      inEditor("#filter-apply", Button.class).fire();
    });
  }

  static void choose(ComboBox<?> box, String words) {
    for (int i = 0; i < box.getItems().size(); i++) {
      String shown = spokenItem(box, i);
      if (shown.equals(words)) {
        box.getSelectionModel().select(i);
        return;
      }
    }
    throw new AssertionError(words + " is not among " + box.getItems());
  }

  static <T> String spokenItem(ComboBox<T> box, int item) {
    T value = box.getItems().get(item);
    return box.getConverter() == null ? String.valueOf(value) : box.getConverter().toString(value);
  }

  Label arrow(String column) {
    return onFx(() ->
        window.scene.getRoot().lookupAll(".grid-sort").stream()
            .map(Label.class::cast)
            .filter(label ->
                label.getAccessibleText().matches("(Not sorted|Sorted) by " + column + "(,.*)?"))
            .findFirst()
            .orElseThrow());
  }

  /** Presses the arrow in a column's head. */
  void sort(String column, boolean shift) {
    Label arrow = arrow(column);
    doFx(() -> arrow.fireEvent(Mouse.event(MouseEvent.MOUSE_RELEASED, 3, 3, shift, false)));
    settle();
  }
}

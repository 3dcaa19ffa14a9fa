package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.provider.delta.DeltaTable;
import org.shareexplorer.provider.demo.Oracle;

/** Rows that are filtered and sorted by hand are those that DuckDB finds. */
class FilterJourneyTest extends Journey {

  private static Oracle oracle() throws Exception {
    Oracle oracle = new Oracle();
    try (var folders = Files.walk(demoData, 4)) {
      Path place =
          folders
              .filter(path -> path.endsWith("retail/sales_transactions"))
              .findFirst()
              .orElseThrow();
      oracle.view("sales", place, new DeltaTable(place).latestVersion());
    }
    return oracle;
  }

  private static Node editor() {
    return Window.getWindows().stream()
        .filter(Window::isShowing)
        .map(popup -> popup.getScene().lookup(".filter-editor"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static <T extends Node> T inEditor(String selector, Class<T> type) {
    return type.cast(editor().lookup(selector));
  }

  /** Puts a condition by the editor that is open. */
  private void condition(String column, String kind, String first, String second) {
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

  private static void choose(ComboBox<?> box, String words) {
    for (int i = 0; i < box.getItems().size(); i++) {
      String shown = spokenItem(box, i);
      if (shown.equals(words)) {
        box.getSelectionModel().select(i);
        return;
      }
    }
    throw new AssertionError(words + " is not among " + box.getItems());
  }

  private static <T> String spokenItem(ComboBox<T> box, int item) {
    T value = box.getItems().get(item);
    return box.getConverter() == null ? String.valueOf(value) : box.getConverter().toString(value);
  }

  private List<String> column(String name) {
    List<String> values = new ArrayList<>();
    cells().values().forEach(row -> values.add(String.valueOf(row.get(name)).replace(",", "")));
    return values;
  }

  private static List<String> texts(Oracle oracle, String sql) throws Exception {
    return oracle.rows(sql).stream().map(row -> String.valueOf(row.getFirst())).toList();
  }

  private void sees(Oracle oracle, String rest) throws Exception {
    settle();
    List<String> shown = column("transaction_id");
    assertThat(shown).hasSizeGreaterThan(5);
    assertThat(texts(oracle, "SELECT transaction_id FROM sales " + rest))
        .startsWith(shown.toArray(String[]::new));
  }

  private void openSales() {
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

  @Test
  void conditionsAndOrdersShowTheRowsThatDuckDbFinds() throws Exception {
    openSales();
    try (Oracle oracle = oracle()) {
      long all = (long) oracle.number("SELECT count(*) FROM sales");
      key(KeyCode.A, true, true);
      condition("total_amount", "is from … to …", "500", "4000");
      String where = "WHERE total_amount BETWEEN 500 AND 4000";
      await("the range is applied", () -> chips() == 1);
      settle();
      sees(oracle, where + " ORDER BY transaction_id");
      long some = (long) oracle.number("SELECT count(*) FROM sales " + where);
      assertThat(words(".filter-bar > .label"))
          .contains(String.format("%,d of %,d rows", some, all));

      picture(window.scene, "filter-range");
      key(KeyCode.A, true, true);
      condition("region", "is null", "", "");
      settle();
      sees(oracle, where + " AND region IS NULL ORDER BY transaction_id");
      key(KeyCode.A, true, true);
      condition("quantity", "written by hand", "quantity >> 3", "");
      assertThat(
              onFx(() -> inEditor(".filter-trouble", javafx.scene.control.Label.class).getText()))
          .contains("at character 11");
      doFx(() -> editor().getScene().getWindow().hide());
      click("Undo");
      settle();
      sees(oracle, where + " ORDER BY transaction_id");
      click("Clear all");
      settle();
      sees(oracle, "ORDER BY transaction_id");
    }
  }

  @Test
  void ticksOfFrequentValuesAndNullDecide() throws Exception {
    openSales();
    key(KeyCode.A, true, true);
    doFx(() -> {
      choose(inEditor("#filter-column", ComboBox.class), "region");
      choose(inEditor("#filter-kind", ComboBox.class), "is none of");
    });
    await("values are offered", () -> onFx(() -> editor().lookupAll(".check-box").size() > 3));
    doFx(() -> {
      editor().lookupAll(".check-box").stream()
          .map(CheckBox.class::cast)
          .filter(box -> box.getText().equals("EMEA"))
          .forEach(box -> box.setSelected(true));
      inEditor("#filter-apply", Button.class).fire();
    });
    settle();
    try (Oracle oracle = oracle()) {
      sees(oracle, "WHERE region IS DISTINCT FROM 'EMEA' ORDER BY transaction_id");
    }
  }

  private int chips() {
    return onFx(() -> window.scene.getRoot().lookupAll(".filter-chip").size());
  }
}

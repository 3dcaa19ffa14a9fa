package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.shareexplorer.provider.demo.Oracle;

/** Rows that are filtered and sorted by hand are those that DuckDB finds. */
class FilterJourneyTest extends SalesJourney {

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
          .filter(box -> box.getText().equals("Europe"))
          .forEach(box -> box.setSelected(true));
      inEditor("#filter-apply", Button.class).fire();
    });
    await("the condition is there", () -> chips() == 1);
    settle();
    try (Oracle oracle = oracle()) {
      sees(oracle, "WHERE region IS DISTINCT FROM 'Europe' ORDER BY transaction_id");
    }
  }
}

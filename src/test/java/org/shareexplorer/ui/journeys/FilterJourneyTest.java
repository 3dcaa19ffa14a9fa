package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.shareexplorer.provider.demo.Oracle;

/** Rows that are filtered and sorted by hand are those that DuckDB finds. */
class FilterJourneyTest extends SalesJourney {

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

      picture(window.view.node(), "filter-range");
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

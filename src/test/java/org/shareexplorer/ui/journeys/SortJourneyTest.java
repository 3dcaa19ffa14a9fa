package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.shareexplorer.provider.demo.Oracle;

/** Rows stand in the order that the heads' arrows ask for, as DuckDB orders them. */
class SortJourneyTest extends SalesJourney {

  @Test
  void arrowsSortAndShiftAddsAKey() throws Exception {
    openSales();
    try (Oracle oracle = oracle()) {
      sort("quantity", false);
      assertThat(arrow("quantity").getText()).isEqualTo("↑");
      sees(oracle, "ORDER BY quantity ASC NULLS LAST, transaction_id");
      sort("quantity", false);
      sees(oracle, "ORDER BY quantity DESC NULLS LAST, transaction_id");
      sort("total_amount", true);
      assertThat(List.of(arrow("quantity").getText(), arrow("total_amount").getText()))
          .containsExactly("↓1", "↑2");
      sees(
          oracle, "ORDER BY quantity DESC NULLS LAST, total_amount ASC NULLS LAST, transaction_id");
      sort("total_amount", true);
      sees(
          oracle,
          "ORDER BY quantity DESC NULLS LAST, total_amount DESC NULLS LAST, transaction_id");
      assertThat(words(".filter-bar > .label").getFirst())
          .isEqualTo("Sorted by quantity ↓ · sorted by total_amount ↓");
      picture(window.view.node(), "sorted-by-two");
      sort("quantity", false);
      sees(oracle, "ORDER BY transaction_id");
      assertThat(arrow("quantity").getAccessibleText()).startsWith("Not sorted");
    }
  }

  @Test
  void theMenuOfACellLeavesRowsLikeIt() throws Exception {
    openSales();
    try (Oracle oracle = oracle()) {
      sort("total_amount", false);
      key(KeyCode.HOME, false, true);
      key(KeyCode.RIGHT);
      String value = column("customer_id").getFirst();
      choose("Only rows like this cell");
      settle();
      assertThat(chips()).isEqualTo(1);
      List<String> shown = column("transaction_id");
      assertThat(shown)
          .isEqualTo(
              texts(
                  oracle,
                  "SELECT transaction_id FROM sales WHERE customer_id = "
                      + value
                      + " ORDER BY total_amount ASC NULLS LAST, transaction_id LIMIT "
                      + shown.size()));
    }
  }

  /** Chooses from the menu that the keyboard opens on the selected cell. */
  private void choose(String words) {
    Node grid = find(window.scene, ".grid", Node.class);
    doFx(() ->
        grid.fireEvent(
            new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 9, 9, 9, 9, true, null)));
    doFx(() ->
        Window.getWindows().stream()
            .filter(ContextMenu.class::isInstance)
            .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
            .filter(item -> words.equals(item.getText()))
            .findFirst()
            .orElseThrow()
            .fire());
  }
}

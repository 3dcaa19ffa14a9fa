package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.provider.demo.Oracle;

/** A table comes back as it was left, says so, and is plain again at once where that is wanted. */
class LeftViewJourneyTest extends SalesJourney {

  private static final String BACK = "Filters and sorting are as you left them.";

  private void closeTab() {
    shortcut(KeyCode.W);
    await("the tab is closed", () -> window.view.model().tabs().isEmpty());
  }

  private void reopen() {
    open(ConnectionId.DEMO, "external_retail", "retail", "sales_transactions");
    awaitRow(1);
    settle();
  }

  @Test
  void filtersSortingAndColumnsComeBackAfterTheTabAndAfterTheProgram() throws Exception {
    openSales();
    key(KeyCode.A, true, true);
    condition("total_amount", "is from … to …", "500", "4000");
    await("the range is applied", () -> chips() == 1);
    settle();
    sort("quantity", false);
    sort("quantity", false);
    sort("total_amount", true);
    try (Oracle oracle = oracle()) {
      String rows =
          "WHERE total_amount BETWEEN 500 AND 4000 ORDER BY quantity DESC, total_amount, transaction_id";
      sees(oracle, rows);
      closeTab();
      reopen();
      assertThat(chips()).isEqualTo(1);
      assertThat(words(".left-strip > .label")).contains(BACK);
      sees(oracle, rows);
      picture(window.view.node(), "left-view");
      screen("Details");
      assertThat(words(".filter-chip")).as("what does not follow filters").isEmpty();
      screen("Data");
      assertThat(words(".filter-chip")).hasSize(1);
      Path kept = home.resolve("config").resolve("left-views.json");
      assertThat(Files.readString(kept)).contains("total_amount");

      doFx(window::close);
      window = onFx(() -> new RealWindow(home, DEMO_DATA, SCALE, theme()));
      awaitRow(1);
      settle();
      assertThat(chips()).isEqualTo(1);
      sees(oracle, rows);
      click("Show all rows");
      settle();
      assertThat(chips()).isZero();
      assertThat(words(".left-strip > .label")).doesNotContain(BACK);
      sees(oracle, "ORDER BY transaction_id");
      closeTab();
      reopen();
      assertThat(words(".left-strip > .label")).doesNotContain(BACK);
      sees(oracle, "ORDER BY transaction_id");
    }
  }
}

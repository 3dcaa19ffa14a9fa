package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.dashboard.retail.RetailPages;

/** From a table to the ready dashboard, and to another one of other columns. */
class RetailJourneyTest extends Journey {

  private final List<Dashboard> opened = new CopyOnWriteArrayList<>();

  @BeforeEach
  void addPages() {
    doFx(() -> RetailPages.addTo(window.ui, window.view, opened::add));
  }

  private List<String> tiles(int dashboard) {
    return opened.get(dashboard).tiles().stream().map(Tile::heading).toList();
  }

  @Test
  void theDemosDashboardIsOneClickAway() {
    press("See its dashboard");
    await("the dashboard is made", () -> opened.size() == 1);
    assertThat(tiles(0)).hasSize(28).contains("Revenue by segment");
    assertThat(opened.getFirst().tables().values())
        .allMatch(table -> table.connection().isPresent());
  }

  @Test
  void aTableThatFitsOffersTheDashboardAndItsColumnsCanBeChosen() {
    doFx(() -> window.view.connecting().openDemo());
    settle();
    open(ConnectionId.DEMO, "city_mobility", "taxi", "zones");
    settle();
    screen("Charts");
    settle();
    assertThat(words(".retail-strip > .button")).isEmpty();
    open(ConnectionId.DEMO, "external_retail", "retail", "sales_transactions");
    settle();
    screen("Charts");
    settle();
    click("Retail dashboard of customers and sales");
    await("the dashboard is made", () -> opened.size() == 1);

    command("Choose the retail dashboard's columns…");
    settle();
    assertThat(words("#retail-missing"))
        .containsExactly("Nothing is missing: the dashboard will be complete.");
    choose("#retail-product", Optional.empty());
    assertThat(words("#retail-missing").getFirst())
        .contains("For want of a column for “Product”: no Top 10 products by revenue");
    choose("#retail-amount", Optional.of("unit_price"));
    press("Open the dashboard");
    assertThat(opened).hasSize(2);
    assertThat(tiles(1)).doesNotContain("Top 10 products by revenue");
    assertThat(opened.getLast().tiles().toString())
        .contains("sum(s.unit_price)")
        .doesNotContain("total_amount)");
  }

  @SuppressWarnings("unchecked") // The boxes hold columns.
  private void choose(String box, Optional<String> column) {
    doFx(() -> {
      ComboBox<Optional<Field>> columns = (ComboBox<Optional<Field>>) window.scene.lookup(box);
      columns.setValue(
          columns.getItems().stream()
              .filter(item -> item.map(Field::name).equals(column))
              .findFirst()
              .orElseThrow());
    });
  }
}

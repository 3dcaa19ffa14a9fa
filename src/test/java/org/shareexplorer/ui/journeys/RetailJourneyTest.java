package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.shell.TabContent;

/** From a table to the ready dashboard, and to another one of other columns. */
class RetailJourneyTest extends Journey {

  private static final String NAME = "Retail: customers and sales_transactions";

  private List<String> titles() {
    return onFx(() -> {
      TabContent front = window.view.front();
      return front == null || !front.title().contains(NAME)
          ? List.of()
          : front.node().lookupAll(".tile .chart-title").stream()
              .map(node -> ((Label) node).getText())
              .toList();
    });
  }

  @Test
  void theDemosDashboardIsOneClickAway() {
    press("See its dashboard");
    await("the dashboard is there", () -> titles().size() == 29);
    assertThat(titles()).contains("Sales at a glance", "Revenue by segment");

    command("Go to the start page");
    settle();
    doFx(window::close);
    window = onFx(() -> new RealWindow(home, DEMO_DATA, SCALE, theme()));
    await("its tab is back", () -> tabs().equals(List.of(NAME)));
    key(KeyCode.G, true, true);
    await("the dashboard is there", () -> titles().size() == 29);
    settle();
    assertThat(tabs()).as("no second one of the same").containsExactly("• " + NAME);

    WeakReference<TabContent> gone = new WeakReference<>(front());
    command("Close the tab");
    settle();
    press("Do not save");
    settle();
    untilForgotten(gone);
    assertThat(tabs()).isEmpty();
  }

  private List<String> tabs() {
    return onFx(() ->
        ((TabPane) window.scene.getRoot().lookup(".tab-pane"))
            .getTabs().stream().skip(1).map(Tab::getText).toList());
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
    await("the dashboard is there", () -> titles().contains("Top 10 products by revenue"));

    command("Choose the retail dashboard's columns…");
    settle();
    assertThat(words("#retail-missing"))
        .containsExactly("Nothing is missing: the dashboard will be complete.");
    choose("#retail-product", Optional.empty());
    assertThat(words("#retail-missing").getFirst())
        .contains("For want of a column for “Product”: no Top 10 products by revenue");
    press("Open the dashboard");
    await(
        "another dashboard is there",
        () ->
            titles().contains("Some of it is missing")
                && !titles().contains("Top 10 products by revenue"));
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

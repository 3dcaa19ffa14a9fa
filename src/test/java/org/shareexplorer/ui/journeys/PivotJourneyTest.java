package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.shareexplorer.provider.demo.Oracle;

/** Figures of groups of a table are put together, filtered, and go on as a query. */
class PivotJourneyTest extends SalesJourney {

  @SuppressWarnings("unchecked") // All of the pivot's boxes hold words.
  private void choose(int box, String word) {
    doFx(() ->
        ((ComboBox<String>)
                new ArrayList<>(front().node().lookupAll(".pivot-choice"))
                    .stream().filter(Journey::seen).toList().get(box))
            .setValue(word));
    settle();
  }

  @Test
  void figuresOfGroupsAreThoseOfTheRawFilesAndGoOnAsAQuery() throws Exception {
    openSales();
    screen("Pivot");
    settle();
    picture(window.view.node(), "pivot-empty");
    click("Suggest one");
    settle();
    awaitRow(1);
    assertThat(onFx(() -> front().node().lookup(".pivot .grid-frozen-edge").isVisible()))
        .as("the groups stay in sight while figures scroll")
        .isTrue();
    try (Oracle oracle = oracle()) {
      assertThat(column("2024"))
          .isEqualTo(
              texts(
                  oracle,
                  "SELECT sum(total_amount) FILTER (year(transaction_date) = 2024)"
                      + " FROM sales GROUP BY region ORDER BY region"));
      picture(window.view.node(), "pivot");

      click("Filter");
      condition("quantity", "written by hand", "quantity > 5", "");
      settle();
      awaitRow(1);
      choose(3, "count");
      awaitRow(1);
      assertThat(column("all"))
          .isEqualTo(
              texts(
                  oracle,
                  "SELECT count(total_amount) FROM sales WHERE quantity > 5"
                      + " GROUP BY region ORDER BY region"));
    }
    Map<Long, Map<String, String>> pivoted = cells();
    click("Open in SQL");
    settle();
    key(KeyCode.ENTER, false, true);
    awaitRow(1);
    settle();
    assertThat(cells()).isEqualTo(pivoted);
    assertThat(front().title()).isEqualTo("SQL");
  }

  @Test
  void theChartsOfAPivotShowItsFiguresGroupByGroup() throws Exception {
    openSales();
    screen("Pivot");
    settle();
    click("Suggest one");
    awaitRow(1);
    settle();
    doFx(() ->
        front().node().lookupAll(".pivot .toggle-button").stream()
            .map(ToggleButton.class::cast)
            .filter(screen -> screen.getText().equals("Charts"))
            .forEach(ToggleButton::fire));
    settle();
    assertThat(words(".pivot .chart-card .chart-title"))
        .containsExactly("Sum of total_amount by region");
    picture(window.view.node(), "pivot-chart");
    click("Add a row field");
    settle();
    assertThat(words(".pivot .chart-card .chart-title"))
        .containsExactly("Sum of total_amount by region");
    choose(4, "mean");
    assertThat(words(".pivot .chart-card .chart-title"))
        .as("means of parts are no sum")
        .doesNotContain("Mean of total_amount by region");
  }

  @Test
  void aPivotIsAskedAnewOnADashboard() throws Exception {
    openSales();
    screen("Pivot");
    settle();
    click("Suggest one");
    awaitRow(1);
    settle();
    List<String> figures = column("2024");
    click("Add to a dashboard…");
    await("dashboards are offered", () -> window.scene.getRoot().lookup(".palette") != null);
    settle();
    key(KeyCode.ENTER);
    settle();
    await("it is on a dashboard", () -> front().title().equals("New dashboard"));
    await(
        "its figures are there",
        () ->
            onFx(() ->
                front().node().lookupAll(".tile .table-view").stream()
                    .anyMatch(
                        table -> ((TableView<?>) table).getItems().size() == figures.size())));
    assertThat(words(".tile .chart-title"))
        .containsExactly("sum of total_amount by region, transaction_date by year");
    assertThat(words(".tile .chart-note")).anyMatch(w -> w.contains("sales_transactions v"));
    picture(window.view.node(), "pivot-on-dashboard");
  }
}

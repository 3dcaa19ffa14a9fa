package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.provider.demo.Oracle;

/** Two tables are joined without a line of SQL. */
class JoinJourneyTest extends SalesJourney {

  @SuppressWarnings("unchecked") // The page's boxes of tables come first in each card.
  private void choose(int card, String table) {
    doFx(() -> {
      ComboBox<SqlTable> box =
          (ComboBox<SqlTable>)
              window.scene.getRoot().lookupAll(".join-card").stream()
                  .toList()
                  .get(card)
                  .lookup(".combo-box");
      box.setValue(
          box.getItems().stream()
              .filter(t -> t.name().table().equals(table))
              .findFirst()
              .orElseThrow());
    });
    settle();
  }

  @SuppressWarnings("unchecked") // Whatever is chosen of, its words name the column.
  private void key(String name, String column) {
    doFx(() ->
        window.scene.getRoot().lookupAll(".join-card .combo-box").stream()
            .map(node -> (ComboBox<Object>) node)
            .filter(box -> name.equals(box.getAccessibleText()))
            .forEach(box ->
                box.setValue(
                    box.getItems().stream()
                        .filter(item -> box.getConverter().toString(item).endsWith(column))
                        .findFirst()
                        .orElseThrow())));
    settle();
  }

  private String expected() {
    return String.join("", words(".join-expected"));
  }

  @Test
  void matchesAreCountedBeforeTheJoinRunsAndItsRowsOpenInATab() throws Exception {
    doFx(() -> find(window.scene, "#open-demo", Button.class).fire());
    settle();
    key(KeyCode.J, true, true);
    settle();
    choose(0, "customers");
    choose(1, "zones");
    await(
        "that there is no key is said",
        () -> words(".join-card .label").contains("No key is suggested by names and types."));
    key("Key among the tables before", "customer_id");
    key("Key of zones", "borough");
    assertThat(words(".join-card .label")).contains("compared as texts: int, string");
    choose(0, "sales_transactions");
    choose(1, "customers");
    await("the rows are counted", () -> expected().contains("The result will have"));
    picture(window.view.node(), "join-counted");
    String said = expected().replaceFirst("(?s)^\\D*(\\d*).*$", "$1");
    List<String> figures = words(".join-figure").stream().map(f -> f.replace(",", "")).toList();
    try (Oracle oracle = oracle()) {
      assertThat(figures.getFirst())
          .isEqualTo(texts(oracle, "SELECT count(*) FROM sales").getFirst());
    }
    // Every sale has one customer or none: as many rows as sales that match.
    assertThat(expected().replace(",", "")).contains("have " + figures.get(1) + " row");
    assertThat(said).isNotEmpty();
    assertThat(words(".join-page .label"))
        .anyMatch(words -> words.contains("customers.customer_id as customer_id_customers"));
    String sql = onFx(() -> find(window.scene, ".join-sql", TextArea.class).getText());
    assertThat(sql)
        .contains(
            "FROM sales_transactions AS s\nJOIN customers AS c\n  ON s.customer_id = c.customer_id");
    click("Run the join");
    awaitRow(1);
    settle();
    assertThat(String.join("", words(".sql-said")).replace(",", ""))
        .startsWith(figures.get(1) + " rows");
    picture(window.view.node(), "join-result");
  }
}

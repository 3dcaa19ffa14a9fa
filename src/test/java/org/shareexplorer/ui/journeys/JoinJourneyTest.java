package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.sql.Join;
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

  private String sql() {
    return onFx(() ->
        window.scene.getRoot().lookup(".join-sql") instanceof TextArea area ? area.getText() : "");
  }

  private <N> N inCard(int card, String selector, Class<N> kind) {
    return kind.cast(
        window.scene.getRoot().lookupAll(".join-card").stream()
            .toList()
            .get(card)
            .lookup(selector));
  }

  @Test
  @SuppressWarnings("unchecked") // The second box of a card has the kinds of joins.
  void whatWasChosenOfAJoinComesBackWithTheWindow() {
    doFx(() -> find(window.scene, "#open-demo", Button.class).fire());
    settle();
    key(KeyCode.J, true, true);
    settle();
    choose(0, "customers");
    choose(1, "sales_transactions");
    click("Join another table");
    settle();
    choose(2, "price_list");
    await("keys are suggested", () -> sql().contains("s.product_name = p.product_name"));
    key("Key among the tables before", "country");
    key("Key of sales_transactions", "region");
    doFx(() -> {
      ((ComboBox<Join.Kind>)
              window.scene.getRoot().lookupAll(".join-card .combo-box").stream()
                  .filter(box -> "Kind of join".equals(box.getAccessibleText()))
                  .findFirst()
                  .orElseThrow())
          .setValue(Join.Kind.LEFT);
      ((CheckBox)
              ((CustomMenuItem) inCard(0, ".menu-button", MenuButton.class).getItems().getFirst())
                  .getContent())
          .fire();
    });
    settle();
    String before = sql();
    assertThat(before)
        .contains("LEFT JOIN sales_transactions AS s\n  ON c.country = s.region")
        .contains("ON c.country = p.product_name")
        .doesNotContain("  c.customer_id,");

    restart();
    await("the join is as it was", () -> sql().equals(before));
    settle();
    assertThat(sql()).isEqualTo(before);
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

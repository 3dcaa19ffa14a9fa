package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.provider.DemoShare;
import org.shareexplorer.ui.fx.Notice;

/** The same tables in two connections: both can be meant, and one may fail. */
class TwoConnectionsJourneyTest extends SalesJourney {

  private DemoShare acme() throws Exception {
    DemoShare share = provider();
    Path profile = Files.writeString(home.resolve("acme.share"), share.profileJson());
    doFx(() -> window.view.connecting().addFile(profile));
    await("it is connected", () -> window.workspace.connections().size() == 2);
    settle();
    return share;
  }

  @SuppressWarnings("unchecked") // The page's boxes of tables come first in each card.
  private void choose(int card, String connection, String table) {
    doFx(() -> {
      ComboBox<SqlTable> box =
          (ComboBox<SqlTable>)
              front().node().lookupAll(".join-card").stream()
                  .toList()
                  .get(card)
                  .lookup(".combo-box");
      box.setValue(
          box.getItems().stream()
              .filter(t -> t.connection().equals(connection) && t.name().table().equals(table))
              .findFirst()
              .orElseThrow());
    });
    settle();
  }

  private String joined() {
    return onFx(() -> ((TextArea) front().node().lookup(".join-sql")).getText());
  }

  private String said() {
    return String.join(" ", words(".sql-fault"));
  }

  /** The connections whose tables are listed, from top to bottom. */
  private List<String> listed() {
    return onFx(() ->
        ((TreeView<?>) front().node().lookup(".tree-view"))
            .getRoot().getChildren().stream().map(item -> item.getValue().toString()).toList());
  }

  private void write(String query) {
    doFx(() -> ((CodeArea) front().node().lookup(".sql-editor")).replaceText(query));
    settle();
  }

  @Test
  void aTableOfAConnectionThatDoesNotAnswerIsNotSaidNotToBe() throws Exception {
    openSales();
    key(KeyCode.Q, true, true);
    settle();
    write("SELECT count(*) AS n FROM acme.external_retail.retail.customers");
    await("there is no such connection", () -> said().contains("No table of your connections"));
    DemoShare share = acme();
    await("its tables are known by now", () -> said().isEmpty());
    doFx(() ->
        window.workspace.rename(window.workspace.connections().getFirst().id(), "Zebra share"));
    settle();
    assertThat(listed())
        .as("each at its place")
        .satisfiesExactly(
            one -> assertThat(one).contains("Zebra share"),
            two -> assertThat(two).contains("acme"));
    assertThat(onFx(() -> front().node().lookupAll(".sql-wrong"))).isEmpty();

    Path profile =
        Files.writeString(
            home.resolve("gone.share"), share.profileJson().replaceAll(":\\d+/", ":1/"));
    doFx(() -> window.view.connecting().addFile(profile));
    await("it is connected", () -> window.workspace.connections().size() == 3);
    settle();
    write("SELECT count(*) AS n FROM gone.external_retail.retail.customers");
    await("it says why", () -> said().contains("Those of gone are not known: "));
    assertThat(said())
        .contains("No table that is listed is called gone.external_retail.retail.customers.")
        .contains("does not accept connections")
        .doesNotContain("acme");
  }

  @Test
  void aNameThatATableOfASilentConnectionMayHaveIsSaidToBeTakenForAnothers() throws Exception {
    openSales();
    key(KeyCode.Q, true, true);
    settle();
    Path profile =
        Files.writeString(
            home.resolve("gone.share"), provider().profileJson().replaceAll(":\\d+/", ":1/"));
    doFx(() -> window.view.connecting().addFile(profile));
    await("it is connected", () -> window.workspace.connections().size() == 2);
    settle();
    write("SELECT count(*) AS n FROM customers");
    String caveat =
        "customers is taken to be that of Demo share: which tables gone has is not known. To be"
            + " certain, write \"Demo share\".external_retail.retail.customers.";
    await("it is said before it is run", () -> words(".sql-said").contains(caveat));
    shortcut(KeyCode.ENTER);
    awaitRow(1);
    assertThat(words(".sql-said").getFirst()).startsWith("1 row · ").endsWith(caveat);
    write("SELECT count(*) AS n FROM \"Demo share\".external_retail.retail.customers");
    assertThat(words(".sql-said")).containsExactly("");
  }

  @Test
  void tablesOfBothAreToldApartAndOneThatStopsKeepsTheOtherUsable() throws Exception {
    openSales();
    key(KeyCode.Q, true, true);
    settle();
    DemoShare share = acme();
    click("Best customers");
    await("the example means the demo's tables", () -> cells().size() == 10);

    open(
        window.workspace.connections().getFirst().id(),
        "external_retail",
        "retail",
        "sales_transactions");
    settle();
    screen("Pivot");
    settle();
    click("Suggest one");
    awaitRow(1);
    settle();
    click("Open in SQL");
    settle();
    String pivot = onFx(() -> ((CodeArea) front().node().lookup(".sql-editor")).getText());
    assertThat(pivot).contains(".external_retail.retail.sales_transactions");
    shortcut(KeyCode.ENTER);
    awaitRow(1);

    command("Join tables…");
    settle();
    choose(0, "Demo share", "sales_transactions");
    choose(1, "acme", "customers");
    assertThat(joined())
        .contains("FROM \"Demo share\".external_retail.retail.sales_transactions AS s")
        .contains("JOIN acme.external_retail.retail.customers AS c")
        .contains("ON s.customer_id = c.customer_id");
    assertThat(words(".join-counts .small"))
        .contains(
            "sales_transactions has keys that repeat: a row of customers may come several times,"
                + " and sums of its figures count it each time.");
    choose(0, "Demo share", "price_list");
    assertThat(words(".join-card .combo-box"))
        .as("no key of a table that is another one now")
        .noneMatch(words -> words.startsWith("sales_transactions."));

    share.close();
    choose(1, "acme", "zones");
    assertThat(said()).contains("acme: ").contains("does not accept connections");
    choose(0, "Demo share", "sales_transactions");
    choose(1, "Demo share", "customers");
    await(
        "what the other one has is joined",
        () -> String.join("", words(".join-expected")).contains("The result will have"));
    assertThat(said()).isBlank();

    doFx(() -> window.view.model().front().set(null));
    key(KeyCode.G, true, true);
    await(
        "the one that answers has its dashboard",
        () -> window.view.front() != null && front().title().startsWith("Retail: "));
    assertThat(onFx(() -> List.copyOf(window.notices.shown())))
        .noneMatch(Notice.Failed.class::isInstance);
  }
}

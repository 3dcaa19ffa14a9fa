package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.ui.fx.QueryWanted;
import org.shareexplorer.ui.sql.JoinWanted;

/** Pages with queries, joins and the activity come back as they were left. */
class LeftPagesJourneyTest extends SalesJourney {

  private static final String QUERY = "SELECT region, 'Größe' AS x\nFROM sales_transactions";

  private TabPane tabs() {
    return (TabPane) window.scene.getRoot().lookup(".tab-pane");
  }

  private List<String> titles() {
    return onFx(() -> tabs().getTabs().stream().skip(1).map(tab -> tab.getText()).toList());
  }

  private void select(int tab) {
    doFx(() -> tabs().getSelectionModel().select(tab));
    settle();
  }

  @Test
  void pagesComeBackWithTheWindowAndAskNothingUnasked() throws Exception {
    openSales();
    TableName sales = new TableName("external_retail", "retail", "sales_transactions");
    TableName customers = new TableName("external_retail", "retail", "customers");
    doFx(() -> window.view.node().fireEvent(new QueryWanted(QUERY)));
    settle();
    doFx(() ->
        window
            .view
            .node()
            .fireEvent(
                new JoinWanted(
                    List.of(
                        new SqlTable("Demo share", sales),
                        new SqlTable("Demo share", customers)))));
    settle();
    command("Show the activity");
    settle();
    List<String> before = titles();
    assertThat(before).containsExactly("sales_transactions", "SQL", "Join", "Activity");

    doFx(window::close);
    window = onFx(() -> new RealWindow(home, demoData, SCALE, theme()));
    await("the tabs are back", () -> titles().size() == 4);
    settle();
    assertThat(titles()).isEqualTo(before);
    select(2);
    assertThat(onFx(() -> front().kept().orElseThrow().text())).isEqualTo(QUERY);
    assertThat(cells()).isEmpty();
    select(3);
    assertThat(String.join("", words(".join-expected"))).contains("The result will have");

    command("Close the tab");
    settle();
    await(
        "what was closed is forgotten",
        () -> !read().contains("\"join\"") && read().contains("\"sql\""));
  }

  private String read() {
    try {
      return Files.readString(window.folders.config().resolve("pages.json"));
    } catch (java.io.IOException e) {
      return "";
    }
  }
}

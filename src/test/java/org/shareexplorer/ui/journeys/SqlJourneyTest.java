package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.provider.demo.Oracle;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.shell.TabContent;

/** Queries are written, run and looked at. */
class SqlJourneyTest extends SalesJourney {

  @BeforeEach
  void openPage() {
    doFx(() -> find(window.scene, "#open-demo", Button.class).fire());
    settle();
    key(KeyCode.Q, true, true);
    settle();
  }

  private CodeArea query() {
    return find(window.scene, ".sql-editor", CodeArea.class);
  }

  private void write(String text) {
    doFx(() -> query().replaceText(text));
  }

  private String said() {
    return String.join("", words(".sql-said"));
  }

  @Test
  void anAnswerStandsInTheGridAndGoesStraightToCharts() throws Exception {
    assertThat(words(".sql-examples .sheet-title")).containsExactly("Ask all your tables in SQL");
    picture(window.view.node(), "sql-empty");
    write(
        """
        SELECT customer_segment, count(*) AS sales, sum(total_amount) AS revenue
        FROM sales_transactions s LEFT JOIN customers c USING (customer_id)
        GROUP BY ALL ORDER BY customer_segment\
        """);
    shortcut(KeyCode.ENTER);
    await("the answer is there", () -> cells().containsKey(4L));
    settle();
    try (Oracle oracle = oracle()) {
      assertThat(column("sales").stream().mapToLong(Long::parseLong).sum())
          .isEqualTo(Long.parseLong(texts(oracle, "SELECT count(*) FROM sales").getFirst()));
      assertThat(column("revenue").stream().map(BigDecimal::new).reduce(BigDecimal::add))
          .hasValue(
              new BigDecimal(texts(oracle, "SELECT sum(total_amount) FROM sales").getFirst()));
    }
    assertThat(said()).contains("5 rows").contains("fetched");
    picture(window.view.node(), "sql-answer");
    screen("Charts");
    settle();
    picture(window.view.node(), "sql-charts");
    assertThat(words(".toggle-button:selected")).contains("Charts");
    // The query goes along, and so do the charts that are in front.
    press(find(window.scene, ".charts", Node.class), KeyCode.E, true);
    settle();
    doFx(() ->
        window.scene.getRoot().lookupAll(".export-kind").stream()
            .map(ToggleButton.class::cast)
            .filter(kind -> kind.getText().equals("Python"))
            .forEach(ToggleButton::fire));
    await("the code", () -> onFx(() -> window.scene.lookup(".export-code") != null));
    assertThat(find(window.scene, ".export-code", TextArea.class).getText())
        .contains(
            "FROM \\\"external_retail\\\".\\\"retail\\\".\\\"sales_transactions\\\" s LEFT JOIN")
        .contains("def draw(rows, axes):")
        .doesNotContain("http");
    picture(window.view.node(), "sql-code");
  }

  @Test
  void aDashboardHasTheRowsThatAFilterLeavesOfAnAnswer() {
    write("SELECT region, count(*) AS sales FROM sales_transactions GROUP BY 1 ORDER BY 1; -- all");
    shortcut(KeyCode.ENTER);
    await("the answer is there", () -> cells().containsKey(6L));
    settle();
    click("Filter");
    condition("region", "written by hand", "region <> 'Europe'", "");
    settle();
    List<String> left = column("sales");
    assertThat(left).hasSize(4);
    doFx(() ->
        front().commands().stream()
            .filter(command -> command.name().equals("Add these rows to a dashboard…"))
            .forEach(Command::run));
    await("dashboards are offered", () -> window.scene.getRoot().lookup(".palette") != null);
    settle();
    key(KeyCode.ENTER);
    await(
        "they are on a dashboard",
        () ->
            onFx(() -> window.scene.getRoot().lookupAll(".tile .table-view")).stream()
                .anyMatch(table -> ((TableView<?>) table).getItems().size() == left.size()));
  }

  @Test
  void aFaultIsUnderlinedWhileWriting() throws Exception {
    write("SELECT customer_id, nope FROM customers");
    await("the fault is told", () -> said().contains("nope"));
    assertThat(said()).contains("at line 1, character 21");
    List<String> underlined =
        onFx(() ->
            Stream.of(0, 19, 20, 23, 24)
                .map(at -> at + "=" + query().getStyleOfChar(at).contains("sql-wrong"))
                .toList());
    assertThat(underlined).containsExactly("0=false", "19=false", "20=true", "23=true", "24=false");
    picture(window.view.node(), "sql-fault");
    write("SELECT 1 AS one;\n\nSELECT nope FROM customers;\nSELECT 3 AS three");
    doFx(() -> query().moveTo(20));
    await("it is told of the whole text", () -> said().contains("at line 3, character 8"));
    assertThat(onFx(() -> query().getStyleOfChar(25))).contains("sql-wrong");
    doFx(() -> query().moveTo(query().getLength()));
    shortcut(KeyCode.ENTER);
    await("the query at the caret was run", () -> said().startsWith("Query 3 of 3 · 1 row"));
    awaitRow(1);
    assertThat(cells().get(1L)).isEqualTo(Map.of("three", "3"));
    write("COPY customers TO '/tmp/x.csv'");
    await("it is refused", () -> said().contains("Only SELECT statements"));
  }

  @Test
  void wordsAreCompleted() throws Exception {
    write("SELECT c.cust FROM customers c");
    doFx(() -> {
      query().requestFocus();
      query().moveTo(13);
    });
    key(KeyCode.SPACE, false, true);
    await("proposals are shown", () -> !proposals().isEmpty());
    picture(window.view.node(), "sql-proposals");
    assertThat(proposals()).contains("customer_id", "customer_name", "customer_segment");
    key(KeyCode.DOWN);
    key(KeyCode.ENTER);
    assertThat(onFx(() -> query().getText())).isEqualTo("SELECT c.customer_name FROM customers c");
  }

  @Test
  void whyAQueryFailedIsNotToldOfTheNextOne() {
    write("SELECT * FROM sales_transactions WHERE total_amount > 'abc'");
    shortcut(KeyCode.ENTER);
    await("it failed", () -> !words(".problem-what").isEmpty());
    write(
        "SELECT count(*) FROM sales_transactions a, sales_transactions b, sales_transactions c"
            + " WHERE a.unit_price + b.unit_price > c.unit_price");
    shortcut(KeyCode.ENTER);
    assertThat(words(".problem-what")).isEmpty();
    key(KeyCode.ESCAPE);
    await("it was stopped", () -> said().equals("The query was stopped."));
    assertThat(words(".problem-what")).isEmpty();
  }

  @Test
  void whatWasRunIsRemembered() throws Exception {
    write("SELECT 42 AS answer");
    shortcut(KeyCode.ENTER);
    awaitRow(1);
    assertThat(cells().get(1L)).isEqualTo(Map.of("answer", "42"));
    key(KeyCode.W, false, true);
    settle();
    key(KeyCode.Q, true, true);
    settle();
    shortcut(KeyCode.H);
    await("the history is open", () -> popupList(".sql-history .list-view").size() == 1);
    assertThat(popupList(".sql-history .list-view")).containsExactly("SELECT 42 AS answer");
  }

  private List<String> proposals() {
    return popupList(".sql-proposals");
  }

  private static List<String> popupList(String selector) {
    return onFx(() ->
        Window.getWindows().stream()
            .filter(Popup.class::isInstance)
            .map(popup -> popup.getScene().getRoot().lookup(selector))
            .filter(ListView.class::isInstance)
            .flatMap(list -> ((ListView<?>) list).getItems().stream())
            .map(item -> String.valueOf(item).replaceAll("^Proposal.*text=([^,]*),.*$", "$1"))
            .toList());
  }

  @Test
  void theKeyboardIsInWhatComesToTheFrontWhenATabIsClosed() {
    openSales();
    doFx(() -> front().focus());
    key(KeyCode.Q, true, true);
    settle();
    await("the keyboard is in the query", () -> onFx(() -> front().node().isFocusWithin()));
    key(KeyCode.W, false, true);
    settle();
    await("the keyboard is in the table", () -> onFx(() -> front().node().isFocusWithin()));
    assertThat(onFx(() -> window.view.model().front().get())).isNotNull();
  }

  @Test
  void aQueryWhoseTabWasClosedIsNotKept() {
    write("SELECT 1 AS one");
    shortcut(KeyCode.ENTER);
    awaitRow(1);
    settle();
    WeakReference<TabContent> gone = new WeakReference<>(front());
    command("Close the tab");
    settle();
    untilForgotten(gone);
    assertThat(gone.get()).isNull();
  }
}

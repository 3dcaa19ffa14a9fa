package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.DashboardFile;
import org.shareexplorer.dashboard.TextContent;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.ui.fx.QueryWanted;
import org.shareexplorer.ui.palette.Choice;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.sql.JoinWanted;

/** Pages with queries, joins, the activity and dashboards come back as they were left. */
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
    assertThat(before)
        .containsExactly("sales_transactions", "SQL · sales_transactions", "Join", "Activity");

    restart();
    await("the tabs are back", () -> titles().size() == 4);
    settle();
    assertThat(titles()).isEqualTo(before);
    await(
        "what was in front is so again", () -> tabs().getSelectionModel().getSelectedIndex() == 4);
    select(2);
    assertThat(onFx(() -> front().kept().orElseThrow().text())).isEqualTo(QUERY);
    assertThat(cells()).isEmpty();
    select(3);
    assertThat(String.join("", words(".join-expected"))).contains("The result will have");

    command("Search tables, tabs and commands");
    assertThat(openTabs())
        .containsExactly(
            "SQL · sales_transactions, open tab · SELECT region, 'Größe' AS x FROM sales_transactio…",
            "Join, open tab · sales_transactions, customers",
            "Activity, open tab");
    key(KeyCode.ESCAPE);
    command("Close the tab");
    settle();
    await(
        "what was closed is forgotten",
        () -> !read().contains("\"join\"") && read().contains("\"sql\""));
  }

  private List<String> openTabs() {
    return onFx(() ->
        ((ListView<?>) window.scene.lookup(".palette .list-view"))
            .getItems().stream()
                .map(Choice.class::cast)
                .filter(choice -> choice.detail().startsWith("open tab"))
                .filter(choice -> !choice.name().equals("sales_transactions"))
                .map(choice -> choice.name() + ", " + choice.detail())
                .toList());
  }

  /** Opens a dashboard of one text from a file. */
  private Path dashboard(String name, String text) {
    Path file = home.resolve(name + ".dashboard.json");
    DashboardFile.save(new Dashboard(name).with(new Tile(new TextContent(text))), file);
    window.desktop.choice = file;
    command("Open a dashboard's file…");
    await("it is open", () -> texts().equals(List.of(text)));
    return file;
  }

  private void addText(String text) {
    doFx(() ->
        front().commands().stream()
            .filter(command -> command.name().startsWith("Add text"))
            .forEach(Command::run));
    doFx(() -> find(window.scene, ".question .text-area", TextArea.class).setText(text));
    press("Done");
    settle();
  }

  private List<String> texts() {
    return window.view.front() == null ? List.of() : words((Parent) front().node(), ".tile-text");
  }

  private List<Path> drafts() throws IOException {
    try (var all = Files.list(window.folders.config().resolve("dashboards").resolve("drafts"))) {
      return all.toList();
    }
  }

  @Test
  void dashboardsComeBackWithWhatWasNotSavedOfThem() throws Exception {
    Path changed = dashboard("Größe", "saved");
    addText("not saved");
    Path gone = dashboard("Gone", "soon");
    command("New dashboard");
    settle();
    addText("in no file");
    command("Go to the start page");
    settle();
    assertThat(drafts()).hasSize(2);
    Files.delete(gone);

    restart();
    await("all are back", () -> titles().equals(List.of("Größe", "Gone", "New dashboard")));
    assertThat(onFx(window.view::front)).isNull();
    select(1);
    await("what was changed is there", () -> texts().equals(List.of("saved", "not saved")));
    assertThat(words(".dashboard-unsaved")).containsExactly("not saved");
    assertThat(DashboardFile.read(changed).tiles()).hasSize(1);
    press("Save");
    settle();
    assertThat(DashboardFile.read(changed).tiles()).hasSize(2);
    select(2);
    assertThat(words((Parent) front().node(), ".problem-what"))
        .containsExactly("The dashboard Gone.dashboard.json could not be read.");
    DashboardFile.save(new Dashboard("Back").with(new Tile(new TextContent("again"))), gone);
    click("Try again");
    await("it can be read", () -> texts().equals(List.of("again")));
    assertThat(titles()).containsExactly("Größe", "Back", "New dashboard");

    select(3);
    await("what was never saved is there", () -> texts().equals(List.of("in no file")));
    assertThat(drafts()).hasSize(1);
    shortcut(KeyCode.W);
    press("Do not save");
    settle();
    assertThat(drafts()).isEmpty();
  }

  private String read() {
    try {
      return Files.readString(window.folders.config().resolve("pages.json"));
    } catch (IOException e) {
      return "";
    }
  }

  @Test
  void aQueryOnAnEmptyDashboardMayBeOfAnyTable() throws Exception {
    openSales();
    command("New dashboard");
    settle();
    press("Add figures of a query…");
    doFx(() ->
        find(window.scene, ".question .text-area", TextArea.class)
            .setText("SELECT count(*) AS people FROM customers"));
    press("Done");
    await("the figure is there", () -> words(".tile-figure").equals(List.of("150")));
    press("Save");
    settle();
    try (var all = Files.list(window.folders.config().resolve("dashboards"))) {
      Path saved = all.filter(Files::isRegularFile).findFirst().orElseThrow();
      assertThat(DashboardFile.read(saved).tables().keySet()).containsExactly("customers");
    }
  }
}

package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.provider.demo.Oracle;

/** What is on screen is taken along as it stands there. */
class ExportJourneyTest extends SalesJourney {

  @TempDir Path exported;

  private void fire(String words) {
    doFx(() ->
        window.scene.getRoot().lookupAll(".export-pane .button").stream()
            .map(Button.class::cast)
            .filter(button -> words.equals(button.getText()))
            .findFirst()
            .orElseThrow()
            .fire());
  }

  private void choose(String kind) {
    doFx(() ->
        window.scene.getRoot().lookupAll(".export-kind").stream()
            .map(ToggleButton.class::cast)
            .filter(toggle -> kind.equals(toggle.getText()))
            .findFirst()
            .orElseThrow()
            .fire());
  }

  private String much() {
    return onFx(
        () -> window.scene.lookup(".export-much") instanceof Label label ? label.getText() : "");
  }

  @Test
  void theSortedRowsAreSavedAsCsvAndTheirCodeIsCopied() throws Exception {
    openSales();
    try (Oracle oracle = oracle()) {
      sort("total_amount", false);
      press(find(window.scene, ".grid", Node.class), KeyCode.E, true);
      await("how much there is", () -> much().startsWith("3,000 rows of 8 columns."));
      picture(window.view.node(), "export-csv");
      Node kinds = find(window.scene, ".export-kind", Node.class).getParent();
      assertThat(onFx(() -> kinds.getLayoutBounds().getHeight())).as("one line").isLessThan(40);
      Region pane = find(window.scene, ".export-pane", Region.class);
      doFx(() -> pane.setMaxWidth(480));
      await("two lines", () -> onFx(() -> kinds.getLayoutBounds().getHeight()) > 50);
      assertThat(
              onFx(() ->
                  window.scene.getRoot().lookupAll(".export-kind").stream()
                      .map(ToggleButton.class::cast)
                      .filter(kind -> kind.getWidth() < kind.prefWidth(-1))
                      .map(ToggleButton::getText)
                      .toList()))
          .as("what is cut short in a narrow pane")
          .isEmpty();
      picture(window.view.node(), "export-narrow");
      doFx(() -> pane.setMaxWidth(Double.MAX_VALUE));
      window.desktop.choice = exported;
      fire("Save as CSV…");
      await("the file", () -> much().startsWith("Saved sales_transactions.csv: 3,000 rows"));
      doFx(() ->
          window.scene.getRoot().lookupAll(".export-pane .button").stream()
              .filter(node -> node instanceof Button b && "Export again".equals(b.getText()))
              .forEach(Node::requestFocus));
      fire("Export again");
      await("how much there is", () -> much().startsWith("3,000 rows of 8 columns."));
      assertThat(onFx(() -> window.scene.getFocusOwner()))
          .isInstanceOfSatisfying(
              Button.class, button -> assertThat(button.getText()).isEqualTo("Save as CSV…"));
      fire("Save as CSV…");
      await("the file", () -> much().startsWith("Saved sales_transactions.csv: 3,000 rows"));
      picture(window.view.node(), "export-saved");
      choose("Parquet");
      await("another file is offered", () -> much().startsWith("3,000 rows of 8 columns."));
      assertThat(words(".export-pane .accent")).containsExactly("Save as Parquet…");
      Path file = exported.resolve("sales_transactions.csv");
      assertThat(
              Files.readAllLines(file).stream()
                  .skip(1)
                  .map(line -> line.substring(0, line.indexOf(','))))
          .containsExactlyElementsOf(
              texts(
                  oracle,
                  "SELECT transaction_id FROM sales ORDER BY total_amount ASC NULLS LAST,"
                      + " transaction_id"));
      choose("Python");
      await("the code", () -> onFx(() -> window.scene.lookup(".export-code") != null));
      String code = find(window.scene, ".export-code", TextArea.class).getText();
      assertThat(code).contains("sort_values([\"total_amount\"]").doesNotContain("http");
      picture(window.view.node(), "export-python");
      fire("Copy");
      assertThat(window.desktop.copied).contains(code);
      choose("Notebook");
      await("the offer", () -> words(".export-pane .button").contains("Save as notebook…"));
      fire("Save as notebook…");
      await("the notebook", () -> Files.exists(exported.resolve("sales_transactions.ipynb")));
      press(find(window.scene, ".export-pane", Node.class), KeyCode.ESCAPE, false);
      assertThat(find(window.scene, ".export-pane", Node.class).isVisible()).isFalse();
    }
  }
}

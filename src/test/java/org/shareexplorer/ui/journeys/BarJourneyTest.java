package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.shareexplorer.provider.demo.Oracle;
import org.shareexplorer.ui.headless.Mouse;
import org.shareexplorer.ui.profile.ProfileBars;

/** A bar of a column's profile leaves the rows that it stands for, and the profile follows. */
class BarJourneyTest extends SalesJourney {

  private static final Pattern BIN = Pattern.compile("(.+) to (below )?(.+): ([0-9,]+) rows?");

  private void inspect(String column) {
    key(KeyCode.HOME);
    key(KeyCode.I);
    for (int i = 0; i < 20 && !column.equals(title()); i++) {
      key(KeyCode.RIGHT);
    }
    assertThat(title()).isEqualTo(column);
    awaitFigures();
  }

  private String title() {
    return onFx(() -> find(window.scene, ".column-inspector-title", Label.class).getText());
  }

  private void awaitFigures() {
    await(
        "the figures are those of all rows",
        () ->
            words(".column-inspector-basis").stream().anyMatch(w -> w.equals("All rows, exact.")));
    settle();
  }

  private String figure(String measure) {
    return onFx(() ->
        window.scene.getRoot().lookupAll(".column-inspector-figure").stream()
            .map(node -> String.valueOf(node.getAccessibleText()))
            .filter(text -> text.startsWith(measure + " "))
            .map(text -> text.substring(measure.length() + 1).replace(",", ""))
            .findFirst()
            .orElseThrow());
  }

  private ProfileBars bars() {
    return find(window.scene, ".column-inspector .profile-bars", ProfileBars.class);
  }

  private Matcher pointed() {
    Matcher bin = BIN.matcher(words(".column-inspector-pointed").getFirst());
    assertThat(bin.matches()).as(words(".column-inspector-pointed").toString()).isTrue();
    return bin;
  }

  /** Waits for the rows of a bar, and compares their number, themselves and their profile. */
  private void rowsAre(Matcher bin, String where, String column) throws Exception {
    await("the condition is there", () -> chips() == 1);
    settle();
    try (Oracle oracle = oracle()) {
      long rows = (long) oracle.number("SELECT count(*) FROM sales " + where);
      assertThat(bin.group(4)).isEqualTo(String.format("%,d", rows));
      assertThat(words(".filter-bar > .label").getFirst())
          .startsWith(String.format("%,d of ", rows));
      sees(oracle, where + " ORDER BY transaction_id");
      awaitFigures();
      assertThat(title()).isEqualTo(column);
      assertThat(figure("rows")).isEqualTo(Long.toString(rows));
      assertThat(figure("min"))
          .isEqualTo(texts(oracle, "SELECT min(" + column + ") FROM sales " + where).getFirst());
      assertThat(figure("max"))
          .isEqualTo(texts(oracle, "SELECT max(" + column + ") FROM sales " + where).getFirst());
      assertThat(head(column)).contains(figure("min")).contains(figure("max"));
    }
  }

  /** What a column's head says when it is listened to. */
  private String head(String column) {
    return onFx(() ->
        window.scene.getRoot().lookupAll(".grid-head-cell").stream()
            .map(node -> String.valueOf(node.getAccessibleText()))
            .filter(text -> text.startsWith(column + ","))
            .findFirst()
            .orElseThrow()
            .replaceAll("(?<=\\d),(?=\\d)", ""));
  }

  private static String range(Matcher bin, String column) {
    String end = bin.group(2) == null ? " <= " : " < ";
    return "WHERE %s >= %s AND %s%s%s"
        .formatted(column, sql(bin.group(1)), column, end, sql(bin.group(3)));
  }

  private static String sql(String value) {
    return value.contains("-") ? "DATE '" + value + "'" : value.replace(",", "");
  }

  @Test
  void enterOnABinLeavesItsRowsAndUndoBringsTheOthersBack() throws Exception {
    openSales();
    inspect("quantity");
    String all = figure("rows");
    doFx(() -> bars().requestFocus());
    key(KeyCode.RIGHT);
    Matcher bin = pointed();
    key(KeyCode.ENTER);
    rowsAre(bin, range(bin, "quantity"), "quantity");
    click("Undo");
    settle();
    awaitFigures();
    assertThat(chips()).isZero();
    assertThat(figure("rows")).isEqualTo(all);
    doFx(() -> bars().requestFocus());
    key(KeyCode.END);
    Matcher last = pointed();
    assertThat(last.group(2)).isNull();
    key(KeyCode.ENTER);
    rowsAre(last, range(last, "quantity"), "quantity");
  }

  @Test
  void aClickOnABinOfDaysLeavesItsRows() throws Exception {
    openSales();
    inspect("transaction_date");
    ProfileBars bars = bars();
    doFx(() -> bars.fireEvent(mouse(MouseEvent.MOUSE_MOVED, bars, bars.getWidth() * 0.31)));
    Matcher bin = pointed();
    doFx(() -> bars.fireEvent(mouse(MouseEvent.MOUSE_CLICKED, bars, bars.getWidth() * 0.31)));
    rowsAre(bin, range(bin, "transaction_date"), "transaction_date");
    picture(window.view.node(), "filter-bar-of-days");
  }

  private static MouseEvent mouse(EventType<MouseEvent> type, Node on, double x) {
    Point2D at = on.localToScene(x, 5);
    return Mouse.event(type, at.getX(), at.getY(), false, false);
  }

  @Test
  void aFrequentValueLeavesTheRowsThatHaveIt() throws Exception {
    openSales();
    inspect("region");
    Button value =
        onFx(() ->
            window.scene.getRoot().lookupAll(".column-inspector-value").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals("Europe"))
                .findFirst()
                .orElseThrow());
    doFx(value::fire);
    await("the condition is there", () -> chips() == 1);
    settle();
    awaitFigures();
    try (Oracle oracle = oracle()) {
      sees(oracle, "WHERE region = 'Europe' ORDER BY transaction_id");
      assertThat(figure("rows"))
          .isEqualTo(
              texts(oracle, "SELECT count(*) FROM sales WHERE region = 'Europe'").getFirst());
    }
  }
}

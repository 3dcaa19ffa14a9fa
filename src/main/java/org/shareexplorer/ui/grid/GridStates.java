package org.shareexplorer.ui.grid;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.fx.ProblemPane;
import org.shareexplorer.ui.fx.Ui;

/** What stands over the grid when there are no rows, or when rows could not be read. */
final class GridStates extends StackPane {

  private final Ui ui;
  private final GridModel model;
  private final ReadingStrip reading;
  private boolean filtered;
  private double head;
  private Runnable clear = () -> {};

  GridStates(Ui ui, GridModel model) {
    this.ui = ui;
    this.model = model;
    reading = new ReadingStrip(model);
    StackPane.setAlignment(reading, Pos.BOTTOM_CENTER);
    StackPane.setMargin(reading, new Insets(0, 0, 24, 0));
    setPickOnBounds(false);
    model.revision().subscribe(_ -> show());
  }

  private void show() {
    getChildren().setAll(reading);
    getStyleClass().remove("grid-covered");
    if (model.problem().isPresent()) {
      Problem problem = model.problem().get();
      boolean nothing = model.firstSeconds().isEmpty();
      Region words =
          nothing ? new ProblemPane(problem, ui.desktop(), model::retry) : strip(problem);
      StackPane.setAlignment(words, nothing ? Pos.CENTER : Pos.BOTTOM_CENTER);
      if (nothing) {
        getStyleClass().add("grid-covered");
      }
      getChildren().add(words);
    } else if (model.rowCount() == 0) {
      Region words = empty();
      StackPane.setMargin(words, new Insets(head, 0, 0, 0));
      getChildren().add(words);
    }
  }

  /** Leaves room for the columns' heads, in points, above words about missing rows. */
  void below(double height) {
    head = height;
    show();
  }

  /** Says that rows are missing because of conditions, and what takes those away. */
  void filtered(boolean by, Runnable clearing) {
    filtered = by;
    clear = clearing;
    show();
  }

  private Region empty() {
    Label words = new Label(filtered ? "No row matches these filters." : "There are no rows.");
    words.getStyleClass().add("grid-empty");
    if (!filtered) {
      return words;
    }
    Label hint =
        new Label("Press a filter above to change it, turn it off by its menu, or clear all.");
    hint.getStyleClass().addAll("faint", "small");
    Button all = new Button("Clear filters");
    all.setOnAction(e -> clear.run());
    VBox box = new VBox(10, words, hint, all);
    box.setAlignment(Pos.CENTER);
    box.setMaxHeight(USE_PREF_SIZE);
    return box;
  }

  /** Some rows are here: the trouble is told at the foot and leaves them in sight. */
  private HBox strip(Problem problem) {
    Label words = new Label(problem.sentence());
    words.setWrapText(true);
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    Button again = new Button("Try again");
    again.setMinWidth(USE_PREF_SIZE);
    again.setOnAction(e -> model.retry());
    HBox strip = new HBox(12, words, again);
    strip.setAlignment(Pos.CENTER_LEFT);
    strip.getStyleClass().add("grid-trouble");
    strip.setMaxHeight(USE_PREF_SIZE);
    return strip;
  }
}

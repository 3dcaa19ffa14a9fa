package org.shareexplorer.ui.grid;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.shareexplorer.ui.table.SizeText;

/** Says that rows in sight take their time, how much has come of them, and lets it be ended. */
final class ReadingStrip extends HBox {

  /** Until then, rows come unannounced. */
  private static final Duration PATIENCE = Duration.millis(200);

  private final GridModel model;
  private final Label words = new Label();
  private final Timeline telling = new Timeline(new KeyFrame(PATIENCE, _ -> tell()));
  private long before;

  ReadingStrip(GridModel model) {
    this.model = model;
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(16, 16);
    turning.setAccessibleText("Reading rows");
    Button stop = new Button("Stop");
    stop.setOnAction(_ -> model.stop());
    stop.setAccessibleText("Stop reading rows");
    getChildren().addAll(turning, words, stop);
    getStyleClass().add("grid-reading");
    setSpacing(10);
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    setVisible(false);
    telling.setCycleCount(Animation.INDEFINITE);
    model.waiting().subscribe(this::follow);
  }

  private void follow(boolean waiting) {
    if (waiting) {
      before = model.cost().bytes();
      telling.playFromStart();
    } else {
      telling.stop();
      setVisible(false);
    }
  }

  private void tell() {
    words.setText("Reading rows · " + SizeText.of(model.cost().bytes() - before) + " so far");
    setVisible(true);
  }
}

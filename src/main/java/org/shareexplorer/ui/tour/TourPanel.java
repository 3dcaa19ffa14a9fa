package org.shareexplorer.ui.tour;

import javafx.animation.AnimationTimer;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.shareexplorer.ui.fx.View;

/**
 * The side panel of the tour: what the stop is about, what the notebook does there, Back and Next.
 */
public final class TourPanel {

  private final TourModel model;
  private final Runnable onEnd;
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          model.pulse();
        }
      };

  @FXML private VBox root;
  @FXML private Label count;
  @FXML private ProgressBar progress;
  @FXML private Label title;
  @FXML private Label words;
  @FXML private Label instead;
  @FXML private Button back;
  @FXML private Button next;

  /**
   * Shows a tour.
   *
   * @param onEnd called when the person ends the tour
   */
  public TourPanel(TourModel model, Runnable onEnd) {
    this.model = model;
    this.onEnd = onEnd;
    View.load(this);
    frames.start();
  }

  @FXML
  private void initialize() {
    model.position().subscribe(this::tell);
    tell();
    back.disableProperty().bind(model.first());
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.PAGE_DOWN) {
            goOn();
          } else if (key.getCode() == KeyCode.PAGE_UP) {
            model.back();
          } else {
            return;
          }
          key.consume();
        });
  }

  private void tell() {
    TourStep step = model.step();
    int number = model.position().get() + 1;
    int all = model.steps().size();
    count.setText("Tour · %d of %d".formatted(number, all));
    progress.setProgress((double) number / all);
    title.setText(step.title());
    words.setText(step.words());
    instead.setText(step.instead());
    next.setText(number == all ? "Finish" : "Next");
  }

  /** {@return the panel} */
  public Parent node() {
    return root;
  }

  /** Puts the keyboard on Next, so that one key goes on. */
  public void focus() {
    next.requestFocus();
  }

  @FXML
  private void goOn() {
    if (model.last().get()) {
      end();
    } else {
      model.next();
    }
  }

  @FXML
  private void goBack() {
    model.back();
  }

  /** Ends the walk where it is. */
  void stop() {
    frames.stop();
  }

  @FXML
  private void end() {
    stop();
    onEnd.run();
  }
}

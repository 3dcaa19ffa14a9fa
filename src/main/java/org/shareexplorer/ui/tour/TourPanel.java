package org.shareexplorer.ui.tour;

import javafx.animation.AnimationTimer;
import javafx.event.EventHandler;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.ui.fx.View;

/**
 * The side panel of the tour: what the stop is about, what a presenter may say, what the notebook
 * does there, Back and Next. The keys of a presenter's remote, Page Down and Page Up, work wherever
 * the keyboard is.
 */
public final class TourPanel {

  private final TourModel model;
  private final Runnable onEnd;
  private final EventHandler<KeyEvent> remote = this::remote;
  private boolean settled = true;
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          model.pulse();
          settle();
        }
      };

  @FXML private VBox root;
  @FXML private Label count;
  @FXML private ProgressBar progress;
  @FXML private Label title;
  @FXML private Label words;
  @FXML private ToggleButton showNotes;
  @FXML private VBox notes;
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
    back.disableProperty().bind(model.first());
    notes.visibleProperty().bind(showNotes.selectedProperty());
    notes.managedProperty().bind(showNotes.selectedProperty());
    tell();
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    root.sceneProperty().subscribe(this::moved);
  }

  private void moved(@Nullable Scene before, @Nullable Scene now) {
    if (before != null) {
      before.removeEventFilter(KeyEvent.KEY_PRESSED, remote);
    }
    if (now != null) {
      now.addEventFilter(KeyEvent.KEY_PRESSED, remote);
    }
  }

  private void remote(KeyEvent key) {
    if (key.isShortcutDown() || key.isAltDown() || key.isShiftDown()) {
      return;
    }
    if (key.getCode() == KeyCode.PAGE_DOWN) {
      goOn();
      key.consume();
    } else if (key.getCode() == KeyCode.PAGE_UP) {
      model.back();
      key.consume();
    }
  }

  private void key(KeyEvent key) {
    if (key.isShortcutDown() || key.isAltDown()) {
      return;
    }
    switch (key.getCode()) {
      case RIGHT -> goOn();
      case SPACE -> {
        // On a button, Space is that button.
        if (!next.isFocused()) {
          return;
        }
        goOn();
      }
      case LEFT -> model.back();
      case N -> showNotes.setSelected(!showNotes.isSelected());
      case ESCAPE -> end();
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void tell() {
    TourStep step = model.step();
    int number = model.position().get() + 1;
    int all = model.steps().size();
    count.setText("Step %d of %d".formatted(number, all));
    progress.setProgress((double) number / all);
    title.setText(step.title());
    words.setText(step.words());
    notes.getChildren().setAll(step.notes().stream().map(TourPanel::note).toList());
    instead.setText(step.instead());
    next.setText(number == all ? "Finish" : "Next");
    settled = false;
  }

  private static Label note(String words) {
    Label note = new Label(words);
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.getStyleClass().add("tour-note");
    return note;
  }

  /** Once a stop stands, one key goes on again, whatever took the keyboard on the way. */
  private void settle() {
    if (!settled && model.settled()) {
      settled = true;
      next.requestFocus();
    }
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
    moved(root.getScene(), null);
  }

  @FXML
  private void end() {
    stop();
    onEnd.run();
  }
}

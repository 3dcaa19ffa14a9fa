package org.shareexplorer.ui.fx;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A layer over the window's content that holds one pane at a time: the palette, a question, the
 * preferences. Part of the scene, so that it works on every desktop. Esc or a click beside the pane
 * closes it and gives the keyboard back.
 */
public final class Overlay extends StackPane {

  private final Region scrim = new Region();
  private @Nullable Node before;

  /** An overlay with nothing in it, which lets all clicks through. */
  public Overlay() {
    getStyleClass().add("overlay");
    scrim.getStyleClass().add("scrim");
    scrim.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> close());
    setVisible(false);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            close();
            key.consume();
          }
        });
  }

  /**
   * Shows a pane in place of what was shown.
   *
   * @param place where in the window
   * @param focus what gets the keyboard
   */
  public void show(Region pane, Pos place, Node focus) {
    if (!isVisible() && getScene() != null) {
      before = getScene().getFocusOwner();
    }
    pane.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    StackPane.setAlignment(pane, place);
    getChildren().setAll(scrim, pane);
    setVisible(true);
    focus.requestFocus();
  }

  /** Takes the pane away, if there is one. */
  public void close() {
    if (isVisible()) {
      setVisible(false);
      getChildren().clear();
      if (before != null) {
        before.requestFocus();
        before = null;
      }
    }
  }
}

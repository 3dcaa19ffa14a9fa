package org.shareexplorer.ui.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A layer over the window's content that holds one pane at a time: the palette, a question, the
 * preferences. Part of the scene, so that it works on every desktop. Esc or a click beside the pane
 * closes it and gives the keyboard back; but nothing that was typed into a sheet is lost by a click
 * beside it. Tab goes round within the pane.
 */
public final class Overlay extends StackPane {

  private final Region scrim = new Region();
  private @Nullable Node before;

  /** Whether something was typed into the pane. */
  private boolean typed;

  /** An overlay with nothing in it, which lets all clicks through. */
  public Overlay() {
    getStyleClass().add("overlay");
    scrim.getStyleClass().add("scrim");
    scrim.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> clickedBeside());
    setVisible(false);
    addEventFilter(KeyEvent.KEY_TYPED, _ -> typed = true);
    addEventFilter(KeyEvent.KEY_PRESSED, this::goRound);
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
    typed = false;
    setVisible(true);
    focus.requestFocus();
  }

  private void clickedBeside() {
    if (!(typed && getChildren().getLast() instanceof Sheet)) {
      close();
    }
  }

  /** From the last stop Tab would go on behind the pane, where nothing is to be seen or done. */
  private void goRound(KeyEvent key) {
    if (key.getCode() != KeyCode.TAB || key.isControlDown() || key.isAltDown()) {
      return;
    }
    List<Node> stops = new ArrayList<>();
    stops(getChildren().getLast(), stops);
    if (stops.isEmpty()) {
      return;
    }
    Node owner = getScene().getFocusOwner();
    if (key.isShiftDown() && stops.getFirst().equals(owner)) {
      stops.getLast().requestFocus();
      key.consume();
    } else if (!key.isShiftDown() && stops.getLast().equals(owner)) {
      stops.getFirst().requestFocus();
      key.consume();
    }
  }

  private static void stops(Node node, List<Node> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node.isFocusTraversable()) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> stops(child, found));
    }
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

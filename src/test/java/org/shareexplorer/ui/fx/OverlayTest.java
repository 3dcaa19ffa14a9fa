package org.shareexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.headless.Mouse;

/** What lies over the window keeps the keyboard, and what was typed. */
class OverlayTest extends FxTest {

  private final Overlay overlay = new Overlay();
  private final TextField field = new TextField();
  private final Button behind = new Button("behind");
  private final Scene scene = new Scene(new StackPane(behind, overlay), 400, 300);
  private final Sheet sheet = new Sheet("Ask", field);
  private final Button absent = sheet.button("Absent", () -> {});
  private final Button done = sheet.button("Done", () -> {});

  private void show() {
    absent.setDisable(true);
    overlay.show(sheet, Pos.CENTER, field);
    scene.getRoot().applyCss();
    scene.getRoot().layout();
  }

  private void tab(boolean shift) {
    Node owner = scene.getFocusOwner();
    Event.fireEvent(
        owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, shift, false, false, false));
  }

  private void clickBeside() {
    Event.fireEvent(
        overlay.lookup(".scrim"), Mouse.event(MouseEvent.MOUSE_PRESSED, 3, 3, false, false));
  }

  @Test
  void tabGoesRoundWithinThePane() {
    doFx(() -> {
      show();
      done.requestFocus();
      tab(false);
      assertThat(scene.getFocusOwner()).isEqualTo(field);
      tab(true);
      assertThat(scene.getFocusOwner()).isEqualTo(done);
    });
  }

  @Test
  void aClickBesideASheetLosesNothingThatWasTyped() {
    doFx(() -> {
      show();
      clickBeside();
      assertThat(overlay.isVisible()).isFalse();
      show();
      Event.fireEvent(
          field,
          new KeyEvent(
              KeyEvent.KEY_TYPED, "x", "x", KeyCode.UNDEFINED, false, false, false, false));
      clickBeside();
      assertThat(overlay.isVisible()).isTrue();
      press(field, KeyCode.ESCAPE, false);
      assertThat(overlay.isVisible()).isFalse();
    });
  }
}

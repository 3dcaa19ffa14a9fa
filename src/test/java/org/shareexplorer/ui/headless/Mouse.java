package org.shareexplorer.ui.headless;

import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** What the mouse tells nodes where there is none. */
public final class Mouse {

  private Mouse() {}

  /**
   * {@return an event of the first button}
   *
   * @param x in the scene
   * @param y in the scene
   */
  public static MouseEvent event(
      EventType<MouseEvent> type, double x, double y, boolean shift, boolean down) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        1,
        shift,
        false,
        false,
        false,
        down,
        false,
        false,
        false,
        false,
        true,
        null);
  }
}

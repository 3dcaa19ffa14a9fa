package org.shareexplorer.ui.headless;

import javafx.event.EventType;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

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

  /**
   * {@return a turn of the wheel}
   *
   * @param x in the scene
   * @param y in the scene
   * @param delta how far, in pixels; down if negative
   */
  public static ScrollEvent wheel(double x, double y, double delta) {
    return new ScrollEvent(
        ScrollEvent.SCROLL,
        x,
        y,
        x,
        y,
        false,
        false,
        false,
        false,
        false,
        false,
        0,
        delta,
        0,
        delta,
        ScrollEvent.HorizontalTextScrollUnits.NONE,
        0,
        ScrollEvent.VerticalTextScrollUnits.NONE,
        0,
        0,
        null);
  }
}

package org.shareexplorer.ui.palette;

import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be done in the window.
 *
 * @param name what people call it, such as "Close tab"
 * @param keys its shortcut, if it has one
 * @param enabled whether it can be done now
 * @param action does it; on the FX thread
 */
public record Command(
    String name, @Nullable KeyCombination keys, BooleanSupplier enabled, Runnable action) {

  /** A command that can always be done. */
  public static Command of(String name, @Nullable String keys, Runnable action) {
    return of(name, keys, () -> true, action);
  }

  /**
   * A command that cannot always be done.
   *
   * @param keys such as "Shortcut+K"
   */
  public static Command of(
      String name, @Nullable String keys, BooleanSupplier enabled, Runnable action) {
    return new Command(name, keys == null ? null : KeyCombination.valueOf(keys), enabled, action);
  }

  /** Does it, if it can be done now. */
  public void run() {
    if (enabled.getAsBoolean()) {
      action.run();
    }
  }

  /** {@return its shortcut as the keyboard shows it; empty without one} */
  public String keysText() {
    return keys == null ? "" : keys.getDisplayText();
  }
}

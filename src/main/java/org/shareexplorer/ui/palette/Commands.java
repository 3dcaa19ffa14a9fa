package org.shareexplorer.ui.palette;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/** Everything that can be done in the window, in the order in which it is listed. */
public final class Commands {

  private final List<Command> all = new ArrayList<>();

  /** Adds a command at the end. */
  public void add(Command command) {
    all.add(command);
  }

  /** {@return those that can be done now} */
  public List<Command> enabled() {
    return all.stream().filter(command -> command.enabled().getAsBoolean()).toList();
  }

  /** Has the shortcuts work wherever the keyboard is in a scene. */
  public void listenTo(Scene scene) {
    // A filter, as grids and fields keep some of these keys to themselves.
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key ->
            all.stream()
                .filter(command -> command.keys() != null && command.keys().match(key))
                .filter(command -> command.enabled().getAsBoolean())
                .findFirst()
                .ifPresent(command -> {
                  key.consume();
                  command.run();
                }));
  }
}

package org.shareexplorer.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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

  /**
   * Has the shortcuts work wherever the keyboard is in a scene.
   *
   * @param front what can be done with what is in front, also while the keyboard is beside it: with
   *     keys that write nothing and move nothing
   */
  public void listenTo(Scene scene, Supplier<List<Command>> front) {
    // A filter, as grids and fields keep some of these keys to themselves.
    scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> run(all, key));
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.isShortcutDown() || key.getCode().isFunctionKey()) {
            run(front.get(), key);
          }
        });
  }

  private static void run(List<Command> commands, KeyEvent key) {
    commands.stream()
        .filter(command -> command.keys() != null && command.keys().match(key))
        .filter(command -> command.enabled().getAsBoolean())
        .findFirst()
        .ifPresent(command -> {
          key.consume();
          command.run();
        });
  }
}

package org.shareexplorer.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Theme;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.palette.Commands;
import org.shareexplorer.ui.preferences.Remembered;

/**
 * Changes between light and dark, for good.
 *
 * @param theme what is changed
 * @param remembered keeps the choice
 */
record ThemeChange(Theme theme, Remembered remembered) {

  /** Has a button do it, and show what it will change to. */
  void by(Button button) {
    // The theme outlives the window, and knows what is bound to it weakly: the button keeps that.
    BooleanProperty dark = new SimpleBooleanProperty();
    dark.bind(theme.dark());
    button.getProperties().put(ThemeChange.class, dark);
    dark.subscribe(now -> {
      button.setGraphic((now ? Icon.SUN : Icon.MOON).node());
      String text = now ? "Change to the light theme" : "Change to the dark theme";
      Tip.setText(button, text);
      button.setAccessibleText(text);
    });
    button.setOnAction(pressed -> change());
  }

  void addTo(Commands commands) {
    commands.add(Command.of("Change between light and dark", "Shortcut+Shift+L", this::change));
  }

  private void change() {
    theme.toggle();
    remembered.change(p -> p.withTheme(theme.choice().get()));
  }
}

package org.shareexplorer.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.settings.OpenPages.OpenPage;
import org.shareexplorer.ui.palette.Command;

/** What stands in a tab. FX thread only. */
public interface TabContent {

  /** {@return what is shown} */
  Node node();

  /** {@return the word on the tab} */
  String title();

  /** {@return what the status bar says while the tab is in front, part by part} */
  ObservableValue<List<String>> status();

  /** Puts the keyboard where the person most likely wants it. */
  void focus();

  /**
   * Brings one of the tab's screens to the front; an unknown one is passed over.
   *
   * @param title the word on the screen's own tab
   */
  void showScreen(String title);

  /** Draws charts of what is shown, and no others, where that can be drawn. */
  default void draw(List<ChartSpec> charts) {}

  /** {@return what can be done in the tab, for the command palette; the keys named work already} */
  default List<Command> commands() {
    return List.of();
  }

  /** {@return the word on the tab where it changes; empty where it stays the title} */
  default Optional<ObservableValue<String>> changingTitle() {
    return Optional.empty();
  }

  /** {@return what tells the tab from others of the same title, on one line; empty for nothing} */
  default String about() {
    return "";
  }

  /** Says what is to be run whenever {@link #kept} has become something else. */
  default void onChange(Runnable action) {}

  /**
   * The tab is about to be closed by the person.
   *
   * @param close closes it; for contents that ask first, as something would be lost
   * @return whether it can be closed at once
   */
  default boolean closing(Runnable close) {
    return true;
  }

  /** {@return what brings a page back as it stands now; empty if it does not come back} */
  default Optional<OpenPage> kept() {
    return Optional.empty();
  }

  /** Ends whatever runs for the tab. */
  void close();
}

package org.shareexplorer.ui.table;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.palette.Command;

/** A way to look at an open table: Data, Charts, Details. FX thread only. */
public interface TableScreen {

  /** {@return the word on its tab} */
  String title();

  /** {@return what is shown} */
  Node node();

  /** Called whenever the screen comes to the front. The first time, it starts to load. */
  void shown();

  /** {@return what the status bar says while the screen is in front, part by part} */
  ObservableValue<List<String>> status();

  /** {@return what can be done here, for the command palette; the keys named work here already} */
  default List<Command> commands() {
    return List.of();
  }

  /**
   * Takes over what a person has arranged on the same screen of other rows of the table, or of
   * another version. Called before the screen is shown.
   */
  default void takeOver(TableScreen before) {}

  /** {@return whether what is shown follows the table's conditions and orders} */
  default boolean filtered() {
    return true;
  }

  /** Says where conditions and orders are changed, for screens that have ways to change them. */
  default void filteredBy(FilterModel filter) {}

  /** Says where it is kept how the person has columns stand, for screens that show columns. */
  default void arrangedBy(ObjectProperty<List<LeftView.Column>> columns) {}

  /** Gives the screen a way to come to the front by itself. */
  default void onFront(Runnable front) {}

  /** Called when a table of very many files is complete that was not when it was shown. */
  default void completed() {}

  /** Ends whatever runs for the screen. */
  void close();
}

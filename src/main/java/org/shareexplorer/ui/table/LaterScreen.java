package org.shareexplorer.ui.table;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.palette.Command;

/**
 * A screen that is made when it is first wanted: a table is opened for its rows, and most screens
 * beside them are never looked at. FX thread only.
 */
final class LaterScreen<S extends TableScreen> implements TableScreen {

  private final String title;
  private final Supplier<S> making;
  private @Nullable S made;
  private @Nullable FilterModel filter;
  private @Nullable ObjectProperty<List<LeftView.Column>> columns;
  private @Nullable Runnable front;

  /**
   * A screen to be made.
   *
   * @param title the screen's own
   */
  LaterScreen(String title, Supplier<S> making) {
    this.title = title;
    this.making = making;
  }

  /** {@return the screen, made now if it was not before} */
  S now() {
    S screen = made;
    if (screen == null) {
      screen = making.get();
      made = screen;
      if (filter != null) {
        screen.filteredBy(filter);
      }
      if (columns != null) {
        screen.arrangedBy(columns);
      }
      if (front != null) {
        screen.onFront(front);
      }
    }
    return screen;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Node node() {
    return now().node();
  }

  @Override
  public void shown() {
    now().shown();
  }

  @Override
  public ObservableValue<List<String>> status() {
    return now().status();
  }

  @Override
  public List<Command> commands() {
    return now().commands();
  }

  /** What was never looked at has nothing to be taken over. */
  @Override
  public void takeOver(TableScreen before) {
    if (before instanceof LaterScreen<?> other && other.made != null) {
      now().takeOver(other.made);
    }
  }

  @Override
  public boolean filtered() {
    return now().filtered();
  }

  @Override
  public void filteredBy(FilterModel model) {
    filter = model;
    if (made != null) {
      made.filteredBy(model);
    }
  }

  @Override
  public void arrangedBy(ObjectProperty<List<LeftView.Column>> kept) {
    columns = kept;
    if (made != null) {
      made.arrangedBy(kept);
    }
  }

  @Override
  public void onFront(Runnable toFront) {
    front = toFront;
    if (made != null) {
      made.onFront(toFront);
    }
  }

  /** A screen that is made later sees the table as it is then. */
  @Override
  public void completed() {
    if (made != null) {
      made.completed();
    }
  }

  @Override
  public void close() {
    if (made != null) {
      made.close();
    }
  }
}

package org.shareexplorer.ui.table;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.filter.FilterState;
import org.shareexplorer.ui.filter.LeftFilter;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;

/**
 * Brings a table's rows back as the person left them, says so, and remembers how they are left this
 * time. FX thread only.
 */
final class LeftRows extends HBox {

  private final Ui ui;
  private final ConnectionId connection;
  private final TableName table;
  private final FilterModel filter;
  private final ObjectProperty<List<LeftView.Column>> columns =
      new SimpleObjectProperty<>(List.of());
  private final Label words = new Label();
  private final Button all = new Button("Show all rows");
  private final PauseTransition settle = new PauseTransition(Duration.millis(400));
  private final Latest keeping;
  private boolean following;

  /** Follows nothing before something was brought back. */
  LeftRows(Ui ui, ConnectionId connection, TableName table, FilterModel filter) {
    this.ui = ui;
    this.connection = connection;
    this.table = table;
    this.filter = filter;
    keeping = ui.background().latest();
    words.setMinWidth(0);
    all.setMinWidth(USE_PREF_SIZE);
    Tip.setText(all, "Take all filters and the sorting away");
    all.setOnAction(e -> filter.clear());
    Button close = new Button("", Icon.CLOSE.node());
    close.getStyleClass().add("icon-button");
    close.setAccessibleText("Close the message");
    Tip.setText(close, "Close the message");
    close.setOnAction(e -> say(""));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(words, all, gap, close);
    getStyleClass().add("left-strip");
    setAlignment(Pos.CENTER_LEFT);
    setSpacing(12);
    say("");
    settle.setOnFinished(e -> keep());
    filter
        .state()
        .subscribe(_ -> {
          if (following) {
            say("");
            settle.playFromStart();
          }
        });
    columns.subscribe(_ -> {
      if (following) {
        settle.playFromStart();
      }
    });
  }

  /** {@return how columns stand; none as long as they stand as they come} */
  ObjectProperty<List<LeftView.Column>> columns() {
    return columns;
  }

  /** {@return how the table was left; reads a file at first} */
  LeftView left() {
    return ui.workspace().left(connection, table);
  }

  /** Brings back what was left, as far as the table's columns allow it. */
  void bringBack(LeftView left, List<Field> fields) {
    LeftFilter found = LeftFilter.of(left, fields);
    columns.set(left.columns());
    filter.begin(found.state());
    say(told(found.state(), found.dropped()));
    all.setVisible(!found.state().equals(FilterState.NONE));
    following = true;
  }

  /** Has conditions hold on for columns that may be others than before. */
  void fit(List<Field> fields) {
    LeftFilter found = LeftFilter.of(filter.get(), fields);
    filter.set(found.state());
    if (!found.dropped().isEmpty()) {
      say(told(FilterState.NONE, found.dropped()));
      all.setVisible(false);
    }
  }

  private static String told(FilterState state, List<String> dropped) {
    String back =
        state.equals(FilterState.NONE) ? "" : "Filters and sorting are as you left them. ";
    return dropped.isEmpty()
        ? back.strip()
        : back
            + "Left out, as the table's columns have changed: "
            + String.join(", ", dropped)
            + ".";
  }

  private void say(String text) {
    words.setText(text);
    Tip.setText(words, text);
    setVisible(!text.isEmpty());
    setManaged(!text.isEmpty());
  }

  private void keep() {
    LeftView view = LeftFilter.view(filter.get(), columns.get());
    keeping.start(
        job -> {
          job.check();
          ui.workspace().leave(connection, table, view);
          return view;
        },
        _ -> {},
        _ -> {});
  }

  /** Remembers how rows are left now. */
  void close() {
    settle.stop();
    if (following) {
      keeping.cancel();
      ui.workspace().leave(connection, table, LeftFilter.view(filter.get(), columns.get()));
    }
  }
}

package org.shareexplorer.ui.activity;

import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.net.activity.Activity;
import org.shareexplorer.net.activity.ActivityCsv;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.table.SizeText;

/** Requests, one in a line: sorted by any column, copied and opened by keys. */
final class RequestTable extends TableView<Activity> {

  /** How the time of a request is written. */
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss.SSS", Locale.ENGLISH);

  private static final double ROW = 27;

  private final Ui ui;
  private final Consumer<Activity> opened;

  /**
   * @param opened is given a request of which all is wanted
   */
  RequestTable(Ui ui, ActivityModel model, Consumer<Activity> opened) {
    this.ui = ui;
    this.opened = opened;
    setFixedCellSize(ROW);
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    setAccessibleText("Requests");
    setId("activity-table");
    Label nothing = new Label("Nothing was asked, or nothing of it matches.");
    nothing.getStyleClass().add("soft");
    setPlaceholder(nothing);
    columns();
    getColumns().getFirst().setSortType(TableColumn.SortType.DESCENDING);
    getSortOrder().add(getColumns().getFirst());
    setSortPolicy(sorted -> {
      Comparator<Activity> by = sorted.getComparator();
      model.sort(by == null ? ActivityModel.LATEST : by);
      return true;
    });
    setItems(model.rows());
    setRowFactory(view -> row());
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  private void columns() {
    column(
        "Time",
        146,
        a -> TIME.format(a.start().atZone(ui.zone().get())),
        ActivityModel.LATEST.reversed(),
        false);
    column(
        "Connection", 100, Activity::connection, Comparator.comparing(Activity::connection), false);
    column(
        "Kind", 70, a -> ActivityWords.kind(a.kind()), Comparator.comparing(Activity::kind), false);
    column(
        "Asked",
        300,
        a -> a.method() + " " + a.path() + (a.range().isEmpty() ? "" : "  [" + a.range() + "]"),
        Comparator.comparing(Activity::path),
        false);
    column("Host", 130, Activity::host, Comparator.comparing(Activity::host), false);
    column(
        "Outcome",
        104,
        ActivityWords::outcome,
        Comparator.comparing(Activity::outcome).thenComparingInt(Activity::status),
        false);
    column(
        "Received",
        76,
        a -> SizeText.of(a.received()),
        Comparator.comparingLong(Activity::received),
        true);
    column(
        "Took",
        72,
        a -> ActivityWords.time(a.timing().total()),
        Comparator.comparingInt(a -> a.timing().total()),
        true);
  }

  private void pressed(KeyEvent key) {
    Activity chosen = getSelectionModel().getSelectedItem();
    if (key.getCode() == KeyCode.ENTER) {
      open(chosen);
      key.consume();
    } else if (key.getCode() == KeyCode.C && key.isShortcutDown()) {
      if (chosen != null) {
        ui.desktop().copy(ActivityCsv.HEAD + "\n" + ActivityCsv.line(chosen) + "\n");
      }
      key.consume();
    }
  }

  private void open(@Nullable Activity activity) {
    if (activity != null) {
      opened.accept(activity);
    }
  }

  private TableRow<Activity> row() {
    TableRow<Activity> row = new TableRow<>();
    row.itemProperty()
        .subscribe(activity -> {
          row.getStyleClass().removeAll("refused", "broken");
          if (activity != null) {
            switch (activity.outcome()) {
              case REFUSED, FAILED -> row.getStyleClass().add("refused");
              case BROKEN -> row.getStyleClass().add("broken");
              case DONE, CANCELLED -> {}
            }
          }
        });
    row.setOnMouseClicked(click -> {
      if (click.getClickCount() == 2) {
        open(row.getItem());
      }
    });
    return row;
  }

  private void column(
      String name,
      double width,
      Function<Activity, String> words,
      Comparator<Activity> order,
      boolean figure) {
    TableColumn<Activity, Activity> column = new TableColumn<>(name);
    column.setPrefWidth(width);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setComparator(order);
    column.setCellFactory(of ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable Activity item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : words.apply(item));
          }
        });
    if (figure) {
      column.getStyleClass().add("figure");
    }
    getColumns().add(column);
  }
}

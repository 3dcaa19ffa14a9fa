package org.shareexplorer.ui.activity;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shareexplorer.net.activity.Activity;
import org.shareexplorer.net.activity.ActivityCsv;
import org.shareexplorer.net.activity.Asker;
import org.shareexplorer.net.activity.Outcome;
import org.shareexplorer.ui.fx.Desktop;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.shell.TabContent;
import org.shareexplorer.ui.table.SizeText;

/** What was asked, when, how long it took and what came of it: a table that grows. */
public final class ActivityScreen implements TabContent {

  private static final String ALL = "All connections";
  private static final double ROW = 27;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss.SSS", Locale.ENGLISH);

  private final Ui ui;
  private final Overlay overlay;
  private final Notices notices;
  private final ActivityModel model;
  private final VBox root = new VBox();
  private final TableView<Activity> table = new TableView<>();
  private final TextField text = new TextField();
  private final ComboBox<String> connection = new ComboBox<>();
  private final ComboBox<Choice<Asker.Kind>> kind = new ComboBox<>();
  private final ComboBox<Choice<Outcome>> outcome = new ComboBox<>();
  private final ComboBox<Choice<Duration>> latest = new ComboBox<>();
  private final ToggleButton live = new ToggleButton("Live");
  private final Label totals = new Label();
  private final ReadOnlyObjectWrapper<List<String>> status = new ReadOnlyObjectWrapper<>(List.of());
  private final Timeline clock;

  /** A choice of a filter; no value stands for all. */
  private record Choice<T>(String words, Optional<T> value) {
    @Override
    public String toString() {
      return words;
    }
  }

  /** Shows the workspace's activity. */
  public ActivityScreen(Ui ui, Overlay overlay, Notices notices, InstantSource time) {
    this.ui = ui;
    this.overlay = overlay;
    this.notices = notices;
    this.model = new ActivityModel(ui.workspace().activity(), ui.background(), time);
    root.getStyleClass().add("activity");
    root.getChildren().addAll(head(), filters(), table, foot());
    fill();
    model.totals().subscribe(this::tell);
    model
        .problem()
        .subscribe(problem -> {
          if (problem != null) {
            notices.failed(problem);
          }
        });
    clock =
        new Timeline(
            new KeyFrame(
                javafx.util.Duration.millis(300),
                e -> {
                  if (live.isSelected() && root.getScene() != null) {
                    model.follow();
                  }
                }));
    clock.setCycleCount(Timeline.INDEFINITE);
    clock.play();
  }

  private Node head() {
    Label title = new Label("Activity");
    title.getStyleClass().add("table-name");
    Label words =
        new Label(
            "Every request that this application made. No credentials, no signatures, no contents.");
    words.getStyleClass().add("soft");
    live.setSelected(true);
    live.setTooltip(new Tooltip("Show new requests as they are made"));
    live.selectedProperty().subscribe(on -> model.follow());
    Button export = new Button("Export as CSV…");
    export.setOnAction(e -> export());
    Button clear = new Button("Clear…");
    clear.setOnAction(e ->
        Sheet.confirm(
            overlay,
            "Clear the activity?",
            "What was asked so far is forgotten, also what is kept on this computer.",
            "Clear",
            model::clear));
    HBox head = new HBox(12, title, words, gap(), live, export, clear);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("activity-head");
    return head;
  }

  private Node filters() {
    text.setPromptText("Filter by address, connection, request id, status");
    text.setAccessibleText("Filter the activity");
    text.setPrefWidth(340);
    connection.getItems().setAll(ALL);
    connection.setValue(ALL);
    connection.setAccessibleText("Connection");
    connection.setOnShowing(e -> {
      String chosen = connection.getValue();
      List<String> names =
          Stream.concat(
                  ui.workspace().connections().stream().map(each -> each.name()),
                  model.connections().stream())
              .distinct()
              .sorted()
              .toList();
      connection.getItems().setAll(Stream.concat(Stream.of(ALL), names.stream()).toList());
      connection.setValue(chosen);
    });
    choices(kind, "Kind", "All kinds", List.of(Asker.Kind.values()), ActivityWords::kind);
    choices(outcome, "Outcome", "All outcomes", List.of(Outcome.values()), Outcome::words);
    choices(
        latest,
        "Time",
        "All times",
        List.of(Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7)),
        back ->
            back.toDays() > 1
                ? "Last 7 days"
                : back.toHours() > 1
                    ? "Last 24 hours"
                    : back.toMinutes() > 5 ? "Last hour" : "Last 5 minutes");
    text.textProperty().subscribe(now -> filter());
    for (ComboBox<?> box : List.of(connection, kind, outcome, latest)) {
      box.valueProperty().subscribe(now -> filter());
    }
    HBox filters = new HBox(8, text, connection, kind, outcome, latest);
    filters.setAlignment(Pos.CENTER_LEFT);
    filters.getStyleClass().add("activity-filters");
    return filters;
  }

  private static <T> void choices(
      ComboBox<Choice<T>> box, String name, String all, List<T> values, Function<T, String> words) {
    Choice<T> every = new Choice<>(all, Optional.empty());
    box.getItems().add(every);
    values.forEach(
        value -> box.getItems().add(new Choice<>(words.apply(value), Optional.of(value))));
    box.setValue(every);
    box.setAccessibleText(name);
  }

  private void filter() {
    if (latest.getValue() == null) {
      return;
    }
    String name = connection.getValue();
    model
        .filter()
        .set(
            new ActivityFilter(
                text.getText(),
                name == null || name.equals(ALL) ? Optional.empty() : Optional.of(name),
                kind.getValue().value(),
                outcome.getValue().value(),
                latest.getValue().value()));
  }

  private void fill() {
    VBox.setVgrow(table, Priority.ALWAYS);
    table.setFixedCellSize(ROW);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    table.setAccessibleText("Requests");
    table.setId("activity-table");
    Label nothing = new Label("Nothing was asked, or nothing of it matches.");
    nothing.getStyleClass().add("soft");
    table.setPlaceholder(nothing);
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
        Comparator.comparing(Activity::outcome).thenComparing(Activity::status),
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
    table.getColumns().getFirst().setSortType(TableColumn.SortType.DESCENDING);
    table.getSortOrder().add(table.getColumns().getFirst());
    table.setSortPolicy(sorted -> {
      Comparator<Activity> by = sorted.getComparator();
      model.sort(by == null ? ActivityModel.LATEST : by);
      return true;
    });
    table.setItems(model.rows());
    table.setRowFactory(view -> row());
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ENTER) {
            open(table.getSelectionModel().getSelectedItem());
            key.consume();
          } else if (key.getCode() == KeyCode.C && key.isShortcutDown()) {
            Activity chosen = table.getSelectionModel().getSelectedItem();
            if (chosen != null) {
              ui.desktop().copy(ActivityCsv.HEAD + "\n" + ActivityCsv.line(chosen) + "\n");
            }
            key.consume();
          }
        });
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
        new javafx.scene.control.TableCell<>() {
          @Override
          protected void updateItem(
              @org.jspecify.annotations.Nullable Activity item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : words.apply(item));
          }
        });
    if (figure) {
      column.getStyleClass().add("figure");
    }
    table.getColumns().add(column);
  }

  private Node foot() {
    CheckBox keep = new CheckBox("Keep it on this computer between starts");
    keep.setSelected(model.kept());
    keep.setTooltip(
        new Tooltip("In two private files of at most 8 MB each; else in memory alone."));
    keep.setOnAction(e -> model.keep(keep.isSelected()));
    totals.getStyleClass().add("activity-totals");
    HBox foot = new HBox(12, totals, gap(), keep);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("activity-foot");
    return foot;
  }

  private void tell(ActivityModel.Totals now) {
    NumberFormat count = NumberFormat.getIntegerInstance(Locale.ENGLISH);
    String requests =
        count.format(now.requests()) + (now.requests() == 1 ? " request" : " requests");
    String failed = now.failed() == 0 ? "" : count.format(now.failed()) + " not done";
    String received = SizeText.of(now.received()) + " received";
    String sent = now.sent() == 0 ? "" : SizeText.of(now.sent()) + " sent";
    List<String> parts =
        Stream.of(requests, failed, received, sent).filter(part -> !part.isEmpty()).toList();
    totals.setText(String.join("  ·  ", parts));
    status.set(parts);
  }

  private void open(@org.jspecify.annotations.Nullable Activity activity) {
    if (activity == null) {
      return;
    }
    Instant start = activity.start();
    List<String[]> facts =
        ActivityWords.facts(activity, TIME.format(start.atZone(ui.zone().get())) + " · " + start);
    GridPane grid = new GridPane(18, 6);
    for (int i = 0; i < facts.size(); i++) {
      Label name = new Label(facts.get(i)[0]);
      name.getStyleClass().add("soft");
      name.setMinWidth(Region.USE_PREF_SIZE);
      Label value = new Label(facts.get(i)[1]);
      value.setWrapText(true);
      value.setMinHeight(Region.USE_PREF_SIZE);
      grid.addRow(i, name, value);
    }
    Sheet sheet = new Sheet(ActivityWords.outcome(activity), grid);
    sheet.getStyleClass().add("activity-detail");
    sheet.button(
        "Copy",
        () ->
            ui.desktop()
                .copy(
                    facts.stream()
                        .map(fact -> fact[0].strip() + ": " + fact[1])
                        .collect(Collectors.joining("\n"))));
    Button close = sheet.button("Close", overlay::close);
    overlay.show(sheet, Pos.CENTER, close);
  }

  private void export() {
    List<Activity> rows = List.copyOf(model.rows());
    ui.desktop()
        .chooseSave(
            "Export the activity",
            "share-explorer-activity.csv",
            List.of(new Desktop.FileKind("CSV", "*.csv")))
        .ifPresent(file ->
            ui.background()
                .start(
                    job -> {
                      write(rows, file);
                      return file;
                    },
                    done -> notices.done(rows.size() + " requests are written."),
                    notices::failed));
  }

  private static void write(List<Activity> rows, Path file) throws Exception {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(ActivityCsv.HEAD + "\r\n");
      for (Activity row : rows) {
        out.write(ActivityCsv.line(row) + "\r\n");
      }
    }
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public String title() {
    return "Activity";
  }

  @Override
  public ObservableValue<List<String>> status() {
    return status.getReadOnlyProperty();
  }

  @Override
  public void focus() {
    text.requestFocus();
  }

  @Override
  public void showScreen(String title) {}

  @Override
  public void close() {
    clock.stop();
    model.close();
  }
}

package org.shareexplorer.ui.profile;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.table.CellText;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.profile.ProfileRow.State;
import org.shareexplorer.ui.table.TableScreen;

/** A line of figures per column, as pandas' {@code describe} and {@code info} give them. */
public final class ProfileScreen implements TableScreen {

  private final Ui ui;
  private final ProfileModel model;
  private final BorderPane node = new BorderPane();
  private final TableView<ProfileRow> figures = new TableView<>();
  private final Label note = new Label();
  private final Button button = new Button();
  private final ReadOnlyObjectWrapper<List<String>> status = new ReadOnlyObjectWrapper<>(List.of());

  /** A profile of an open table; it computes nothing before it is shown. */
  public ProfileScreen(Ui ui, OpenTable table) {
    this.ui = ui;
    this.model = new ProfileModel(table, ui.background());
    node.getStyleClass().add("profile");
    node.setTop(bar());
    node.setCenter(figures);
    lines();
    model.rows().addListener((ListChangeListener<ProfileRow>) change -> tell());
    model.running().subscribe(this::tell);
    tell();
  }

  private Node bar() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    button.setOnAction(event -> {
      if (model.running().get()) {
        model.stop();
      } else {
        model.start();
      }
    });
    HBox bar = new HBox(12, note, gap, button);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("profile-bar");
    return bar;
  }

  private void lines() {
    figures.setItems(model.rows());
    figures.setFixedCellSize(30);
    figures.setAccessibleText("Figures of every column");
    figures.getColumns().add(text("Column", 140, row -> row.field().name()));
    figures.getColumns().add(text("Type", 100, row -> row.field().type().text()));
    figures.getColumns().add(figure("Nulls", 118, (known, f) -> share(f.nulls(), known.rows())));
    figures
        .getColumns()
        .add(
            figure(
                "Distinct", 80, (known, f) -> f.distinct() == null ? "" : grouped(f.distinct())));
    figures.getColumns().add(figure("Min", 112, (known, f) -> value(f.min())));
    figures.getColumns().add(figure("25 %", 92, (known, f) -> number(f.q1())));
    figures.getColumns().add(figure("Median", 92, (known, f) -> number(f.median())));
    figures.getColumns().add(figure("Mean", 97, (known, f) -> number(f.mean())));
    figures.getColumns().add(figure("75 %", 92, (known, f) -> number(f.q3())));
    figures.getColumns().add(figure("Max", 112, (known, f) -> value(f.max())));
    figures.getColumns().add(figure("Std dev", 100, (known, f) -> number(f.deviation())));
  }

  private static TableColumn<ProfileRow, ProfileRow> text(
      String title, double width, Function<ProfileRow, String> words) {
    TableColumn<ProfileRow, ProfileRow> column = column(title, width);
    column.setCellFactory(c ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable ProfileRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(empty || row == null ? null : words.apply(row));
          }
        });
    return column;
  }

  private static TableColumn<ProfileRow, ProfileRow> figure(
      String title, double width, Figure figure) {
    TableColumn<ProfileRow, ProfileRow> column = column(title, width);
    column.getStyleClass().add("figure");
    column.setCellFactory(c -> new FigureCell(figure));
    return column;
  }

  private static TableColumn<ProfileRow, ProfileRow> column(String title, double width) {
    TableColumn<ProfileRow, ProfileRow> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
    return column;
  }

  /** One figure's text. */
  @FunctionalInterface
  private interface Figure {
    String text(State.Known known, ColumnSummary figures);
  }

  /** Shows a figure, or how far it is. */
  private static final class FigureCell extends TableCell<ProfileRow, ProfileRow> {

    private final Figure figure;

    FigureCell(Figure figure) {
      this.figure = figure;
    }

    @Override
    protected void updateItem(@Nullable ProfileRow row, boolean empty) {
      super.updateItem(row, empty);
      setTooltip(null);
      getStyleClass().removeAll("waiting", "failed");
      if (empty || row == null) {
        setText(null);
        return;
      }
      switch (row.state()) {
        case State.Known known -> setText(figure.text(known, known.figures()));
        case State.Waiting() -> faint("·", "waiting");
        case State.Computing() -> faint("…", "waiting");
        case State.Failed(var problem) -> {
          faint("!", "failed");
          setTooltip(new Tooltip(problem.sentence()));
        }
      }
    }

    private void faint(String text, String style) {
      setText(text);
      getStyleClass().add(style);
    }
  }

  private String value(@Nullable Object value) {
    return value == null ? "" : CellText.display(value, ui.zone().get());
  }

  private static String number(@Nullable Double value) {
    if (value == null) {
      return "";
    }
    double size = Math.abs(value);
    return size != 0 && (size < 0.001 || size >= 1e15)
        ? String.format(Locale.ROOT, "%.4g", value)
        : String.format(Locale.ROOT, size < 10 ? "%,.4f" : "%,.2f", value);
  }

  private static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String share(long part, long whole) {
    return part == 0
        ? "0"
        : String.format(
            Locale.ROOT, "%,d (%.1f %%)", part, whole == 0 ? 0.0 : 100.0 * part / whole);
  }

  private void tell() {
    long known = model.known();
    int all = model.rows().size();
    boolean running = model.running().get();
    button.setText(running ? "Stop" : known == 0 ? "Compute for all rows" : "Go on");
    button.setVisible(running || known < all);
    if (known == all) {
      note.setText(
          "All rows, exact. Quartiles interpolate linearly; the deviation is a sample's (n − 1).");
    } else if (running) {
      note.setText("Reading all rows: %d of %d columns".formatted(known, all));
    } else {
      note.setText(
          "Figures need every row of a column; what was read once is kept on this computer.");
    }
    status.set(
        List.of(
            "%d of %d columns · exact, over all rows".formatted(known, all),
            "%,d requests · %,d KB"
                .formatted(model.cost().get().requests(), model.cost().get().bytes() / 1024)));
  }

  @Override
  public String title() {
    return "Profile";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void shown() {
    if (model.beginsUnasked()) {
      model.start();
    }
  }

  @Override
  public ObservableValue<List<String>> status() {
    return Bindings.createObjectBinding(status::get, status);
  }

  @Override
  public void close() {
    model.stop();
  }
}

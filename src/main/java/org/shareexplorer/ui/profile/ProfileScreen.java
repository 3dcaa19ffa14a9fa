package org.shareexplorer.ui.profile;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ColumnProfile;
import org.shareexplorer.engine.ColumnProfile.Basis;
import org.shareexplorer.engine.Measure;
import org.shareexplorer.engine.ProfileWords;
import org.shareexplorer.job.Cost;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.profile.ProfileState.Work;
import org.shareexplorer.ui.table.SizeText;
import org.shareexplorer.ui.table.TableScreen;

/** A line of figures per column, as pandas' {@code describe} and {@code info} give them. */
public final class ProfileScreen implements TableScreen {

  private final Ui ui;
  private final ColumnProfiles profiles;
  private final BorderPane node = new BorderPane();
  private final TableView<ProfileState> figures = new TableView<>();
  private final ObservableList<ProfileState> lines = FXCollections.observableArrayList();
  private boolean watched;
  private final Label note = new Label();
  private final Button button = new Button();
  private final ReadOnlyObjectWrapper<List<String>> status = new ReadOnlyObjectWrapper<>(List.of());

  /**
   * A screen of profiles; it asks for nothing before it is shown.
   *
   * @param profiles ended with the screen
   */
  public ProfileScreen(Ui ui, ColumnProfiles profiles) {
    this.ui = ui;
    this.profiles = profiles;
    node.getStyleClass().add("profile");
    node.setTop(bar());
    node.setCenter(figures);
    columns();
    for (int i = 0; i < profiles.size(); i++) {
      lines.add(profiles.state(i));
    }
    profiles.revision().subscribe(this::tell);
    ui.zone().subscribe(_ -> figures.refresh());
  }

  private Node bar() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    note.setMinWidth(0);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> {
      if (computing()) {
        profiles.stopAll();
      } else {
        IntStream.range(0, profiles.size()).forEach(profiles::askAll);
      }
    });
    HBox bar = new HBox(12, note, gap, button);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("profile-bar");
    return bar;
  }

  /** Only columns whose lines are in sight are looked at unasked. */
  private void watch() {
    if (!watched && figures.lookup(".scroll-bar:vertical") instanceof ScrollBar scrolled) {
      watched = true;
      scrolled.valueProperty().subscribe(_ -> see());
      scrolled.visibleAmountProperty().subscribe(_ -> see());
    }
  }

  private void see() {
    if (node.getScene() != null && figures.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      var first = flow.getFirstVisibleCell();
      var last = flow.getLastVisibleCell();
      if (first != null && last != null) {
        profiles.see(
            IntStream.rangeClosed(first.getIndex(), last.getIndex())
                .filter(i -> i < profiles.size())
                .boxed()
                .toList());
      }
    }
  }

  private void columns() {
    figures.setItems(lines);
    figures.setFixedCellSize(30);
    figures.setAccessibleText("Figures of every column");
    figures.getColumns().add(text("Column", 140, state -> state.field().name()));
    figures.getColumns().add(text("Type", 100, state -> state.field().type().text()));
    figures.getColumns().add(figure("Nulls", 118, this::nulls));
    figures.getColumns().add(figure("Distinct", 84, Measure.DISTINCT));
    figures.getColumns().add(figure("Min", 112, Measure.MIN));
    figures.getColumns().add(figure("25 %", 92, Measure.Q1));
    figures.getColumns().add(figure("Median", 92, Measure.MEDIAN));
    figures.getColumns().add(figure("Mean", 97, Measure.MEAN));
    figures.getColumns().add(figure("75 %", 92, Measure.Q3));
    figures.getColumns().add(figure("Max", 112, Measure.MAX));
    figures.getColumns().add(figure("Std dev", 100, Measure.DEVIATION));
    figures.getColumns().add(text("From", 110, ProfileScreen::source));
  }

  private static String source(ProfileState state) {
    return state
        .known()
        .map(profile ->
            switch (profile.basis()) {
              case Basis.Provider _ -> profile.figures().isEmpty() ? "" : "provider";
              case Basis.Sample(long rows, var _, var _) -> ProfileWords.count(rows) + " rows";
              case Basis.AllRows _ -> "all rows";
            })
        .orElse("");
  }

  private String nulls(ColumnProfile profile) {
    String count = words().figure(profile, Measure.NULLS);
    String share = words().figure(profile, Measure.NULL_SHARE);
    return count.isEmpty() || count.equals("0") || share.isEmpty()
        ? count.isEmpty() ? share : count
        : count + " (" + share.replaceFirst("^[≥≤≈] ", "") + ")";
  }

  private ProfileWords words() {
    return new ProfileWords(ui.zone().get());
  }

  private static TableColumn<ProfileState, ProfileState> text(
      String title, double width, Function<ProfileState, String> words) {
    TableColumn<ProfileState, ProfileState> column = column(title, width);
    column.setCellFactory(c ->
        new TableCell<>() {
          @Override
          protected void updateItem(@Nullable ProfileState state, boolean empty) {
            super.updateItem(state, empty);
            setText(empty || state == null ? null : words.apply(state));
          }
        });
    return column;
  }

  private TableColumn<ProfileState, ProfileState> figure(
      String title, double width, Measure measure) {
    return figure(title, width, profile -> words().figure(profile, measure));
  }

  private static TableColumn<ProfileState, ProfileState> figure(
      String title, double width, Function<ColumnProfile, String> figure) {
    TableColumn<ProfileState, ProfileState> column = column(title, width);
    column.getStyleClass().add("figure");
    column.setCellFactory(c -> new FigureCell(figure));
    return column;
  }

  private static TableColumn<ProfileState, ProfileState> column(String title, double width) {
    TableColumn<ProfileState, ProfileState> column = new TableColumn<>(title);
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
    return column;
  }

  /** Shows a figure, or how far it is. */
  private static final class FigureCell extends TableCell<ProfileState, ProfileState> {

    private final Function<ColumnProfile, String> figure;

    FigureCell(Function<ColumnProfile, String> figure) {
      this.figure = figure;
    }

    @Override
    protected void updateItem(@Nullable ProfileState state, boolean empty) {
      super.updateItem(state, empty);
      Tip.setText(this, "");
      getStyleClass().removeAll("waiting", "failed");
      if (empty || state == null) {
        setText(null);
        return;
      }
      String text = state.known().map(figure).orElse("");
      if (!text.isEmpty()) {
        setText(text);
      } else if (state.problem() != null) {
        faint("!", "failed");
      } else {
        faint(state.work() != Work.NONE ? "…" : state.ofAllRows() ? "" : "·", "waiting");
      }
      if (state.problem() != null) {
        Tip.setText(this, state.problem().sentence());
      }
    }

    private void faint(String text, String style) {
      setText(text);
      getStyleClass().add(style);
    }
  }

  private boolean computing() {
    return IntStream.range(0, profiles.size()).anyMatch(i -> profiles.state(i).work() != Work.NONE);
  }

  private void tell() {
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).equals(profiles.state(i))) {
        lines.set(i, profiles.state(i));
      }
    }
    long exact = lines.stream().filter(ProfileState::ofAllRows).count();
    int all = lines.size();
    boolean running = computing();
    button.setText(running ? "Stop" : "Compute exactly for all rows");
    button.setVisible(running || exact < all);
    note.setText(
        exact == all
            ? "All rows, exact. Quartiles interpolate linearly; the deviation is a sample's (n − 1)."
            : running
                ? "Computing: %d of %d columns are exact".formatted(exact, all)
                : "≈ is estimated from some rows; ≤ and ≥ are bounds. What was read once is kept on this computer.");
    Cost cost = profiles.cost();
    status.set(
        List.of(
            "%d of %d columns exact, over all rows".formatted(exact, all),
            String.format(
                Locale.ROOT, "%,d requests · %s", cost.requests(), SizeText.of(cost.bytes()))));
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
    profiles.begin();
    tell();
    figures.applyCss();
    figures.layout();
    watch();
    see();
  }

  @Override
  public ObservableValue<List<String>> status() {
    return Bindings.createObjectBinding(status::get, status);
  }

  @Override
  public void close() {
    profiles.close();
  }
}

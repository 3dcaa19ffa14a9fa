package org.shareexplorer.ui.changes;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.shareexplorer.engine.ChangeCounts;
import org.shareexplorer.engine.ChangeKind;
import org.shareexplorer.engine.ChangedRows;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.table.ChangeList;
import org.shareexplorer.ui.changes.ChangesModel.Source;
import org.shareexplorer.ui.changes.ChangesModel.State;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.grid.RowsGrid;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.table.TableScreen;

/** What changed in a table: how much in which version, and the changed rows. */
public final class ChangesScreen implements TableScreen {

  private static final Map<ChangeKind, String> SIGNS =
      new EnumMap<>(Map.of(ChangeKind.INSERT, "+", ChangeKind.UPDATE, "→", ChangeKind.DELETE, "−"));

  private final Ui ui;
  private final ChangesModel model;
  private final BorderPane node = new BorderPane();
  private final RangeBar range;
  private final Timeline timeline;
  private final HBox filters = new HBox(8);
  private final Map<ChangeKind, ToggleButton> kinds = new EnumMap<>(ChangeKind.class);
  private final TextField text = new TextField();
  private final PauseTransition typing = new PauseTransition(Duration.millis(350));
  private final Button allVersions = new Button("All versions");
  private final Label remark = new Label();
  private final StackPane body = new StackPane();
  private final ReadOnlyObjectWrapper<List<String>> status = new ReadOnlyObjectWrapper<>(List.of());
  private Optional<RowsGrid> grid = Optional.empty();
  private List<ChangeCounts> drawn = List.of();

  /**
   * A screen that asks once it is shown.
   *
   * @param lastLooked the version that the person had looked at before, if any
   */
  public ChangesScreen(Ui ui, ConnectionId connection, OpenTable table, OptionalLong lastLooked) {
    this.ui = ui;
    model =
        new ChangesModel(
            ui, connection, table.snapshot().name(), table.snapshot().version(), lastLooked);
    range = new RangeBar(ui, model);
    timeline =
        new Timeline(bar -> model.look(model.view().get().withVersions(bar.first(), bar.last())));
    node.getStyleClass().add("changes");
    node.setTop(new VBox(range, timeline, filters()));
    node.setCenter(body);
    model.state().subscribe(this::show);
  }

  private HBox filters() {
    for (ChangeKind kind : ChangeKind.values()) {
      ToggleButton toggle = new ToggleButton();
      toggle.setSelected(true);
      toggle.getStyleClass().addAll("changes-kind", kind.text());
      toggle.setOnAction(e -> model.toggle(kind, toggle.isSelected()));
      kinds.put(kind, toggle);
      filters.getChildren().add(toggle);
    }
    text.setPromptText("Find in changed rows");
    text.setAccessibleText("Find in changed rows");
    Tip.setText(text, "Rows with this text in one of their values, before or after");
    text.setPrefWidth(190);
    typing.setOnFinished(e -> model.look(model.view().get().withText(text.getText().strip())));
    text.textProperty().subscribe((before, now) -> typing.playFromStart());
    text.setOnAction(e -> {
      typing.stop();
      model.look(model.view().get().withText(text.getText().strip()));
    });
    allVersions.setOnAction(e -> model.look(model.view().get().withVersions(0, Long.MAX_VALUE)));
    remark.getStyleClass().addAll("soft", "small");
    remark.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    filters.getChildren().addAll(text, allVersions, space, remark);
    filters.setAlignment(Pos.CENTER_LEFT);
    filters.getStyleClass().add("data-bar");
    return filters;
  }

  private void show(State state) {
    boolean shown = state instanceof State.Shown;
    boolean listing = state instanceof State.Working && !drawn.isEmpty();
    boolean versions = (shown || listing) && model.source().get() == Source.FEED;
    timeline.setVisible(versions);
    timeline.setManaged(versions);
    filters.setVisible(shown || listing);
    filters.setManaged(shown || listing);
    switch (state) {
      case State.Shown found -> shown(found);
      default -> {
        if (!listing) {
          drawn = List.of();
        }
        end();
        body.getChildren().setAll(ChangesStates.of(state, ui, model));
        status.set(List.of());
      }
    }
  }

  private void shown(State.Shown found) {
    var view = model.view().get();
    drawn = found.counts();
    timeline.show(found.counts(), view.firstVersion(), view.lastVersion(), ui.zone().get());
    kinds.forEach((kind, toggle) -> {
      long rows =
          found.counts().stream()
              .filter(each ->
                  each.version() >= view.firstVersion() && each.version() <= view.lastVersion())
              .mapToLong(counts -> counts.of(kind))
              .sum();
      toggle.setText(String.format(Locale.ROOT, "%s %,d %s", SIGNS.get(kind), rows, kind.text()));
      toggle.setSelected(view.kinds().contains(kind));
    });
    boolean narrowed = view.lastVersion() < Long.MAX_VALUE;
    allVersions.setVisible(narrowed);
    allVersions.setManaged(narrowed);
    remark.setText(remark(found.rows().matching()));
    end();
    long rows = found.rows().rowCount().orElse(0);
    if (rows == 0) {
      body.getChildren().setAll(ChangesStates.none(found.counts().isEmpty()));
      status.set(List.of("No changed rows"));
      return;
    }
    List<String> hidden =
        model.source().get() == Source.COMPARISON
            ? List.of(ChangeList.COMMIT_VERSION, ChangeList.COMMIT_TIMESTAMP)
            : List.of();
    RowsGrid now = new RowsGrid(ui, found.rows(), 1, hidden, "Changed rows");
    grid = Optional.of(now);
    status.bind(now.status());
    body.getChildren().setAll(now.node());
  }

  /** How the two states of a row were found together, as far as one must know. */
  private String remark(ChangedRows.Matching matching) {
    if (matching.key().isEmpty()) {
      return "";
    }
    String by = "matched by " + String.join(", ", matching.key());
    String doubt = "";
    if (matching.repeated() > 0) {
      doubt += String.format(Locale.ROOT, " · %,d rows share their key", matching.repeated());
    }
    if (matching.withoutKey() > 0) {
      doubt += String.format(Locale.ROOT, " · %,d rows have none", matching.withoutKey());
    }
    return by + doubt;
  }

  private void end() {
    status.unbind();
    grid.ifPresent(RowsGrid::close);
    grid = Optional.empty();
  }

  @Override
  public String title() {
    return "Changes";
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public boolean filtered() {
    return false;
  }

  @Override
  public void shown() {
    if (model.state().get() instanceof State.Failed) {
      model.retry();
    }
    model.start();
  }

  @Override
  public ObservableValue<List<String>> status() {
    return status.getReadOnlyProperty();
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.of("Show all changes", null, () -> true, range::all),
        Command.of(
            "Show what changed since I last looked",
            null,
            () -> model.firstUnseen().isPresent(),
            range::sinceLastLooked),
        Command.of("Choose a range of changes…", null, range::focus),
        Command.of("Find in changed rows…", null, () -> grid.isPresent(), text::requestFocus));
  }

  @Override
  public void close() {
    model.close();
    end();
  }
}

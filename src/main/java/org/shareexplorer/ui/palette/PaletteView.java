package org.shareexplorer.ui.palette;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.View;

/** The one field that finds every command, open tab and table. */
public final class PaletteView {

  private static final int MOST_LINES = 12;
  private static final int FEWEST_LINES = 4;

  private final Overlay overlay;
  private final PaletteModel model;
  private final String nothing;

  @FXML private VBox root;
  @FXML private TextField field;
  @FXML private ListView<Choice> list;

  private PaletteView(Overlay overlay, PaletteModel model, String nothing) {
    this.overlay = overlay;
    this.model = model;
    this.nothing = nothing;
    View.load(this);
  }

  /**
   * Shows the palette over the window.
   *
   * @param choices tells what there is at any time
   * @param changes is another one whenever there may be something else
   */
  public static void show(
      Overlay overlay, Supplier<List<Choice>> choices, ObservableValue<?> changes) {
    PaletteView view =
        open(
            overlay,
            "Search tables, tabs and commands",
            "Nothing by that name. Tables appear here once they are loaded.",
            choices.get());
    var _ =
        changes
            .when(view.root.sceneProperty().isNotNull())
            .subscribe((before, now) -> view.offer(choices.get()));
  }

  /**
   * Shows a palette over the window, with these choices.
   *
   * @param asked what is looked for
   * @param nothing what to say if nothing is found
   */
  public static void show(Overlay overlay, String asked, String nothing, List<Choice> choices) {
    var _ = open(overlay, asked, nothing, choices);
  }

  private static PaletteView open(
      Overlay overlay, String asked, String nothing, List<Choice> choices) {
    PaletteView view = new PaletteView(overlay, new PaletteModel(choices), nothing);
    view.field.setPromptText(asked);
    view.field.setAccessibleText(asked);
    int lines = Math.clamp(choices.size(), FEWEST_LINES, MOST_LINES);
    view.list.setPrefHeight(lines * view.list.getFixedCellSize() + 8);
    overlay.show(view.root, Pos.TOP_CENTER, view.field);
    return view;
  }

  @FXML
  private void initialize() {
    field.textProperty().bindBidirectional(model.query());
    list.setItems(model.found());
    list.setCellFactory(view -> {
      ChoiceCell cell = new ChoiceCell();
      cell.setOnMouseClicked(_ -> {
        if (!cell.isEmpty()) {
          choose();
        }
      });
      return cell;
    });
    Label empty = new Label(nothing);
    empty.getStyleClass().add("soft");
    list.setPlaceholder(empty);
    model.query().subscribe(now -> select(0));
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private void key(KeyEvent key) {
    int selected = list.getSelectionModel().getSelectedIndex();
    switch (key.getCode()) {
      case DOWN -> select(selected + 1);
      case UP -> select(selected - 1);
      case PAGE_DOWN -> select(selected + 10);
      case PAGE_UP -> select(selected - 10);
      case ENTER -> choose();
      default -> {
        return;
      }
    }
    key.consume();
  }

  /** What the person is at stays chosen, wherever it stands by now. */
  private void offer(List<Choice> choices) {
    int before = list.getSelectionModel().getSelectedIndex();
    int now = model.offer(choices, before);
    if (now == before) {
      list.getSelectionModel().clearAndSelect(now);
    } else {
      select(now);
    }
  }

  private void select(int index) {
    if (!model.found().isEmpty()) {
      int within = Math.clamp(index, 0, model.found().size() - 1);
      list.getSelectionModel().clearAndSelect(within);
      list.scrollTo(Math.max(0, within - 5));
    }
  }

  private void choose() {
    Choice choice = list.getSelectionModel().getSelectedItem();
    if (choice != null) {
      overlay.close();
      choice.action().run();
    }
  }

  /**
   * Its parts are made once: new ones at each key pressed would be drawn before they are laid out.
   */
  private static final class ChoiceCell extends ListCell<Choice> {

    private final StackPane icon = new StackPane();
    private final Label name = new Label();
    private final Label detail = new Label();
    private final Label keys = new Label();
    private final HBox line;

    ChoiceCell() {
      setPrefWidth(0);
      name.getStyleClass().add("choice-name");
      name.setMinWidth(40);
      detail.getStyleClass().add("choice-detail");
      keys.getStyleClass().add("key");
      keys.setMinWidth(USE_PREF_SIZE);
      keys.visibleProperty().bind(keys.textProperty().isNotEmpty());
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      line = new HBox(10, icon, name, detail, gap, keys);
      line.setAlignment(Pos.CENTER_LEFT);
      line.visibleProperty().bind(emptyProperty().not());
      setGraphic(line);
    }

    @Override
    protected void updateItem(@Nullable Choice choice, boolean empty) {
      super.updateItem(choice, empty);
      if (empty || choice == null) {
        setAccessibleText(null);
        return;
      }
      icon.getChildren().setAll(choice.icon().node());
      name.setText(choice.name());
      detail.setText(choice.detail());
      keys.setText(choice.keys());
      setAccessibleText(choice.name() + " " + choice.detail());
    }
  }
}

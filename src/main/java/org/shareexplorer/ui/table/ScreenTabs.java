package org.shareexplorer.ui.table;

import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.export.Recipe;
import org.shareexplorer.ui.chart.ChartsScreen;
import org.shareexplorer.ui.palette.Command;

/** The screens of a table: one is in front, a word for each brings it there. FX thread only. */
final class ScreenTabs {

  private final HBox words;
  private final StackPane body;
  private final ObjectProperty<List<String>> status = new SimpleObjectProperty<>(List.of());
  private List<TableScreen> open = List.of();
  private final ReadOnlyObjectWrapper<@Nullable TableScreen> front = new ReadOnlyObjectWrapper<>();

  /**
   * Without screens as yet.
   *
   * @param words where the screens' words stand
   * @param body where the screen in front stands
   */
  ScreenTabs(HBox words, StackPane body) {
    this.words = words;
    this.body = body;
  }

  /** {@return the screens, from left to right} */
  List<TableScreen> open() {
    return open;
  }

  /** {@return the screen in front; null as long as there is none} */
  ReadOnlyObjectProperty<@Nullable TableScreen> front() {
    return front.getReadOnlyProperty();
  }

  /** {@return what the status bar says of the screen in front} */
  ObservableValue<List<String>> status() {
    return status;
  }

  /** Shows screens in the place of those before, which end; the one of the same word in front. */
  void show(List<TableScreen> screens) {
    TableScreen before = front.get();
    List<TableScreen> last = open;
    open = screens;
    for (TableScreen screen : open) {
      screen.onFront(() -> show(screen.title()));
      last.stream()
          .filter(other -> other.title().equals(screen.title()))
          .findFirst()
          .ifPresent(screen::takeOver);
    }
    end(last);
    ToggleGroup group = new ToggleGroup();
    words.getChildren().setAll(open.stream().map(screen -> word(screen, group)).toList());
    TableScreen first =
        open.stream()
            .filter(screen -> before != null && screen.title().equals(before.title()))
            .findFirst()
            .orElse(open.getFirst());
    group.getToggles().get(open.indexOf(first)).setSelected(true);
  }

  /** Brings the screen of a word to the front, if there is one. */
  void show(String title) {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).title().equals(title)
          && words.getChildren().get(i) instanceof ToggleButton word) {
        word.setSelected(true);
      }
    }
  }

  /** Draws charts on the screen that does so, if there is one. */
  void draw(List<ChartSpec> charts) {
    for (TableScreen screen : open) {
      if (screen instanceof LaterScreen<?> later
          && later.title().equals(ChartsScreen.TITLE)
          && later.now() instanceof ChartsScreen drawing) {
        drawing.draw(charts);
      }
    }
  }

  /** {@return what adds the charts in front to the way to have their rows elsewhere} */
  UnaryOperator<Recipe> drawing(ZoneId zone) {
    List<ChartSpec> charts =
        front.get() instanceof LaterScreen<?> later && later.now() instanceof ChartsScreen drawn
            ? drawn.model().cards().stream().map(card -> card.spec().get()).toList()
            : List.of();
    return recipe -> recipe.drawing(charts, zone);
  }

  private ToggleButton word(TableScreen screen, ToggleGroup group) {
    ToggleButton word = new ToggleButton(screen.title());
    word.setMinWidth(Region.USE_PREF_SIZE);
    word.setToggleGroup(group);
    word.selectedProperty()
        .subscribe(selected -> {
          if (selected) {
            if (body.isFocusWithin()) {
              // The screen before goes, and must not take the keyboard to the window's first
              // button.
              word.requestFocus();
            }
            bringUp(screen);
          }
        });
    // A screen is always in front: a second click does not take it away.
    word.setOnAction(e -> word.setSelected(true));
    return word;
  }

  private void bringUp(TableScreen screen) {
    front.set(screen);
    body.getChildren().setAll(screen.node());
    status.bind(screen.status());
    screen.shown();
  }

  /** {@return the ways from the screen in front to the others} */
  List<Command> ways() {
    return open.stream()
        .map(screen ->
            Command.of(
                "Show " + screen.title(),
                null,
                () -> !screen.equals(front.get()),
                () -> show(screen.title())))
        .toList();
  }

  private void end(List<TableScreen> screens) {
    status.unbind();
    screens.forEach(TableScreen::close);
  }

  /** Ends what runs for the screens. */
  void close() {
    end(open);
    open = List.of();
    front.set(null);
  }
}

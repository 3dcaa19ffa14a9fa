package org.shareexplorer.ui.changes;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import org.shareexplorer.engine.Changes;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.changes.ChangesModel.Source;
import org.shareexplorer.ui.changes.ChangesModel.State;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.ProblemPane;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.table.SizeText;

/** What stands in the place of changed rows. */
final class ChangesStates {

  private static final Duration PATIENCE = Duration.millis(200);

  private ChangesStates() {}

  /** {@return what to show in a state without rows} */
  static Node of(State state, Ui ui, ChangesModel model) {
    return switch (state) {
      case State.Idle _, State.Shown _ -> new VBox();
      case State.Working(var running) -> {
        Label doing = new Label("Looking for changes");
        doing.getStyleClass().addAll("soft");
        Background.follow(running, progress -> doing.setText(progress.doing()));
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.setMaxSize(28, 28);
        Button stop = new Button("Cancel");
        stop.setOnAction(e -> {
          running.cancel();
          stop.setDisable(true);
          doing.setText("Stopped. Choose a range to go on.");
          wheel.setVisible(false);
        });
        VBox box = box(wheel, doing, stop);
        box.setVisible(false);
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(e -> box.setVisible(true));
        patience.play();
        yield box;
      }
      case State.NoFeed(Problem problem) -> noFeed(problem, model);
      case State.NeedsKey _ -> needsKey();
      case State.Large(Changes changes) -> large(changes, model);
      case State.Failed(Problem problem) -> new ProblemPane(problem, ui.desktop(), model::retry);
    };
  }

  /** {@return what to show where no row fits} */
  static Node none(boolean nothingAtAll) {
    Label title =
        title(nothingAtAll ? "Nothing changed in this range." : "No changed row fits the filter.");
    return box(
        title,
        words(
            nothingAtAll
                ? "The table's rows are the same at its beginning and its end."
                : "Take in more kinds, choose all versions, or look for another text."));
  }

  private static Node noFeed(Problem problem, ChangesModel model) {
    Button compare = new Button("Compare two versions");
    compare.getStyleClass().add("accent");
    compare.setOnAction(e -> model.from(Source.COMPARISON));
    Button again = new Button("Ask again");
    again.setOnAction(e -> model.retry());
    HBox buttons = new HBox(8, compare, again);
    buttons.setAlignment(Pos.CENTER);
    return box(
        title("This table has no change feed to read"),
        words(problem.why()),
        words(
            "A feed tells row by row what each version inserted, updated and deleted. Without one,"
                + " two versions can be compared by a key: the columns whose values tell rows"
                + " apart."),
        buttons);
  }

  private static Node needsKey() {
    return box(
        title("Which rows belong together?"),
        words("No single column tells the rows of these two versions apart."),
        words("Choose above the columns whose values tell rows apart."));
  }

  private static Node large(Changes changes, ChangesModel model) {
    Button read = new Button("Read them");
    read.getStyleClass().add("accent");
    read.setOnAction(e -> model.readLarge(changes));
    return box(
        title("These changes are large"),
        words(
            "To tell what changed, up to "
                + SizeText.of(changes.sizeInBytes())
                + " are fetched. A smaller range above takes less."),
        read);
  }

  private static Label title(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("changes-title");
    return label;
  }

  private static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMaxWidth(520);
    label.setTextAlignment(TextAlignment.CENTER);
    label.getStyleClass().add("soft");
    return label;
  }

  private static VBox box(Node... nodes) {
    VBox box = new VBox(12, nodes);
    box.getStyleClass().add("changes-state");
    box.setAlignment(Pos.CENTER);
    return box;
  }
}

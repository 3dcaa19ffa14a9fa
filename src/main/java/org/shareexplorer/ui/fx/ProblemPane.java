package org.shareexplorer.ui.fx;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.problem.Problem;

/**
 * Stands where something should have been: what failed, why, and what to do; the other side's words
 * folded below.
 */
public final class ProblemPane extends VBox {

  /**
   * Shows a problem.
   *
   * @param retry what the button "Try again" does; none without it
   */
  public ProblemPane(Problem problem, Desktop desktop, @Nullable Runnable retry) {
    getStyleClass().add("problem");
    add("problem-what", problem.what());
    add("problem-why", problem.why());
    add("problem-remedy", problem.remedy());
    HBox actions = new HBox(8);
    actions.getStyleClass().add("problem-actions");
    if (retry != null) {
      Button again = new Button("Try again", Icon.REFRESH.node());
      again.setOnAction(e -> retry.run());
      actions.getChildren().add(again);
    }
    if (FindOut.helpsWith(problem.code())) {
      Button findOut = new Button("Find out why…");
      findOut.setOnAction(e -> findOut.fireEvent(new FindOut()));
      actions.getChildren().add(findOut);
    }
    Button copy = new Button("Copy the details");
    copy.setOnAction(e -> desktop.copy(text(problem)));
    actions.getChildren().add(copy);
    getChildren().add(actions);
    if (!problem.detail().isBlank()) {
      getChildren().add(folded(problem.detail()));
    }
    setAccessibleText(problem.sentence());
  }

  private void add(String styleClass, String words) {
    if (!words.isBlank()) {
      Label label = new Label(words);
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.getStyleClass().add(styleClass);
      getChildren().add(label);
    }
  }

  private static VBox folded(String detail) {
    TextArea words = new TextArea(detail);
    words.setEditable(false);
    words.setWrapText(true);
    words.setPrefRowCount(6);
    words.getStyleClass().add("problem-detail");
    words.setVisible(false);
    words.managedProperty().bind(words.visibleProperty());
    Hyperlink fold = new Hyperlink("Show what the other side said");
    fold.setOnAction(e -> {
      words.setVisible(!words.isVisible());
      fold.setText(words.isVisible() ? "Hide" : "Show what the other side said");
      fold.setVisited(false);
    });
    return new VBox(6, fold, words);
  }

  /** {@return the problem as text to paste into a message} */
  static String text(Problem problem) {
    String head = problem.sentence() + "\nCode: " + problem.code().text();
    return problem.detail().isBlank() ? head : head + "\n\n" + problem.detail();
  }
}

package org.shareexplorer.ui.sql;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.shareexplorer.job.Cost;
import org.shareexplorer.job.Progress;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.table.SizeText;

/** What can be done with a query, and what is said of it. FX thread only. */
final class SqlBar extends HBox {

  private static final double HIGHEST = 66;

  private final Button run = new Button("Run");
  private final Button cancel = new Button("Cancel");
  private final Button history = new Button("History", Icon.OPENED.node());
  private final Label said = new Label();

  SqlBar(Runnable onRun, Runnable onStop, Runnable onHistory) {
    super(8);
    run.getStyleClass().add("accent");
    Tip.setText(run, "Run the query (Ctrl+Enter)");
    run.setOnAction(e -> onRun.run());
    cancel.setOnAction(e -> onStop.run());
    Tip.setText(cancel, "Stop the query (Esc)");
    cancel.setDisable(true);
    Tip.setText(history, "Queries that were run before (Ctrl+H)");
    history.setOnAction(e -> onHistory.run());
    said.getStyleClass().addAll("soft", "small", "sql-said");
    said.setMnemonicParsing(false);
    said.setMinWidth(0);
    said.setWrapText(true);
    // A database can have much to say; all of it is in the tip, and the query stays in sight.
    said.setMaxHeight(HIGHEST);
    said.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(said, Priority.ALWAYS);
    getChildren().addAll(run, cancel, history, said);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("sql-bar");
    for (Button button : List.of(run, cancel, history)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
  }

  /** Says something of the query. */
  void say(String words) {
    said.getStyleClass().remove("sql-fault");
    // What may not have room is in the tip as well.
    Tip.setText(said, words.indexOf('\n') < 0 ? "" : words);
    said.setText(words);
  }

  /** Says what is wrong with it. */
  void fault(String words) {
    say(words);
    said.getStyleClass().add("sql-fault");
    Tip.setText(said, words);
  }

  /** Says how far it is. */
  void say(Progress progress, Cost cost) {
    say(
        (progress.doing().isBlank() ? "Looking at the query…" : progress.doing())
            + (progress.known()
                ? String.format(Locale.ROOT, ", %.0f %%", progress.fraction() * 100)
                : "")
            + (cost.bytes() > 0 ? " · " + SizeText.of(cost.bytes()) + " fetched" : ""));
  }

  /** {@return what is said} */
  String said() {
    return said.getText();
  }

  /** Tells whether there is anything to run. */
  void runnable(boolean runnable) {
    run.setDisable(!runnable);
  }

  /** {@return whether there is anything to run} */
  boolean runnable() {
    return !run.isDisabled();
  }

  /** Tells whether something runs that can be stopped. */
  void running(boolean running) {
    cancel.setDisable(!running);
  }

  /** {@return where queries run before are listed} */
  Button history() {
    return history;
  }
}

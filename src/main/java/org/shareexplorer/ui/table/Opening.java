package org.shareexplorer.ui.table;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.shareexplorer.job.Progress;
import org.shareexplorer.job.Running;
import org.shareexplorer.ui.fx.Background;

/**
 * Stands in a tab while its table is opened, its first rows are found or its figures computed; what
 * takes no time is not worth a word.
 */
public final class Opening extends VBox {

  private static final Duration PATIENCE = Duration.millis(200);

  private final String what;
  private final Label doing = new Label();

  /**
   * Follows work.
   *
   * @param what what is being done
   * @param cancel ends it
   */
  public Opening(String what, Running<?> running, Runnable cancel) {
    this.what = what;
    getStyleClass().add("table-loading");
    ProgressIndicator wheel = new ProgressIndicator();
    wheel.setMaxSize(28, 28);
    Label words = new Label(what);
    words.setMnemonicParsing(false);
    doing.getStyleClass().addAll("faint", "small");
    Button stop = new Button("Cancel");
    stop.setOnAction(e -> cancel.run());
    getChildren().addAll(wheel, words, doing, stop);
    setVisible(false);
    PauseTransition patience = new PauseTransition(PATIENCE);
    patience.setOnFinished(e -> setVisible(true));
    patience.play();
    Background.follow(running, this::tell);
  }

  /** Stands above what was there before, which is to be seen but not to be read any more. */
  public void above() {
    getStyleClass().add("table-loading-above");
  }

  private void tell(Progress progress) {
    doing.setText(what.startsWith(progress.doing()) ? "" : progress.doing());
  }
}

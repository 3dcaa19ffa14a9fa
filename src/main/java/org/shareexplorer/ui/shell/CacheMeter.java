package org.shareexplorer.ui.shell;

import java.time.Duration;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shareexplorer.job.Running;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.preferences.Storage;
import org.shareexplorer.ui.table.SizeText;

/**
 * How much of remote tables is kept on this computer, and how much may be. Looked up when work has
 * ended, as it may have fetched something, but not again and again: that reads the cache's folder.
 */
final class CacheMeter extends Button {

  private static final long SELDOM = Duration.ofSeconds(20).toNanos();

  private final Background background;
  private final Storage storage;
  private final Label figures = new Label();
  private final ProgressBar bar = new ProgressBar(0);
  private long next = System.nanoTime();

  /** What was found on the disk, in bytes. */
  private record Kept(long used, long most) {}

  /**
   * A meter that shows nothing before something is known.
   *
   * @param more shows what can be done about the cache
   */
  CacheMeter(Background background, Storage storage, Runnable more) {
    this.background = background;
    this.storage = storage;
    Label title = new Label("CACHE");
    title.getStyleClass().add("caption");
    figures.getStyleClass().add("caption");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setMinWidth(0);
    VBox lines = new VBox(6, new HBox(title, gap, figures), bar);
    lines.prefWidthProperty().bind(widthProperty().subtract(28));
    setGraphic(lines);
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setMaxWidth(Double.MAX_VALUE);
    getStyleClass().add("cache-meter");
    setId("cache-meter");
    setVisible(false);
    Tip.setText(this, "What was fetched is kept, so that it is not fetched again");
    setOnAction(_ -> more.run());
    background.running().subscribe(this::ended);
  }

  private void ended(Number running) {
    if (running.intValue() > 0 || System.nanoTime() < next) {
      return;
    }
    next = System.nanoTime() + SELDOM;
    Running<Kept> looking =
        background.jobs().start(_ -> new Kept(storage.data().size(), storage.data().budget()));
    looking.whenDone((kept, _) -> {
      if (kept != null) {
        background.onFx(() -> show(kept));
      }
    });
  }

  private void show(Kept kept) {
    figures.setText(SizeText.of(kept.used()) + " of " + SizeText.of(kept.most()));
    bar.setProgress(kept.most() <= 0 ? 0 : Math.min(1, (double) kept.used() / kept.most()));
    setAccessibleText("Cache: " + figures.getText());
    setVisible(true);
  }
}

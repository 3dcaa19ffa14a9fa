package org.shareexplorer.ui.updates;

import java.time.InstantSource;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.preferences.Remembered;
import org.shareexplorer.workspace.release.Release;

/** Tells, while the window is open, when there is a newer version, if that is allowed. */
public final class UpdateNotice {

  /** The window comes first. */
  private static final Duration FIRST = Duration.seconds(8);

  /** How often to see whether a day has passed. */
  private static final Duration AGAIN = Duration.minutes(30);

  private final Overlay overlay;
  private final Ui ui;
  private final Notices notices;
  private final UpdateChecks checks;
  private final Timeline clock = new Timeline();

  /** Tells by notices, and in an overlay what is new. */
  public UpdateNotice(
      Overlay overlay, Ui ui, Remembered remembered, Notices notices, InstantSource time) {
    this.overlay = overlay;
    this.ui = ui;
    this.notices = notices;
    checks = new UpdateChecks(ui, remembered, time);
  }

  /** Asks soon, and again and again, but not more often than once a day. */
  public void watch() {
    clock.getKeyFrames().add(new KeyFrame(AGAIN, e -> look()));
    clock.setCycleCount(Animation.INDEFINITE);
    clock.playFrom(AGAIN.subtract(FIRST));
  }

  /** Asks now, if it is time to. */
  void look() {
    checks.daily(this::tell);
  }

  private void tell(Release release) {
    var _ =
        notices.suggest(
            "Share Explorer %s is out. You have %s.".formatted(release.number(), checks.version()),
            "What is new…",
            () -> ReleaseSheet.show(overlay, ui.desktop(), checks, release));
  }

  /** Asks no more. */
  public void close() {
    clock.stop();
  }
}

package org.shareexplorer.ui.table;

import java.util.OptionalLong;
import java.util.function.LongConsumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Ui;

/**
 * Asks now and then whether a table has a newer version, as long as its tab is in front and its
 * window is used. One small request at a time; a failure is passed over. FX thread only.
 */
final class NewerVersion {

  private static final Duration PERIOD = Duration.minutes(3);
  private static final long LEAST_PAUSE_NANOS = 20_000_000_000L;

  private final Ui ui;
  private final ConnectionId connection;
  private final TableName table;
  private final Node node;
  private final LongConsumer found;
  private final Latest latest;
  private final Timeline clock;
  private final Subscription focus;
  private OptionalLong known = OptionalLong.empty();
  private long asked = System.nanoTime() - LEAST_PAUSE_NANOS;

  /**
   * @param node in the scene while the tab is in front
   * @param found gets each newer version, once
   */
  NewerVersion(Ui ui, ConnectionId connection, TableName table, Node node, LongConsumer found) {
    this.ui = ui;
    this.connection = connection;
    this.table = table;
    this.node = node;
    this.found = found;
    latest = ui.background().latest();
    clock = new Timeline(new KeyFrame(PERIOD, e -> ask()));
    clock.setCycleCount(Animation.INDEFINITE);
    // Who comes back to the window may have been away for long.
    focus =
        node.sceneProperty()
            .flatMap(Scene::windowProperty)
            .flatMap(Window::focusedProperty)
            .orElse(false)
            .subscribe(focused -> {
              if (focused) {
                ask();
              }
            });
  }

  /** {@return the newest version heard of} */
  OptionalLong known() {
    return known;
  }

  /** Notes a version that was opened as the newest, and looks for newer ones from now on. */
  void since(long version) {
    known = OptionalLong.of(Math.max(version, known.orElse(0)));
    clock.playFromStart();
  }

  /** Asks now, if anybody would see the answer. */
  void ask() {
    boolean seen =
        node.getScene() != null
            && node.getScene().getWindow() != null
            && node.getScene().getWindow().isFocused();
    if (!seen
        || known.isEmpty()
        || latest.busy()
        || System.nanoTime() - asked < LEAST_PAUSE_NANOS) {
      return;
    }
    asked = System.nanoTime();
    latest.start(
        job -> ui.workspace().client(connection, job).version(table, job),
        version -> {
          if (version > known.orElse(Long.MAX_VALUE)) {
            known = OptionalLong.of(version);
            found.accept(version);
          }
        },
        problem -> {});
  }

  /** Ends it. */
  void close() {
    focus.unsubscribe();
    clock.stop();
    latest.cancel();
  }
}

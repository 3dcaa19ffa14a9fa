package org.shareexplorer.ui.chart;

import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.headless.NotedDesktop;
import org.shareexplorer.workspace.Workspace;

/** What a screen needs around it in a test. */
final class ScreenFixture implements AutoCloseable {

  final Jobs jobs = new Jobs();
  final SimpleBooleanProperty dark = new SimpleBooleanProperty();
  final NotedDesktop desktop = new NotedDesktop();
  final Ui ui;

  ScreenFixture() {
    startToolkit();
    ui =
        new Ui(
            noWorkspace(),
            new Background(jobs),
            desktop,
            dark,
            new SimpleObjectProperty<>(ZoneOffset.UTC));
  }

  private static Workspace noWorkspace() {
    return (Workspace)
        java.lang.reflect.Proxy.newProxyInstance(
            Workspace.class.getClassLoader(),
            new Class<?>[] {Workspace.class},
            (_, method, _) -> {
              throw new AssertionError(method + " is not the charts' business");
            });
  }

  static void startToolkit() {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
      started.await(20, TimeUnit.SECONDS);
    } catch (IllegalStateException e) {
      // Another test has started it.
      started.countDown();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    Platform.setImplicitExit(false);
  }

  /** Puts a screen's node into a scene in the house's look. */
  static Scene scene(Parent root, boolean dark, double width, double height) {
    root.getStyleClass().add("root");
    if (dark) {
      root.getStyleClass().add("dark");
    }
    Scene scene = new Scene(root, width, height);
    scene.setUserAgentStylesheet(
        dark
            ? new atlantafx.base.theme.PrimerDark().getUserAgentStylesheet()
            : new atlantafx.base.theme.PrimerLight().getUserAgentStylesheet());
    scene
        .getStylesheets()
        .add(
            Objects.requireNonNull(
                    ScreenFixture.class.getResource("/org/shareexplorer/ui/tokens.css"))
                .toExternalForm());
    return scene;
  }

  static <T> T onFx(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Platform.runLater(task);
    try {
      return task.get(20, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Waits, pulse by pulse, until a condition holds on the FX thread. */
  static void until(String what, BooleanSupplier condition) {
    FutureTask<Boolean> met = new FutureTask<>(() -> true);
    onFx(() -> {
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          if (condition.getAsBoolean()) {
            stop();
            met.run();
          }
        }
      }.start();
      return true;
    });
    try {
      met.get(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("Waited in vain for: " + what, e);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    jobs.close();
  }

  /** Does something with the first button in the middle of a node. */
  static void mouse(Node node, EventType<MouseEvent> what) {
    Bounds at = node.localToScene(node.getLayoutBounds());
    Event.fireEvent(
        node,
        new MouseEvent(
            what,
            at.getCenterX(),
            at.getCenterY(),
            at.getCenterX(),
            at.getCenterY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            what == MouseEvent.MOUSE_PRESSED,
            false,
            false,
            true,
            false,
            true,
            null));
  }
}

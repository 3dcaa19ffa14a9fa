package org.shareexplorer.ui.headless;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.event.Event;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.shareexplorer.ui.fx.Theme;

/**
 * For tests of screens: starts JavaFX once, runs code on its thread, waits for what must come
 * about, and takes pictures into {@code target/pictures}.
 */
public abstract class FxTest {

  private static final long LIMIT_SECONDS = 20;

  private static @Nullable Theme theme;

  @BeforeAll
  static void startFx() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException alreadyRunning) {
      started.countDown();
    }
    if (!started.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("JavaFX did not start");
    }
    Platform.setImplicitExit(false);
  }

  /** {@return the one theme of all tests; FX thread only} */
  protected static Theme theme() {
    Theme known = theme;
    if (known == null) {
      known = new Theme();
      theme = known;
    }
    return known;
  }

  /** Runs code on the FX thread and waits for its answer. */
  protected static <T> T onFx(Callable<T> code) {
    if (Platform.isFxApplicationThread()) {
      try {
        return code.call();
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        answer.complete(code.call());
      } catch (Throwable e) {
        answer.completeExceptionally(e);
      }
    });
    try {
      return answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("the FX thread did not answer", e);
    }
  }

  /** Runs code on the FX thread and waits for its end. */
  protected static void doFx(Runnable code) {
    onFx(() -> {
      code.run();
      return true;
    });
  }

  /** Waits until something holds, looking once per frame. */
  protected static void until(String what, BooleanSupplier holds) {
    CountDownLatch held = new CountDownLatch(1);
    AnimationTimer frames =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            if (holds.getAsBoolean()) {
              stop();
              held.countDown();
            }
          }
        };
    doFx(frames::start);
    try {
      if (!held.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        doFx(frames::stop);
        throw new AssertionError("never came about: " + what);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until nothing keeps something in memory any more. */
  protected static void untilForgotten(WeakReference<?> gone) {
    until(
        "it is forgotten",
        () -> {
          System.gc();
          return gone.get() == null;
        });
  }

  /** Presses a key in a node. */
  protected static void press(Node target, KeyCode code, boolean shortcut) {
    doFx(() -> {
      for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
        Event.fireEvent(target, new KeyEvent(type, "", "", code, false, shortcut, false, false));
      }
    });
  }

  /** {@return a node by its CSS selector} */
  protected static <T extends Node> T find(Scene scene, String selector, Class<T> type) {
    return onFx(() -> {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      return type.cast(scene.lookup(selector));
    });
  }

  /** Takes a picture of a scene, or of all that is in it, if that may have more than its size. */
  protected static Path picture(Scene scene, String name) {
    if (scene.getRoot() instanceof Group all) {
      return picture(all, name);
    }
    return written(
        onFx(() -> {
          scene.getRoot().applyCss();
          scene.getRoot().layout();
          return SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        }),
        name);
  }

  /** Takes a picture of a node, also of what does not fit on the screen. */
  protected static Path picture(Node node, String name) {
    return written(
        onFx(() -> SwingFXUtils.fromFXImage(node.snapshot(new SnapshotParameters(), null), null)),
        name);
  }

  private static Path written(BufferedImage image, String name) {
    try {
      Path file = Files.createDirectories(Path.of("target", "pictures")).resolve(name + ".png");
      ImageIO.write(image, "png", file.toFile());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

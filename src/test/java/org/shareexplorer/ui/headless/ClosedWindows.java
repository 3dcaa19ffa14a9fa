package org.shareexplorer.ui.headless;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Closes the windows that a class of tests has left open: one process runs hundreds of classes, and
 * that many windows with their pictures, and all that they show, would fill its memory.
 */
public final class ClosedWindows implements AfterAllCallback {

  private static final long LIMIT_SECONDS = 20;

  @Override
  public void afterAll(ExtensionContext context) throws InterruptedException {
    if (context.getRequiredTestClass().getEnclosingClass() != null) {
      return;
    }
    CountDownLatch closed = new CountDownLatch(1);
    try {
      Platform.runLater(() -> {
        List.copyOf(Window.getWindows()).forEach(Window::hide);
        closed.countDown();
      });
    } catch (IllegalStateException e) {
      // No test has needed windows yet.
      return;
    }
    if (!closed.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the windows did not close");
    }
  }
}

package org.shareexplorer.app;

import java.awt.Desktop;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Files that were double-clicked on macOS: there the system tells a program of them, and does not
 * pass them as arguments. Those told of before the window is there wait for it. Thread-safe.
 */
final class MacFiles {

  private final Deque<Path> waiting = new ArrayDeque<>();
  private @Nullable Consumer<Path> taker;

  /** Listens from now on, if this is macOS; to be called before JavaFX starts. */
  void listen() {
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
        && Desktop.isDesktopSupported()
        && Desktop.getDesktop().isSupported(Desktop.Action.APP_OPEN_FILE)) {
      Desktop.getDesktop()
          .setOpenFileHandler(told -> told.getFiles().forEach(file -> arrived(file.toPath())));
    }
  }

  /** A file was double-clicked. */
  synchronized void arrived(Path file) {
    if (taker == null) {
      waiting.add(file);
    } else {
      taker.accept(file);
    }
  }

  /**
   * Gives out what waits and what comes.
   *
   * @param onFile quick; called on any thread
   */
  synchronized void giveTo(Consumer<Path> onFile) {
    taker = onFile;
    while (!waiting.isEmpty()) {
      onFile.accept(waiting.remove());
    }
  }
}

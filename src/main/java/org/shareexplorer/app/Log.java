package org.shareexplorer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.ErrorManager;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.settings.Folders;

/**
 * Where the program writes down what went wrong: two files of half a megabyte that take turns, made
 * when there is something to write. Nothing goes to the terminal. No secrets get here, as problems
 * hold none.
 */
final class Log extends Handler {

  private static final String FORMAT = "%1$tFT%1$tT %4$s %3$s %5$s%6$s%n";
  private static final int MOST_BYTES = 1 << 19;
  private static final int FILES = 2;

  /** Loggers are forgotten, with their levels, unless somebody holds them. */
  private static final List<Logger> SILENT =
      List.of(Logger.getLogger("org.apache.hadoop"), Logger.getLogger("org.apache.parquet"));

  /** Java prints a stack trace where a disk is full; who runs out of it is told so elsewhere. */
  private static final class Unwritten extends ErrorManager {

    @Override
    public void error(@Nullable String words, @Nullable Exception cause, int code) {
      // A program that cannot write its log still does its work.
    }
  }

  private final Path folder;
  private @Nullable FileHandler file;
  private boolean failed;

  private Log(Path folder) {
    this.folder = folder;
  }

  /** Sends warnings and worse of everybody to the files. */
  static void start(Folders folders) {
    if (System.getProperty("java.util.logging.SimpleFormatter.format") == null) {
      System.setProperty("java.util.logging.SimpleFormatter.format", FORMAT);
    }
    LogManager.getLogManager().reset();
    SILENT.forEach(logger -> logger.setLevel(Level.OFF));
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    root.addHandler(new Log(folders.cache().resolve("log")));
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    FileHandler to = file;
    if (to == null && !failed) {
      to = opened();
      file = to;
    }
    if (to != null) {
      to.publish(entry);
    }
  }

  private @Nullable FileHandler opened() {
    try {
      Files.createDirectories(folder);
      FileHandler handler =
          new FileHandler(
              folder.resolve("share-explorer.%g.log").toString(), MOST_BYTES, FILES, true);
      handler.setFormatter(new SimpleFormatter());
      handler.setErrorManager(new Unwritten());
      return handler;
    } catch (IOException e) {
      // A program that cannot write its log still does its work.
      failed = true;
      return null;
    }
  }

  @Override
  public synchronized void flush() {
    if (file != null) {
      file.flush();
    }
  }

  @Override
  public synchronized void close() {
    if (file != null) {
      file.close();
      file = null;
    }
  }
}

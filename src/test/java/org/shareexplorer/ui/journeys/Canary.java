package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.settings.Folders;
import org.shareexplorer.ui.fx.Notice;

/**
 * Looks for secrets wherever the application leaves words: on screen, in logs, in file names, in
 * the files that it keeps, cached or configured. Signed addresses are known by the name of their
 * parameter.
 */
final class Canary extends Handler {

  /** Loggers that tell what is sent when they are asked to. */
  private static final List<Logger> TALKATIVE =
      List.of(Logger.getLogger("okhttp3"), Logger.getLogger("org.shareexplorer"));

  private static final Logger ROOT = Logger.getLogger("");

  private final Set<String> secrets = ConcurrentHashMap.newKeySet();
  private final List<String> logged = new CopyOnWriteArrayList<>();
  private final List<String> leaks = new CopyOnWriteArrayList<>();
  private final Formatter formatter = new SimpleFormatter();

  /** Begins to listen to the logs. */
  Canary() {
    secrets.add("signature=");
    setLevel(Level.ALL);
    TALKATIVE.forEach(logger -> logger.setLevel(Level.ALL));
    ROOT.addHandler(this);
  }

  /** {@return the token in a profile} */
  static String token(String profile) {
    try {
      return new JsonMapper().readTree(profile).path("bearerToken").asText();
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  /** From now on a text must not come to light. */
  void watch(String secret) {
    secrets.add(secret);
  }

  @Override
  public void publish(LogRecord log) {
    logged.add(formatter.format(log));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
    TALKATIVE.forEach(logger -> logger.setLevel(null));
  }

  private void judge(String where, @Nullable String words) {
    if (words != null && secrets.stream().anyMatch(words::contains)) {
      leaks.add(where + ": " + words);
    }
  }

  /** Looks at what is on screen; on the FX thread. */
  void look(RealWindow window) {
    // Of whatever profile lies about: the demo share's own, and those that the test wrote.
    Stream.concat(files(window.home).stream(), files(window.demoData).stream())
        .filter(file -> file.toString().endsWith(".share"))
        .map(file -> token(content(file)))
        .filter(token -> !token.isEmpty())
        .forEach(this::watch);
    look(window.scene.getRoot());
    lookAtTitles();
    for (Notice notice : window.notices.shown()) {
      judge("notice", notice.toString());
    }
    window.desktop.copied.forEach(text -> judge("clipboard", text));
  }

  /**
   * Looks at the titles of all windows, which taskbars and other programs show; on the FX thread.
   */
  void lookAtTitles() {
    for (Window window : Window.getWindows()) {
      if (window instanceof Stage stage) {
        judge("title", stage.getTitle());
      }
    }
  }

  /** Looks at a node and all below it; on the FX thread. */
  void look(Node node) {
    String where = node.getClass().getSimpleName();
    judge(where, node.getAccessibleText());
    judge(where, node.getAccessibleHelp());
    judge(where, String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    judge(where, node.getId());
    switch (node) {
      case Labeled labeled -> judge(where, labeled.getText());
      // What is typed there is shown as dots.
      case PasswordField _ -> {}
      case TextInputControl input -> {
        judge(where, input.getText());
        judge(where, input.getPromptText());
      }
      case Text text -> judge(where, text.getText());
      case TabPane tabs -> tabs.getTabs().forEach(tab -> judge("tab", tab.getText()));
      default -> {}
    }
    if (node instanceof Control control && control.getTooltip() != null) {
      judge("tooltip", control.getTooltip().getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(this::look);
    }
  }

  /**
   * Looks at the names and the content of all files, wherever they are kept: settings, the log of
   * what was asked, what is cached or was exported.
   *
   * @param home what everything is below; profiles there, beside the application's own folders, are
   *     the provider's, and hold a secret by their nature
   */
  void look(Path home, Folders folders) {
    for (Path file : files(home)) {
      judge("file name", file.toString());
      boolean own = file.startsWith(folders.config()) || file.startsWith(folders.cache());
      if (own || !file.toString().endsWith(".share")) {
        judge("content of " + file.getFileName(), content(file));
      }
    }
  }

  /** What the window renames or removes meanwhile is looked at the next time. */
  private static List<Path> files(Path folder) {
    List<Path> files = new ArrayList<>();
    SimpleFileVisitor<Path> collecting =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
            if (gone instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw gone;
          }
        };
    try {
      Files.walkFileTree(folder, collecting);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return where secrets came to light} */
  List<String> leaks() {
    List<String> all = new ArrayList<>(leaks);
    logged.stream()
        .filter(line -> secrets.stream().anyMatch(line::contains))
        .forEach(line -> all.add("log: " + line));
    return all;
  }

  /** Fails if a secret came to light. */
  void check() {
    assertThat(leaks()).isEmpty();
  }
}

package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.settings.Folders;
import org.shareexplorer.ui.headless.FxTest;

/** The watch over secrets finds them where they are planted. */
class CanaryTest extends FxTest {

  private static final String SECRET = "a-planted-token";

  @TempDir private Path home;
  private final Canary canary = new Canary();

  @BeforeEach
  void watch() {
    canary.watch(SECRET);
  }

  @AfterEach
  void close() {
    canary.close();
  }

  @Test
  void findsSecretsOnScreen() {
    doFx(() -> {
      Label told = new Label("Refused: " + SECRET);
      Label hinted = new Label("Refused");
      hinted.setTooltip(new Tooltip(SECRET));
      Label spoken = new Label("Refused");
      spoken.setAccessibleText(SECRET);
      canary.look(new Pane(told, new Pane(hinted), spoken, new Text("x?signature=abc")));
    });
    assertThat(canary.leaks())
        .anyMatch(leak -> leak.startsWith("Label: Refused: "))
        .anyMatch(leak -> leak.startsWith("tooltip"))
        .anyMatch(leak -> leak.equals("Label: " + SECRET))
        .anyMatch(leak -> leak.startsWith("Text: x?signature="));
  }

  @Test
  void findsSecretsInTitlesOfWindows() {
    doFx(() -> {
      Stage stage = new Stage();
      stage.setTitle("sales of " + SECRET);
      stage.show();
      canary.lookAtTitles();
      stage.close();
    });
    assertThat(canary.leaks()).contains("title: sales of " + SECRET);
  }

  @Test
  void reportsOfFaultsHoldPlacesAndNoWords() {
    IllegalStateException fault =
        new IllegalStateException("at https://h/f?signature=1", new IOException(SECRET));
    Problem report = ProblemException.problemOf(fault);
    assertThat(report.code()).isEqualTo(ProblemCode.BUG);
    assertThat(report.toString())
        .contains("IOException", "CanaryTest")
        .doesNotContain(SECRET, "signature=");
  }

  @Test
  void findsSecretsInLogs() {
    Logger log = Logger.getLogger("org.shareexplorer.planted");
    log.setUseParentHandlers(true);
    log.log(Level.FINE, "sent", new IllegalStateException("with " + SECRET));
    assertThat(canary.leaks()).singleElement().asString().startsWith("log: ").contains(SECRET);
  }

  @Test
  void findsSecretsInFiles() throws Exception {
    Folders folders = Folders.under(home);
    Files.createDirectories(folders.config());
    Files.createDirectories(folders.cache());
    Files.writeString(folders.config().resolve(SECRET + ".json"), "");
    Files.writeString(folders.config().resolve("kept.share"), SECRET);
    Files.writeString(folders.cache().resolve("1.piece"), "x" + SECRET + "y");
    Path activity = Files.createDirectories(folders.config().resolve("activity"));
    Files.writeString(activity.resolve("activity.csv"), "GET,h.example,/" + SECRET);
    Files.writeString(home.resolve("exported.csv"), "GET,h.example,/f?signature=1");
    Files.writeString(home.resolve("provided.share"), SECRET);
    canary.look(home, folders);
    assertThat(canary.leaks())
        .hasSize(5)
        .anyMatch(leak -> leak.startsWith("content of activity.csv"))
        .anyMatch(leak -> leak.startsWith("content of exported.csv"))
        .anyMatch(leak -> leak.startsWith("file name: "))
        .anyMatch(leak -> leak.startsWith("content of kept.share"))
        .anyMatch(leak -> leak.startsWith("content of 1.piece"));
  }

  @Test
  void staysSilentWhereThereAreNone() throws Exception {
    Folders folders = Folders.under(home);
    Files.createDirectories(folders.cache());
    Files.writeString(folders.cache().resolve("1.piece"), "rows");
    doFx(() -> canary.look(new Pane(new Label("Rows 1–20"))));
    canary.look(home, folders);
    Logger.getLogger("org.shareexplorer.planted").fine("Ready");
    canary.check();
  }
}

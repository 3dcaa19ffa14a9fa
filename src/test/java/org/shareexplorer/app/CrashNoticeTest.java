package org.shareexplorer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shareexplorer.settings.ThemeChoice;
import org.shareexplorer.ui.fx.NoticeStack;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.headless.NotedDesktop;

class CrashNoticeTest extends FxTest {

  @TempDir private Path home;

  private final NotedDesktop desktop = new NotedDesktop();

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void aFaultIsToldAndItsReportOpenedByKeyboard(ThemeChoice look) throws Exception {
    Path report =
        new CrashReports(home, Clock.systemUTC())
            .report(new IllegalStateException("canary value"))
            .orElseThrow();
    assertThat(Files.readString(report)).contains("IllegalStateException").doesNotContain("canary");
    Notices notices = onFx(Notices::new);
    Scene scene =
        onFx(() -> {
          NoticeStack stack = new NoticeStack(notices, desktop);
          stack.setMaxSize(420, StackPane.USE_PREF_SIZE);
          StackPane.setAlignment(stack, Pos.BOTTOM_RIGHT);
          Scene made = new Scene(new StackPane(stack), 900, 600);
          theme().apply(made);
          theme().choice().set(look);
          CrashReports.tell(notices, desktop, report);
          return made;
        });
    assertThat(Files.size(picture(scene, "crash-notice-" + look))).isGreaterThan(5_000);
    Button show = (Button) button(scene, "Show the report");
    doFx(show::requestFocus);
    press(show, KeyCode.SPACE, false);
    assertThat(desktop.browsed).containsExactly(report.toUri());
    assertThat(onFx(() -> notices.shown().size())).isZero();
  }

  private static Node button(Scene scene, String text) {
    return onFx(() ->
        scene.getRoot().lookupAll(".button").stream()
            .filter(node -> node instanceof Button each && text.equals(each.getText()))
            .findFirst()
            .orElseThrow());
  }
}

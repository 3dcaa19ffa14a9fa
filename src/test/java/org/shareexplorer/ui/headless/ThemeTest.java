package org.shareexplorer.ui.headless;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class ThemeTest extends FxTest {

  private static boolean dark(Scene scene) {
    return onFx(() -> scene.getRoot().getStyleClass().contains("dark"));
  }

  private static Scene applied() {
    return onFx(() -> {
      Scene scene = new Scene(new StackPane());
      theme().apply(scene);
      return scene;
    });
  }

  @Test
  void aSceneThatIsNotShownYetFollowsTheTheme() {
    Scene scene = applied();
    boolean before = dark(scene);
    assertThat(before).isEqualTo(onFx(() -> theme().dark().get()));
    doFx(() -> theme().toggle());
    assertThat(dark(scene)).isNotEqualTo(before);
    doFx(() -> theme().toggle());
    assertThat(dark(scene)).isEqualTo(before);
  }

  @Test
  void aWindowThatIsGoneIsNotKept() {
    WeakReference<Scene> gone = new WeakReference<>(applied());
    untilForgotten(gone);
    assertThat(gone.get()).isNull();
  }
}

package org.shareexplorer.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.ui.headless.FxTest;

@SuppressWarnings("NullAway.Init")
class TourPanelTest extends FxTest {

  private final List<String> ended = new ArrayList<>();
  private final TextField elsewhere = new TextField();
  private TourPanel panel;
  private Scene scene;

  @BeforeEach
  void open() {
    TourStage stage =
        (TourStage)
            Proxy.newProxyInstance(
                TourStage.class.getClassLoader(),
                new Class<?>[] {TourStage.class},
                (_, method, _) -> method.getReturnType() == boolean.class ? false : null);
    scene =
        onFx(() -> {
          panel =
              new TourPanel(
                  new TourModel(stage, TourScript.steps(TourTables.demo())),
                  () -> ended.add("ended"));
          Scene made = new Scene(new HBox(elsewhere, panel.node()), 700, 600);
          theme().apply(made);
          Stage window = new Stage();
          window.setScene(made);
          window.show();
          panel.focus();
          return made;
        });
  }

  @AfterEach
  void close() {
    doFx(() -> {
      panel.stop();
      scene.getWindow().hide();
    });
  }

  private void key(KeyCode code) {
    doFx(() -> {
      var owner = scene.getFocusOwner();
      owner.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    });
  }

  private String count() {
    return onFx(() -> ((Label) scene.lookup(".tour-count")).getText());
  }

  private boolean notes() {
    return onFx(() -> scene.lookup(".tour-notes").isVisible());
  }

  @Test
  void oneKeyGoesOnAndOneGoesBack() {
    int all = TourScript.steps(TourTables.demo()).size();
    assertThat(count()).isEqualTo("Step 1 of " + all);
    key(KeyCode.SPACE);
    key(KeyCode.RIGHT);
    key(KeyCode.PAGE_DOWN);
    assertThat(count()).isEqualTo("Step 4 of " + all);
    key(KeyCode.LEFT);
    key(KeyCode.PAGE_UP);
    assertThat(count()).isEqualTo("Step 2 of " + all);
  }

  @Test
  void aRemoteWorksWhereverTheKeyboardIsAndOtherKeysDoNot() {
    doFx(elsewhere::requestFocus);
    key(KeyCode.PAGE_DOWN);
    assertThat(count()).startsWith("Step 2 ");
    // Once a stop stands, the keyboard comes back; only then it is taken away again.
    until("the stop stands", () -> scene.lookup("#next").isFocused());
    doFx(elsewhere::requestFocus);
    key(KeyCode.SPACE);
    key(KeyCode.RIGHT);
    key(KeyCode.N);
    assertThat(count()).startsWith("Step 2 ");
    assertThat(notes()).isTrue();
  }

  @Test
  void notesAreShownAndHiddenByAKey() {
    assertThat(onFx(() -> scene.getRoot().lookupAll(".tour-note").size())).isPositive();
    key(KeyCode.N);
    assertThat(notes()).isFalse();
    key(KeyCode.N);
    assertThat(notes()).isTrue();
  }

  @Test
  void escapeEndsTheTourAndItsKeys() {
    key(KeyCode.ESCAPE);
    assertThat(ended).containsExactly("ended");
    doFx(elsewhere::requestFocus);
    key(KeyCode.PAGE_DOWN);
    assertThat(count()).startsWith("Step 1 ");
  }

  @Test
  void theLastStopFinishes() {
    for (int i = 0; i < TourScript.steps(TourTables.demo()).size() - 1; i++) {
      key(KeyCode.PAGE_DOWN);
    }
    assertThat(onFx(() -> ((Button) scene.lookup("#next")).getText())).isEqualTo("Finish");
    key(KeyCode.PAGE_DOWN);
    assertThat(ended).containsExactly("ended");
  }

  @Test
  void everyStopSaysWhatAPresenterMaySay() {
    assertThat(TourScript.steps(TourTables.demo()))
        .allSatisfy(step -> assertThat(step.notes()).isNotEmpty().noneMatch(String::isBlank));
  }
}

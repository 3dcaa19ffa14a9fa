package org.shareexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.shareexplorer.ui.headless.FxTest;

/** Words beside the mouse. */
class TipTest extends FxTest {

  @Test
  void screenReadersHaveTheWordsAndATooltipIsMadeWhenTheMouseComes() {
    doFx(() -> {
      Button button = new Button("Refresh");
      new Scene(button);
      Tip.setText(button, "Look for a newer version (F5)");
      assertThat(button.queryAccessibleAttribute(AccessibleAttribute.HELP))
          .isEqualTo("Look for a newer version (F5)");
      assertThat(made(button)).isEmpty();
      come(button);
      assertThat(made(button)).extracting(Tooltip::getText).containsExactly(Tip.getText(button));
      come(button);
      assertThat(made(button)).hasSize(1);
    });
  }

  @Test
  void wordsChangeUnderTheMouse() {
    doFx(() -> {
      Button button = new Button("Theme");
      Tip.setText(button, "Change to the dark theme");
      come(button);
      Tip.setText(button, "Change to the light theme");
      assertThat(made(button))
          .extracting(Tooltip::getText)
          .containsExactly("Change to the light theme");
    });
  }

  @Test
  void withoutWordsNothingComes() {
    doFx(() -> {
      Button button = new Button("Theme");
      Tip.setText(button, "");
      come(button);
      assertThat(made(button)).isEmpty();
      Tip.setText(button, "Change to the dark theme");
      Tip.setText(button, "");
      come(button);
      assertThat(made(button)).isEmpty();
      assertThat(button.getAccessibleHelp()).isNull();
    });
  }

  private static Stream<Tooltip> made(Button button) {
    return button.getProperties().values().stream()
        .filter(Tooltip.class::isInstance)
        .map(Tooltip.class::cast)
        .distinct();
  }

  private static void come(Button button) {
    Event.fireEvent(
        button,
        new MouseEvent(
            MouseEvent.MOUSE_ENTERED,
            1,
            1,
            1,
            1,
            MouseButton.NONE,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            null));
  }
}

package org.shareexplorer.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.shareexplorer.settings.WindowPlace;

class ShellWindowTest {

  private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1280, 770);
  private static final Rectangle2D BESIDE = new Rectangle2D(1280, 0, 1920, 1080);

  @Test
  void keepsAPlaceThatCanBeSeen() {
    WindowPlace place = new WindowPlace(1400, 50, 1500, 900, false);
    assertThat(ShellWindow.placeOnScreen(place, List.of(LAPTOP, BESIDE))).isEqualTo(place);
  }

  @Test
  void comesBackFromAScreenThatIsGone() {
    assertThat(
            ShellWindow.placeOnScreen(new WindowPlace(1400, 50, 1500, 900, true), List.of(LAPTOP)))
        .isEqualTo(new WindowPlace(0, 0, 1280, 770, true));
  }

  @Test
  void growsToTheLeastSize() {
    WindowPlace place =
        ShellWindow.placeOnScreen(new WindowPlace(10, 10, 50, 40, false), List.of(LAPTOP));
    assertThat(place.width()).isEqualTo(900);
    assertThat(place.height()).isEqualTo(600);
  }
}

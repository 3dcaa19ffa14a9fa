package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shareexplorer.ui.palette.Command;
import org.testfx.api.FxRobot;

/** The keyboard alone, its keys pressed one after the other as a person does. */
class KeysJourneyTest extends SalesJourney {

  @BeforeAll
  static void pressKeysThroughJavaFx() {
    System.setProperty("testfx.robot", "glass");
  }

  @Test
  void keysOfTheTableAreNotTakenByTheWindow() {
    openSales();
    FxRobot robot = new FxRobot();
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.A);
    robot.release(KeyCode.A, KeyCode.SHIFT, KeyCode.CONTROL);
    await(
        "a condition can be put together",
        () -> inEditor("#filter-column", ComboBox.class).isVisible());
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    await("the palette", () -> window.scene.getRoot().lookup(".palette") != null);
  }

  @Test
  void noTwoCommandsOfTheWindowHaveTheSameKeys() {
    openSales();
    List<KeyCombination> keys =
        onFx(() ->
            window.view.commands().enabled().stream()
                .map(Command::keys)
                .filter(Objects::nonNull)
                .toList());
    assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
    List<String> named =
        onFx(() ->
            Stream.concat(front().commands().stream(), window.view.commands().enabled().stream())
                .filter(command -> command.keys() != null)
                .map(Command::name)
                .toList());
    command("Keyboard shortcuts");
    await("the keys are listed", () -> words(".keys-sheet .label").contains("Shift+F1"));
    assertThat(words(".keys-sheet .label")).containsAll(named);
    picture(window.view.node(), "keys");
    key(KeyCode.ESCAPE);
    assertThat(words(".keys-sheet .label")).isEmpty();
  }
}

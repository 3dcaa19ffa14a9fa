package org.shareexplorer.ui.chart;

import java.io.File;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** Writes pictures of the screen, to be looked at; needs a display. */
final class ScreenPictures {

  private ScreenPictures() {}

  /** Writes into the folder that is named first. */
  public static void main(String[] args) throws Exception {
    System.setProperty("java.awt.headless", "true");
    int[][] sizes = {{1164, 760}, {1004, 660}};
    try (ScreenFixture fixture = new ScreenFixture()) {
      for (int[] size : sizes) {
        for (boolean dark : new boolean[] {false, true}) {
          ScreenFixture.onFx(() -> {
            fixture.dark.set(dark);
            return true;
          });
          CannedTable table = new CannedTable(CannedTable.SALES);
          ChartsScreen screen = ScreenFixture.onFx(() -> new ChartsScreen(fixture.ui, table));
          Scene scene =
              ScreenFixture.onFx(() -> {
                Scene made = ScreenFixture.scene((Parent) screen.node(), dark, size[0], size[1]);
                Stage stage = new Stage();
                stage.setScene(made);
                stage.show();
                screen.shown();
                return made;
              });
          ScreenFixture.until(
              "charts",
              () ->
                  screen.model().cards().stream()
                      .allMatch(card -> card.state().get() instanceof CardState.Ready));
          Thread.sleep(1500);
          String name = args[0] + "/screen-" + size[0] + (dark ? "-dark" : "");
          picture(scene, name + ".png");
          ScreenFixture.onFx(() -> {
            screen.model().selected().set(screen.model().cards().get(1));
            ChartPane pane = (ChartPane) scene.lookup(".chart-pane");
            pane.requestFocus();
            for (int i = 0; i < 8; i++) {
              pane.fireEvent(
                  new javafx.scene.input.KeyEvent(
                      javafx.scene.input.KeyEvent.KEY_PRESSED,
                      "",
                      "",
                      javafx.scene.input.KeyCode.RIGHT,
                      false,
                      false,
                      false,
                      false));
            }
            return true;
          });
          picture(scene, name + "-hover.png");
          ScreenFixture.onFx(() -> {
            screen.model().selected().set(screen.model().cards().get(2));
            screen.model().enlarged().set(screen.model().cards().get(2));
            return true;
          });
          Thread.sleep(800);
          picture(scene, name + "-large.png");
          ScreenFixture.onFx(() -> {
            scene.getWindow().hide();
            screen.close();
            return true;
          });
        }
      }
    }
    javafx.application.Platform.exit();
  }

  private static void picture(Scene scene, String file) throws Exception {
    var image = ScreenFixture.onFx(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
    ImageIO.write(image, "png", new File(file));
  }
}

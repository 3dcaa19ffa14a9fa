package org.shareexplorer.ui.headless;

import javafx.scene.Scene;
import javafx.stage.Stage;

/** Windows that are laid out in every frame, but not drawn, as nobody looks at them. */
public final class Unseen {

  private Unseen() {}

  /** {@return a window that shows a scene; FX thread only} */
  public static Stage window(Scene scene) {
    Stage window = new Stage();
    window.setScene(scene);
    window.setIconified(true);
    window.show();
    return window;
  }
}

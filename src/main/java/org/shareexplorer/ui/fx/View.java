package org.shareexplorer.ui.fx;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;

/** Loads the structure of a view from the FXML file beside its controller. */
public final class View {

  private View() {}

  /** Fills the fields of a controller of class {@code X} from {@code X.fxml}. */
  public static void load(Object controller) {
    Class<?> type = controller.getClass();
    FXMLLoader loader = new FXMLLoader(type.getResource(type.getSimpleName() + ".fxml"));
    loader.setController(controller);
    try {
      loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

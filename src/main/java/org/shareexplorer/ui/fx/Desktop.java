package org.shareexplorer.ui.fx;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;

/**
 * What the desktop around the window offers; behind an interface, as not every desktop offers it.
 * FX thread only.
 */
public interface Desktop {

  /**
   * Asks the person for a file to open.
   *
   * @param title what for
   * @param kinds the kinds of file to offer
   */
  Optional<Path> chooseFile(String title, List<FileKind> kinds);

  /**
   * Asks the person where to save something.
   *
   * @param suggestedName the name to start with
   */
  Optional<Path> chooseSave(String title, String suggestedName, List<FileKind> kinds);

  /** Opens an address in the browser. */
  void browse(URI address);

  /** Puts text on the clipboard. */
  void copy(String text);

  /** Puts a picture on the clipboard. */
  void copy(Image image);

  /**
   * A kind of file.
   *
   * @param name what people call it
   * @param pattern such as {@code *.png}
   */
  record FileKind(String name, String pattern) {}
}

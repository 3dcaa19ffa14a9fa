package org.shareexplorer.ui.fx;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** The desktop around a real window. */
public final class FxDesktop implements Desktop {

  private final Window owner;
  private final Consumer<String> browser;
  private @Nullable File folder;

  /**
   * Asks on behalf of a window.
   *
   * @param browser opens an address, such as {@code HostServices::showDocument}
   */
  public FxDesktop(Window owner, Consumer<String> browser) {
    this.owner = owner;
    this.browser = browser;
  }

  @Override
  public Optional<Path> chooseFile(String title, List<FileKind> kinds) {
    return chosen(chooser(title, kinds).showOpenDialog(owner));
  }

  @Override
  public Optional<Path> chooseSave(String title, String suggestedName, List<FileKind> kinds) {
    FileChooser chooser = chooser(title, kinds);
    chooser.setInitialFileName(suggestedName);
    return chosen(chooser.showSaveDialog(owner));
  }

  private FileChooser chooser(String title, List<FileKind> kinds) {
    // A menu is closed after what was chosen of it has been done, and would lie over the chooser.
    Window.getWindows().stream()
        .filter(PopupWindow.class::isInstance)
        .toList()
        .forEach(Window::hide);
    FileChooser chooser = new FileChooser();
    chooser.setTitle(title);
    kinds.forEach(kind ->
        chooser
            .getExtensionFilters()
            .add(new FileChooser.ExtensionFilter(kind.name(), kind.pattern())));
    // A folder that is gone by now makes the chooser throw.
    if (folder != null && folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    return chooser;
  }

  private Optional<Path> chosen(@Nullable File file) {
    if (file != null) {
      folder = file.getParentFile();
    }
    return Optional.ofNullable(file).map(File::toPath);
  }

  @Override
  public void browse(URI address) {
    browser.accept(address.toString());
  }

  @Override
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  @Override
  public void copy(Image image) {
    ClipboardContent content = new ClipboardContent();
    content.putImage(image);
    Clipboard.getSystemClipboard().setContent(content);
  }
}

package org.shareexplorer.ui.fx;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;

/** Where there is no desktop: choosers are left without an answer, and nothing can be copied. */
public final class AbsentDesktop implements Desktop {

  @Override
  public Optional<Path> chooseFile(String title, List<FileKind> kinds) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> chooseSave(String title, String suggestedName, List<FileKind> kinds) {
    return Optional.empty();
  }

  @Override
  public void browse(URI address) {}

  @Override
  public void copy(String text) {}

  @Override
  public void copy(Image image) {}
}

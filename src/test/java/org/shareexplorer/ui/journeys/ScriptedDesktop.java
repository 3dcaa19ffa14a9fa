package org.shareexplorer.ui.journeys;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.ui.fx.Desktop;

/** A desktop on which the person's next choice is known beforehand. */
final class ScriptedDesktop implements Desktop {

  /** What the person chooses next; null to leave the chooser without an answer. */
  @Nullable Path choice;

  /** The texts that were copied. */
  final List<String> copied = new ArrayList<>();

  @Override
  public Optional<Path> chooseFile(String title, List<FileKind> kinds) {
    return Optional.ofNullable(choice);
  }

  @Override
  public Optional<Path> chooseSave(String title, String suggestedName, List<FileKind> kinds) {
    return Optional.ofNullable(choice).map(folder -> folder.resolve(suggestedName));
  }

  @Override
  public void browse(URI address) {}

  @Override
  public void copy(String text) {
    copied.add(text);
  }

  @Override
  public void copy(Image image) {}
}

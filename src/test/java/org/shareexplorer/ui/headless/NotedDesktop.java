package org.shareexplorer.ui.headless;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.ui.fx.Desktop;

/** A desktop that notes what it was given, and chooses what it is told to. */
public final class NotedDesktop implements Desktop {

  /** The file that is chosen to be opened; null if none is. */
  public @Nullable Path chosen;

  /** The file that is chosen to be saved to; null if none is. */
  public @Nullable Path saveTo;

  /** The name that was suggested for a file last. */
  public @Nullable String suggested;

  /** The picture that was copied last. */
  public @Nullable Image copied;

  /** The texts that were copied. */
  public final List<String> texts = new ArrayList<>();

  /** The addresses that were to be shown in a browser. */
  public final List<URI> browsed = new ArrayList<>();

  @Override
  public Optional<Path> chooseFile(String title, List<FileKind> kinds) {
    return Optional.ofNullable(chosen);
  }

  @Override
  public Optional<Path> chooseSave(String title, String suggestedName, List<FileKind> kinds) {
    suggested = suggestedName;
    return Optional.ofNullable(saveTo);
  }

  @Override
  public void browse(URI address) {
    browsed.add(address);
  }

  @Override
  public void copy(String text) {
    texts.add(text);
  }

  @Override
  public void copy(Image image) {
    copied = image;
  }
}

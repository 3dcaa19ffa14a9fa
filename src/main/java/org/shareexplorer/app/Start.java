package org.shareexplorer.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** What the arguments ask for. */
final class Start {

  private static final String DEMO = "--demo";

  private Start() {}

  /**
   * {@return whether a window is asked for: by no arguments, by {@code --demo} alone, or by the
   * path of a file alone, which is what a double click passes} Anything else is a command.
   */
  static boolean window(List<String> arguments) {
    return switch (arguments.size()) {
      case 0 -> true;
      case 1 -> arguments.getFirst().equals(DEMO) || profile(arguments.getFirst());
      default -> false;
    };
  }

  /** A file without an ending or a folder in its name might be called as a command is. */
  private static boolean profile(String argument) {
    try {
      Path path = Path.of(argument);
      return Files.isRegularFile(path)
          && (path.getNameCount() > 1 || path.isAbsolute() || argument.contains("."));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}

package org.shareexplorer.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.workspace.ProfileVariable;

/** What the arguments ask for. */
final class Start {

  /** Asks for the demo share. */
  static final String DEMO = "--demo";

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

  /**
   * {@return what a window that is open already is to be told: the demo share, the full path of a
   * profile, or nothing}
   *
   * @param arguments those of a start that asks for a window
   * @param environment may name a profile
   */
  static String opening(List<String> arguments, Map<String, String> environment) {
    if (!arguments.isEmpty()) {
      String argument = arguments.getFirst();
      return argument.equals(DEMO) ? DEMO : Path.of(argument).toAbsolutePath().toString();
    }
    try {
      return ProfileVariable.of(environment).orElse(null) instanceof ProfileVariable.File(Path path)
          ? path.toAbsolutePath().toString()
          : "";
    } catch (ProblemException e) {
      // The window tells, if it is this start's own.
      return "";
    }
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

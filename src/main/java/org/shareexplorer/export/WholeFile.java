package org.shareexplorer.export;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** Writes files that are either whole or not there. */
final class WholeFile {

  private WholeFile() {}

  /** Writes under a name of its own beside the file first, then takes the file's place. */
  static void write(Path file, byte[] bytes) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw problem(target, "That is a folder.", "Choose a file name.").asException();
    }
    Path part = null;
    try {
      part = Files.createTempFile(folder, ".share-explorer-", ".part");
      Files.write(part, bytes);
      move(part, target);
    } catch (IOException e) {
      discard(part);
      throw problem(target, reason(e), "Choose another folder, or free some space.").asException(e);
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(@org.jspecify.annotations.Nullable Path part) {
    try {
      if (part != null) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      // The first failure is the one to tell.
      part.toFile().deleteOnExit();
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "The folder does not exist.";
      case AccessDeniedException _ -> "The folder may not be written to.";
      default -> "The disk refused it: it may be full.";
    };
  }

  private static Problem problem(Path file, String why, String remedy) {
    return new Problem(
        ProblemCode.DISK, "The file " + file.getFileName() + " could not be saved.", why, remedy);
  }
}

package org.shareexplorer.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** Writes files that are either whole or not there. */
public final class WholeFile {

  private WholeFile() {}

  /** Writes what a file is to hold. */
  @FunctionalInterface
  interface Content<T> {
    /** {@return what is to be told of it} */
    T write(Path part) throws IOException;
  }

  /**
   * Writes bytes in place of what the file held.
   *
   * @throws org.shareexplorer.problem.ProblemException with code {@code DISK} if they cannot be
   *     written; what stood there before is then unharmed
   */
  public static void write(Path file, byte[] bytes) {
    var _ = write(file, part -> Files.write(part, bytes));
  }

  /**
   * Writes under a name of its own beside the file first, then takes the file's place. Nothing is
   * left of what did not become whole.
   */
  static <T> T write(Path file, Content<T> content) {
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw problem(target, "That is a folder.", "Choose a file name.").asException();
    }
    Path part = null;
    try {
      part = Files.createFile(folder.resolve(".share-explorer-" + UUID.randomUUID() + ".part"));
      // The program may end before who writes has noticed that nobody waits any more.
      part.toFile().deleteOnExit();
      T told = content.write(part);
      move(part, target);
      part = null;
      return told;
    } catch (IOException e) {
      throw failed(target, e, e);
    } catch (UncheckedIOException | CompletionException e) {
      throw e.getCause() instanceof IOException cause ? failed(target, cause, e) : e;
    } finally {
      discard(part);
    }
  }

  private static RuntimeException failed(Path target, IOException why, Exception cause) {
    return problem(target, reason(why), "Choose another folder, or free some space.")
        .asException(cause);
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void discard(@Nullable Path part) {
    try {
      if (part != null) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      // The first failure is the one to tell; the file goes with the program.
    }
  }

  private static String reason(IOException e) {
    String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return switch (e) {
      case NoSuchFileException _ -> "The folder does not exist.";
      case AccessDeniedException _ -> "The folder may not be written to.";
      case IOException _
          when words.contains("no space left") || words.contains("not enough space") ->
          "The disk is full.";
      default -> "The disk refused it: it may be full.";
    };
  }

  private static Problem problem(Path file, String why, String remedy) {
    return new Problem(
        ProblemCode.DISK, "The file " + file.getFileName() + " could not be saved.", why, remedy);
  }
}

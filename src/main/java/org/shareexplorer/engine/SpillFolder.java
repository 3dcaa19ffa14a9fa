package org.shareexplorer.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/**
 * A folder for what the database has no memory for. It bears the number of its process, so that the
 * next start removes what a killed one left.
 */
public record SpillFolder(Path path) {

  private static final String PREFIX = "share-explorer-questions-";
  private static final long MOST = 20L << 30;

  /** Makes a folder among the system's temporary files, and removes those of ended processes. */
  public static SpillFolder make() {
    return in(Path.of(System.getProperty("java.io.tmpdir")));
  }

  static SpillFolder in(Path parent) {
    sweep(parent);
    try {
      return new SpillFolder(
          Files.createTempDirectory(parent, PREFIX + ProcessHandle.current().pid() + "-"));
    } catch (IOException e) {
      throw new Problem(
              ProblemCode.DISK,
              "No folder for temporary files could be made.",
              "The system's folder for them is full or cannot be written.",
              "Free some space on this computer's disk, then try again.")
          .asException(e);
    }
  }

  /** {@return how many bytes temporary files may take: never more than half of what is free} */
  public static long most() {
    long free = new File(System.getProperty("java.io.tmpdir")).getUsableSpace();
    return Math.clamp(free / 2, 1L << 20, MOST);
  }

  private static void sweep(Path parent) {
    try (Stream<Path> folders = Files.list(parent)) {
      folders
          .filter(Files::isDirectory)
          .filter(folder -> abandoned(folder.getFileName().toString()))
          .forEach(folder -> new SpillFolder(folder).delete());
    } catch (IOException | UncheckedIOException e) {
      // The folder is another person's: so is what is in it.
    }
  }

  private static boolean abandoned(String name) {
    String[] parts = name.startsWith(PREFIX) ? name.split("-", -1) : new String[0];
    return parts.length == 5
        && parts[3].matches("\\d{1,18}")
        && ProcessHandle.of(Long.parseLong(parts[3])).isEmpty();
  }

  /** Deletes the folder and what is in it. */
  public void delete() {
    try (Stream<Path> inside = Files.walk(path)) {
      for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // In use until the process ends; the next start finds it.
    }
  }
}

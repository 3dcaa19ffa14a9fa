package org.shareexplorer.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what was not used for longest, and what killed processes left unfinished.
 *
 * @param folder where
 * @param budget bytes that may stay
 */
record Eviction(Path folder, long budget) {

  private static final String TEMPORARY = ".tmp";
  private static final Duration LONGEST_WRITING = Duration.ofHours(6);

  private record Kept(Path path, long size, Instant used) {}

  /** {@return a name for a file that is being written, which tells by whom} */
  static String temporaryName(String unique) {
    return unique + "." + ProcessHandle.current().pid() + TEMPORARY;
  }

  /** {@return bytes in the folder} */
  long size() {
    return kept().stream().mapToLong(Kept::size).sum();
  }

  /**
   * Deletes files until nine tenths of the budget are left, if it is exceeded.
   *
   * @param inUse what must stay
   * @return bytes left
   */
  long run(Predicate<Path> inUse) {
    List<Kept> all = new ArrayList<>(kept());
    all.sort(Comparator.comparing(Kept::used));
    long left = all.stream().mapToLong(Kept::size).sum();
    boolean exceeded = left > budget;
    for (Kept file : all) {
      boolean temporary = file.path.toString().endsWith(TEMPORARY);
      boolean old = exceeded && left > budget / 10 * 9;
      if (temporary ? abandoned(file) : old && !inUse.test(file.path)) {
        left -= deleted(file.path) ? file.size : 0;
      }
    }
    return left;
  }

  private static boolean deleted(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // In use by another process: another time.
      return false;
    }
    try {
      Files.deleteIfExists(file.getParent());
    } catch (IOException e) {
      // Not empty.
    }
    return true;
  }

  private static boolean abandoned(Kept file) {
    String name = file.path.getFileName().toString();
    String[] parts = name.split("\\.", -1);
    try {
      long writer = Long.parseLong(parts[parts.length - 2]);
      return ProcessHandle.of(writer).isEmpty()
          || file.used.isBefore(Instant.now().minus(LONGEST_WRITING));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      return true;
    }
  }

  private List<Kept> kept() {
    List<Kept> kept = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
              kept.add(new Kept(file, facts.size(), facts.lastModifiedTime().toInstant()));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              // Gone in the meantime, or never there.
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return kept;
  }
}

package org.shareexplorer.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.shareexplorer.parquet.ByteRange;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/**
 * A folder of what was fetched, within a budget. There is no index that could get out of step: what
 * is there is what the file system lists, and a file under its final name is complete. So windows
 * and processes may share the folder, and may be killed at any moment. Thread-safe.
 */
public final class DataCache {

  private final Path folder;
  private final LongSupplier budget;

  /** Bytes in the folder, as far as this process knows; negative until first counted. */
  private long used = -1;

  /** How many bytes make it worth looking at the folder again. */
  private long enough;

  /** The budget when the folder was last looked at. */
  private long budgetThen;

  /** How often each file is in use here; guarded by itself. */
  private final Map<Path, Integer> pins = new HashMap<>();

  /**
   * A cache in a folder.
   *
   * @param folder is made when something is to be kept
   * @param budget bytes to keep at most
   */
  public DataCache(Path folder, long budget) {
    this(folder, () -> budget);
  }

  /**
   * A cache in a folder, whose budget may change while it is used.
   *
   * @param folder is made when something is to be kept
   * @param budget gives the bytes to keep at most
   */
  public DataCache(Path folder, LongSupplier budget) {
    this.folder = folder;
    this.budget = budget;
  }

  /** Writes a file's content. */
  @FunctionalInterface
  interface Writing {
    void to(FileChannel out) throws IOException;
  }

  /** While open, a file is not deleted by this process. */
  public interface Pin extends AutoCloseable {
    /** {@return the file} */
    Path path();

    @Override
    void close();
  }

  /** {@return the folder for what is kept of one data file} */
  Path folderOf(FileKey key) {
    return folder.resolve(key.text().substring(0, 2)).resolve(key.text());
  }

  /**
   * Reads a part of a file that is of use only as a whole.
   *
   * @param fetching gets the part from where the file is, and makes sure that it is right: wrong
   *     bytes must not be kept
   * @return the part, from disk if it was kept there
   */
  public byte[] part(FileKey key, ByteRange range, Supplier<byte[]> fetching) {
    Pieces pieces = new Pieces(this, folderOf(key));
    byte[] kept = pieces.of(range).get(range.offset());
    if (kept != null && kept.length == range.length()) {
      return kept;
    }
    byte[] fetched = fetching.get();
    try {
      pieces.keep(range.offset(), fetched);
    } catch (IOException e) {
      // Then it is fetched again next time.
    }
    return fetched;
  }

  /**
   * Writes a file under a temporary name, and gives it its name once it is complete.
   *
   * @throws IOException if the disk refuses; nothing is left behind then
   */
  void publish(Path directory, String name, Writing content) throws IOException {
    publish(directory, content, () -> name).close();
  }

  /**
   * Does the same with a file whose name tells what is in it.
   *
   * @param name is asked for once all is written
   * @return keeps the file from being deleted
   */
  Pin publish(Path directory, Writing content, Supplier<String> name) throws IOException {
    for (boolean again = true; ; again = false) {
      makeFolder();
      Files.createDirectories(directory);
      Path temporary = directory.resolve(Eviction.temporaryName(UUID.randomUUID().toString()));
      try {
        try (FileChannel out =
            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
          content.to(out);
        }
        long size = Files.size(temporary);
        Pin pin = pin(directory.resolve(name.get()));
        try {
          rename(temporary, pin.path());
        } catch (IOException e) {
          pin.close();
          throw e;
        }
        added(size);
        return pin;
      } catch (NoSuchFileException e) {
        // Another process may have removed the folder when it was empty.
        if (!again) {
          throw e;
        }
      } finally {
        Files.deleteIfExists(temporary);
      }
    }
  }

  /** What was shared with one person is not for the others on this computer. */
  private void makeFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
      }
    }
  }

  /** Where a file of that name is in use it cannot be replaced, nor need it be: it is the same. */
  private static void rename(Path temporary, Path target) throws IOException {
    try {
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.exists(target)) {
        throw e;
      }
    }
  }

  /** Notes that a file was used just now. */
  void touch(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      // Then it is forgotten earlier than it should be.
    }
  }

  /** Keeps a file, which need not exist yet, from being deleted. */
  Pin pin(Path file) {
    synchronized (pins) {
      pins.merge(file, 1, Integer::sum);
    }
    return new Pin() {
      private boolean closed;

      @Override
      public Path path() {
        return file;
      }

      @Override
      public void close() {
        synchronized (pins) {
          if (!closed) {
            closed = true;
            pins.computeIfPresent(file, (_, count) -> count == 1 ? null : count - 1);
          }
        }
      }
    };
  }

  /** Deletes what is kept of one data file, but for what is in use. */
  void delete(Path directory) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      for (Path file : files) {
        if (!pinned(file)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      // Not there, or in use: what is damaged then is found out by its checksums.
    }
  }

  private boolean pinned(Path file) {
    synchronized (pins) {
      return pins.containsKey(file);
    }
  }

  private synchronized void added(long bytes) {
    if (used >= 0) {
      used += bytes;
    }
    if (used < 0 || used > enough || budgetThen != budget.getAsLong()) {
      trim();
    }
  }

  private void count(Eviction deleting) {
    used = deleting.run(this::pinned);
    budgetThen = budget.getAsLong();
    // What is in use may exceed the budget: looking again for every file would be in vain.
    enough = Math.max(budgetThen, used + budgetThen / 10);
  }

  /** Deletes what is beyond the budget now, but for what is in use. */
  public synchronized void trim() {
    count(new Eviction(folder, budget.getAsLong()));
  }

  /** {@return bytes to keep at most} */
  public long budget() {
    return budget.getAsLong();
  }

  /** {@return bytes kept now} */
  public long size() {
    return new Eviction(folder, budget.getAsLong()).size();
  }

  /** Deletes everything that is not in use. */
  public synchronized void clear() {
    count(new Eviction(folder, 0));
  }

  /** {@return the problem of a disk that refuses} */
  static ProblemException disk(IOException e) {
    return new Problem(
            ProblemCode.DISK,
            "The data read could not be kept on this computer's disk.",
            "The disk is full, or may not be written.",
            "Free some space, or choose a smaller cache in the preferences.")
        .asException(new UncheckedIOException(e));
  }
}

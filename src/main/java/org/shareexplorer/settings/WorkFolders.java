package org.shareexplorer.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;

/**
 * The folders that a program works with: the person's own. Where the one for what is cached cannot
 * be written, a temporary one stands in for it, which only this account can enter and which is
 * deleted at the end: a cache is needed to read a table at all. Connections and preferences go
 * there too, unless there are some to be read in their own place.
 */
public final class WorkFolders implements AutoCloseable {

  private final Folders own;
  private final Optional<Path> instead;
  private final Job.Hold hold;

  private WorkFolders(Folders own, Optional<Path> instead) {
    this.own = own;
    this.instead = instead;
    hold = instead.isPresent() ? Jobs.atExit(this::delete) : () -> {};
  }

  /** Looks whether a person's folders will do; makes nothing in them. */
  public static WorkFolders of(Folders own) {
    if (writable(own.cache().toAbsolutePath())) {
      return new WorkFolders(own, Optional.empty());
    }
    try {
      return new WorkFolders(own, Optional.of(Files.createTempDirectory("share-explorer-")));
    } catch (IOException e) {
      // Then what wants to write there says so.
      return new WorkFolders(own, Optional.empty());
    }
  }

  /** Whether a folder can be written, or made. */
  private static boolean writable(Path folder) {
    Path there = folder;
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    return there != null && Files.isDirectory(there) && Files.isWritable(there);
  }

  /** {@return where to keep files} */
  public Folders folders() {
    if (instead.isEmpty()) {
      return own;
    }
    Folders temporary = Folders.under(instead.get());
    boolean stays = Files.exists(own.config()) || writable(own.config().toAbsolutePath());
    return stays ? new Folders(own.config(), temporary.cache()) : temporary;
  }

  /** {@return the folder that cannot be written, if a temporary one stands in for it} */
  public Optional<Path> unwritable() {
    return instead.map(_ -> own.cache());
  }

  /** Deletes the temporary folder, if there is one. */
  @Override
  public void close() {
    hold.close();
    delete();
  }

  private void delete() {
    if (instead.isPresent()) {
      try (Stream<Path> inside = Files.walk(instead.get())) {
        for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException | UncheckedIOException e) {
        // The system clears its temporary folder in its own time.
      }
    }
  }
}

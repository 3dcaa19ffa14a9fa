package org.shareexplorer.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders that a program works with: the person's own. Where the one for what is cached cannot
 * be written, a temporary one stands in for it, which only this account can enter and which is
 * deleted at the end: a cache is needed to read a table at all.
 */
public final class WorkFolders implements AutoCloseable {

  private final Folders own;
  private final Folders folders;

  private WorkFolders(Folders own, Folders folders) {
    this.own = own;
    this.folders = folders;
  }

  /** Looks whether a person's folders will do; makes nothing in them. */
  public static WorkFolders of(Folders own) {
    if (!writable(own.cache().toAbsolutePath())) {
      try {
        Path instead = Files.createTempDirectory("share-explorer-");
        return new WorkFolders(own, new Folders(own.config(), instead));
      } catch (IOException e) {
        // Then what wants to write there says so.
      }
    }
    return new WorkFolders(own, own);
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
    return folders;
  }

  /** {@return the folder that cannot be written, if a temporary one stands in for it} */
  public Optional<Path> unwritable() {
    return folders.equals(own) ? Optional.empty() : Optional.of(own.cache());
  }

  /** Deletes the temporary folder, if there is one. */
  @Override
  public void close() {
    if (unwritable().isPresent()) {
      try (Stream<Path> inside = Files.walk(folders.cache())) {
        for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        // The system clears its temporary folder in its own time.
      }
    }
  }
}

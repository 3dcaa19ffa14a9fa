package org.shareexplorer.engine.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.SpillFolder;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** Where results are kept on this computer's disk, each in a folder of its own. Thread-safe. */
final class ResultFolders implements AutoCloseable {

  private @Nullable SpillFolder all;

  /** {@return a new folder, for one result} */
  Path folder() {
    try {
      return Files.createTempDirectory(path(), "query-");
    } catch (IOException e) {
      throw disk().asException(e);
    }
  }

  /** {@return the folder that has all of them, made when it is first asked for} */
  synchronized Path path() {
    if (all == null) {
      all = SpillFolder.make();
    }
    return all.path();
  }

  /** {@return the size of a result's file} */
  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw disk().asException(e);
    }
  }

  private static Problem disk() {
    return new Problem(
        ProblemCode.DISK,
        "The result could not be kept.",
        "The system's folder for temporary files is full or cannot be written.",
        "Free some space on this computer's disk, then try again.");
  }

  /** Removes all results. */
  @Override
  public synchronized void close() {
    if (all != null) {
      all.delete();
      all = null;
    }
  }
}

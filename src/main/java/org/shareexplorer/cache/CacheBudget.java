package org.shareexplorer.cache;

import java.io.File;
import java.nio.file.Path;

/** How much of the disk the cache may take. */
public final class CacheBudget {

  private static final long MOST = 10L << 30;

  private CacheBudget() {}

  /** {@return 10 GB, or a tenth of what is free on the folder's disk if that is less, in bytes} */
  public static long of(Path folder) {
    File existing = folder.toAbsolutePath().toFile();
    while (!existing.exists() && existing.getParentFile() != null) {
      existing = existing.getParentFile();
    }
    return Math.min(MOST, existing.getUsableSpace() / 10);
  }
}

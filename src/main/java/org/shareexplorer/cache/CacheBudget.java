package org.shareexplorer.cache;

import java.io.File;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How much of the disk the cache may take, in bytes: what a person chose, or else what is usual.
 * Thread-safe.
 */
public final class CacheBudget implements LongSupplier {

  private static final long MOST = 10L << 30;

  private final Path folder;
  private final Supplier<OptionalLong> remembered;
  private volatile @Nullable OptionalLong chosen;
  private volatile long usual = -1;

  /**
   * A budget for a folder.
   *
   * @param remembered gives what was chosen in an earlier run; asked once, when it is needed
   */
  public CacheBudget(Path folder, Supplier<OptionalLong> remembered) {
    this.folder = folder;
    this.remembered = remembered;
  }

  /** {@return 10 GB, or a tenth of what is free on the folder's disk if that is less, in bytes} */
  public static long of(Path folder) {
    File existing = folder.toAbsolutePath().toFile();
    while (!existing.exists() && existing.getParentFile() != null) {
      existing = existing.getParentFile();
    }
    return Math.min(MOST, existing.getUsableSpace() / 10);
  }

  /** Chooses a budget; empty for the usual one. */
  public void choose(OptionalLong bytes) {
    chosen = bytes;
  }

  /**
   * {@return what is usual: 10 GB, or a tenth of what was free on the disk when this was first
   * asked}
   */
  public long usual() {
    if (usual < 0) {
      usual = of(folder);
    }
    return usual;
  }

  @Override
  public long getAsLong() {
    OptionalLong now = chosen;
    if (now == null) {
      now = remembered.get();
      chosen = now;
    }
    return now.isPresent() ? now.getAsLong() : usual();
  }
}

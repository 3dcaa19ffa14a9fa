package org.shareexplorer.cache;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.parquet.ByteRange;

/** A process that reads through a cache for ever, and ends as soon as a byte is wrong. */
final class CacheChurn {

  static final int FILES = 12;
  static final int SIZE = 300_000;

  /** Small, so that the processes evict each other's files all the time. */
  static final long BUDGET = 1_000_000;

  private CacheChurn() {}

  /**
   * Reads until killed.
   *
   * @param arguments the folder, and the seed of what is read
   */
  public static void main(String[] arguments) {
    DataCache cache = new DataCache(Path.of(arguments[0]), BUDGET);
    Random random = new Random(Long.parseLong(arguments[1]));
    try (Jobs jobs = new Jobs()) {
      for (int round = 0; ; round++) {
        check(cache, jobs, random.nextInt(FILES), random);
        if (round == 20) {
          System.out.println("running");
        }
      }
    }
  }

  /** Reads some ranges of a file and compares. */
  static void check(DataCache cache, Jobs jobs, int number, Random random) {
    byte[] content = content(number);
    CachedFile file = file(cache, jobs, number);
    int offset = random.nextInt(SIZE);
    ByteRange range = new ByteRange(offset, 1 + random.nextInt(SIZE - offset));
    byte[] read = file.read(List.of(range), Job.unattended()).bytes(range);
    if (!Arrays.equals(read, Arrays.copyOfRange(content, offset, Math.toIntExact(range.end())))) {
      throw new AssertionError("wrong bytes of file " + number);
    }
  }

  static CachedFile file(DataCache cache, Jobs jobs, int number) {
    byte[] content = content(number);
    return new CachedFile(
        jobs,
        cache,
        new FileKey(FileKey.digest("file " + number)),
        "file " + number,
        SIZE,
        (at, length, _) -> Arrays.copyOfRange(content, (int) at, (int) at + length));
  }

  private static byte[] content(int number) {
    byte[] content = new byte[SIZE];
    new Random(number).nextBytes(content);
    return content;
  }
}

package org.shareexplorer.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.parquet.ByteRange;
import org.shareexplorer.parquet.Extents;

class CachedFileTest {

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private final AtomicLong fetched = new AtomicLong();
  private final AtomicInteger requests = new AtomicInteger();

  @AfterEach
  void close() {
    jobs.close();
  }

  private CachedFile file(DataCache cache, String key, byte[] content) {
    return new CachedFile(
        jobs,
        cache,
        new FileKey(FileKey.digest(key)),
        key,
        content.length,
        (offset, length, _) -> {
          fetched.addAndGet(length);
          requests.incrementAndGet();
          return Arrays.copyOfRange(content, (int) offset, (int) offset + length);
        });
  }

  private static byte[] content(long seed, int length) {
    byte[] content = new byte[length];
    new Random(seed).nextBytes(content);
    return content;
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void anyRangesGiveTheFilesOwnBytesAndComeFromDiskTheSecondTime() throws IOException {
    Random random = new Random(3);
    byte[] content = content(3, 3_000_000);
    for (int round = 0; round < 60; round++) {
      // A new object each time, as another process would have.
      CachedFile file = file(new DataCache(folder, 1 << 30), "a", content);
      List<ByteRange> ranges = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(5); i++) {
        int offset = random.nextInt(content.length);
        int most = Math.min(content.length - offset, random.nextBoolean() ? 100 : 100_000);
        ranges.add(new ByteRange(offset, random.nextInt(most + 1)));
      }
      check(file.read(ranges, Job.unattended()), ranges, content);
      fetched.set(0);
      check(file.read(ranges, Job.unattended()), ranges, content);
      assertThat(fetched).hasValue(0);
    }
  }

  private static void check(Extents read, List<ByteRange> ranges, byte[] content) {
    for (ByteRange range : ranges) {
      assertThat(read.bytes(range))
          .isEqualTo(
              Arrays.copyOfRange(content, (int) range.offset(), Math.toIntExact(range.end())));
    }
  }

  @Test
  void neighboursAreFetchedTogether() {
    byte[] content = content(4, 1_000_000);
    CachedFile file = file(new DataCache(folder, 1 << 30), "a", content);
    file.read(
        List.of(new ByteRange(0, 10), new ByteRange(1_000, 10), new ByteRange(900_000, 10)),
        Job.unattended());
    assertThat(requests).hasValue(2);
    assertThat(fetched).hasValue(1_020);
  }

  @Test
  void damagedAndVanishedPiecesAreFetchedAgain() throws IOException {
    byte[] content = content(5, 100_000);
    CachedFile file = file(new DataCache(folder, 1 << 30), "a", content);
    ByteRange range = new ByteRange(10_000, 5_000);
    file.read(List.of(range), Job.unattended());
    Path piece = kept().getFirst();
    byte[] bytes = Files.readAllBytes(piece);
    bytes[17] ^= 1;
    Files.write(piece, bytes);
    check(file.read(List.of(range), Job.unattended()), List.of(range), content);
    Files.delete(kept().getFirst());
    check(file.read(List.of(range), Job.unattended()), List.of(range), content);
    assertThat(requests).hasValue(3);
  }

  @Test
  void theLeastRecentlyUsedGoFirstAndFilesInUseStay() throws IOException {
    DataCache cache = new DataCache(folder, 100_000);
    for (int i = 0; i < 9; i++) {
      file(cache, "file " + i, content(i, 10_000))
          .read(List.of(new ByteRange(0, 10_000)), Job.unattended());
      for (Path path : kept()) {
        Instant earlier = Files.getLastModifiedTime(path).toInstant().minusSeconds(60);
        Files.setLastModifiedTime(path, FileTime.from(earlier));
      }
    }
    Path oldest = cache.folderOf(new FileKey(FileKey.digest("file 0")));
    Path next = cache.folderOf(new FileKey(FileKey.digest("file 1")));
    Path inUse;
    try (Stream<Path> files = Files.list(oldest)) {
      inUse = files.findFirst().orElseThrow();
    }
    try (DataCache.Pin pin = cache.pin(inUse)) {
      file(cache, "large", content(77, 30_000))
          .read(List.of(new ByteRange(0, 30_000)), Job.unattended());
      assertThat(pin.path()).exists();
    }
    assertThat(next).doesNotExist();
    assertThat(cache.size()).isBetween(50_000L, 90_000L);
    cache.clear();
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatAKilledProcessLeftIsSweptAndNeverRead() throws Exception {
    byte[] content = content(6, 10_000);
    DataCache cache = new DataCache(folder, 1 << 30);
    Process process = new ProcessBuilder("true").start();
    process.waitFor();
    Path directory = cache.folderOf(new FileKey(FileKey.digest("a")));
    Files.createDirectories(directory);
    Path left = directory.resolve("half." + process.pid() + ".tmp");
    Files.write(left, new byte[500]);
    Path own = directory.resolve(Eviction.temporaryName("mine"));
    Files.write(own, new byte[10]);
    ByteRange range = new ByteRange(0, 10_000);
    CachedFile file = file(cache, "a", content);
    check(file.read(List.of(range), Job.unattended()), List.of(range), content);
    assertThat(left).doesNotExist();
    assertThat(own).exists();
  }

  @Test
  void aDiskThatRefusesStillLetsBytesThrough() throws IOException {
    byte[] content = content(7, 10_000);
    Path blocked = folder.resolve("blocked");
    Files.writeString(blocked, "a file where the folder should be");
    ByteRange range = new ByteRange(5, 50);
    CachedFile file = file(new DataCache(blocked, 1 << 30), "a", content);
    check(file.read(List.of(range), Job.unattended()), List.of(range), content);
  }

  @Test
  void clearingLeavesWhatIsInUseAndTheRestIsFetchedAgain() throws IOException {
    byte[] content = content(8, 50_000);
    DataCache cache = new DataCache(folder, 1 << 30);
    CachedFile file = file(cache, "a", content);
    List<ByteRange> ranges = List.of(new ByteRange(0, 100), new ByteRange(40_000, 100));
    check(file.read(ranges, Job.unattended()), ranges, content);
    try (DataCache.Pin pin = cache.pin(kept().getFirst())) {
      cache.clear();
      assertThat(kept()).containsExactly(pin.path());
      check(file.read(ranges, Job.unattended()), ranges, content);
      assertThat(requests).hasValue(3);
    }
    cache.clear();
    assertThat(kept()).isEmpty();
    check(file.read(ranges, Job.unattended()), ranges, content);
  }

  @Test
  void clearingAgainAndAgainWhileOthersReadNeverMakesAWrongByte() throws Exception {
    DataCache cache = new DataCache(folder, CacheChurn.BUDGET);
    Running<Integer> clearing =
        jobs.start(job -> {
          int times = 0;
          while (!job.cancelled()) {
            cache.clear();
            times++;
          }
          return times;
        });
    Random random = new Random(9);
    for (int i = 0; i < 60; i++) {
      CacheChurn.check(cache, jobs, random.nextInt(CacheChurn.FILES), random);
    }
    clearing.cancel();
    assertThat(cache.size()).isLessThan(2 * CacheChurn.BUDGET);
  }

  @Test
  void aFullDiskCostsTheCopyAndNotTheRows() throws Exception {
    try (SmallDisk disk = SmallDisk.at(folder.resolve("small"))) {
      byte[] content = content(9, 1_000_000);
      CachedFile file = file(new DataCache(disk.folder(), 1 << 30), "a", content);
      List<ByteRange> ranges = List.of(new ByteRange(7, 900_000));
      check(file.read(ranges, Job.unattended()), ranges, content);
      check(file.read(ranges, Job.unattended()), ranges, content);
      assertNothingUnfinished(disk.folder());
    }
  }

  private static void assertNothingUnfinished(Path folder) throws IOException {
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left.filter(path -> path.toString().endsWith(".tmp"))).isEmpty();
    }
  }
}

package org.shareexplorer.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.parquet.ByteRange;
import org.shareexplorer.parquet.ProjectedFile;
import org.shareexplorer.parquet.ProjectedPart;

/**
 * Local files made of some columns of one data file. The name of each tells the columns and a
 * checksum, at which one that another process left is looked once before it is trusted: nobody has
 * to wait for the disk to say that it has everything. Thread-safe, but each file is for one caller
 * at a time.
 */
final class Projections {

  /** Enough for one to read and sum up while the disk takes what the other has. */
  private static final int WIDTH = 2;

  private static final long BLOCK = 4 << 20;
  private static final long SMALL = 64 << 10;

  private final Jobs jobs;
  private final DataCache cache;
  private final Path folder;
  private final Pieces pieces;

  /** Parts whose pages had the right checksums once, in pieces that are known to be right. */
  private final Set<List<ByteRange>> checked = ConcurrentHashMap.newKeySet();

  /** Those that are known to be whole, by their columns. */
  private final Map<String, Path> whole = new ConcurrentHashMap<>();

  Projections(Jobs jobs, DataCache cache, Path folder, Pieces pieces) {
    this.jobs = jobs;
    this.cache = cache;
    this.folder = folder;
    this.pieces = pieces;
  }

  /**
   * {@return whether a file seems to be there}
   *
   * @param columns a digest that tells them from others
   */
  boolean has(String columns) {
    return !found(columns).isEmpty();
  }

  /**
   * {@return a file that is there, and stays until the pin is closed}
   *
   * @param plan what it is to consist of
   */
  Optional<DataCache.Pin> kept(String columns, ProjectedFile plan, Job job) throws IOException {
    Path known = whole.get(columns);
    for (Path path : known == null ? found(columns) : List.of(known)) {
      DataCache.Pin pin = cache.pin(path);
      try {
        if (known == null ? right(columns, plan, path, job) : Files.exists(path)) {
          cache.touch(path);
          whole.put(columns, path);
          return Optional.of(pin);
        }
        Files.deleteIfExists(path);
      } catch (NoSuchFileException e) {
        // Evicted by another process.
      } catch (IOException | RuntimeException | Error e) {
        pin.close();
        throw e;
      }
      pin.close();
      whole.remove(columns);
    }
    return Optional.empty();
  }

  /**
   * Makes a file.
   *
   * @return keeps it from being deleted
   */
  DataCache.Pin make(String columns, ProjectedFile plan, ProjectedPart.Copying original, Job job)
      throws IOException {
    List<ProjectedPart> parts = plan.parts(job);
    List<Integer> sums = new ArrayList<>();
    DataCache.Pin pin =
        cache.publish(
            folder,
            out -> {
              sums.clear();
              sums.addAll(forAll(job, parts, part -> written(part, original, out, job)));
            },
            () -> String.valueOf(named(columns, sums).getFileName()));
    whole.put(columns, pin.path());
    return pin;
  }

  /** Writes a part, and tells its checksum. */
  private int written(ProjectedPart part, ProjectedPart.Copying original, FileChannel out, Job job)
      throws IOException {
    Summed sink = new Summed(out, part.at());
    if (part instanceof ProjectedPart.Copied(long at, String _, List<ByteRange> ranges)
        && ranges.size() == 1
        && ranges.getFirst().length() > SMALL) {
      if (checked.contains(ranges)) {
        if (pieces.copy(ranges.getFirst(), sink, job)) {
          return sink.sum();
        }
        sink = new Summed(out, at);
      }
      part.write(sink, original);
      checked.add(ranges);
    } else {
      part.write(sink, original);
    }
    return sink.sum();
  }

  private List<Path> found(String columns) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(folder, columns + "-????????.parquet")) {
      files.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      // Nothing kept yet, or not to be had: then it is made.
    }
    return found;
  }

  /** What a file is to be called whose parts have these checksums. */
  private Path named(String columns, List<Integer> sums) {
    CRC32C all = new CRC32C();
    sums.forEach(sum -> all.update(ByteBuffer.allocate(Integer.BYTES).putInt(sum).flip()));
    return folder.resolve("%s-%08x.parquet".formatted(columns, (int) all.getValue()));
  }

  /** Whether a file has the parts that its name tells. */
  private boolean right(String columns, ProjectedFile plan, Path path, Job job) throws IOException {
    List<ProjectedPart> parts = plan.parts(job);
    try (FileChannel in = FileChannel.open(path, StandardOpenOption.READ)) {
      List<ByteRange> ranges = new ArrayList<>();
      for (int i = 0; i < parts.size(); i++) {
        long at = parts.get(i).at();
        long end = i + 1 < parts.size() ? parts.get(i + 1).at() : in.size();
        if (end < at || end > in.size()) {
          return false;
        }
        ranges.add(new ByteRange(at, end - at));
      }
      return path.equals(named(columns, forAll(job, ranges, range -> sum(in, range, job))));
    }
  }

  private static int sum(FileChannel in, ByteRange range, Job job) throws IOException {
    CRC32C sum = new CRC32C();
    for (ByteRange block : range.parts(BLOCK)) {
      job.check();
      try (Arena mapped = Arena.ofConfined()) {
        sum.update(
            in.map(FileChannel.MapMode.READ_ONLY, block.offset(), block.length(), mapped)
                .asByteBuffer());
      }
    }
    return (int) sum.getValue();
  }

  @FunctionalInterface
  private interface Summing<T> {
    int of(T part) throws IOException;
  }

  private <T> List<Integer> forAll(Job job, List<T> parts, Summing<T> summing) throws IOException {
    try {
      return jobs.forAll(
          job,
          parts,
          WIDTH,
          part -> {
            try {
              return summing.of(part);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Writes to a file from a place on, beside others that write elsewhere, and sums up. */
  private static final class Summed implements ProjectedPart.Sink {

    private final FileChannel out;
    private final CRC32C sum = new CRC32C();
    private long at;

    Summed(FileChannel out, long at) {
      this.out = out;
      this.at = at;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      sum.update(bytes.duplicate());
      while (bytes.hasRemaining()) {
        at += out.write(bytes, at);
      }
    }

    int sum() {
      return (int) sum.getValue();
    }
  }
}

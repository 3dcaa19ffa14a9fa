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

  /** {@return a file that is there, and stays until the pin is closed} */
  Optional<DataCache.Pin> kept(String columns, Job job) throws IOException {
    Path known = whole.get(columns);
    for (Path path : known == null ? found(columns) : List.of(known)) {
      DataCache.Pin pin = cache.pin(path);
      try {
        if (known == null ? path.equals(named(columns, path, job)) : Files.exists(path)) {
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
  DataCache.Pin make(
      String columns, List<ProjectedPart> parts, ProjectedPart.Copying original, Job job)
      throws IOException {
    DataCache.Pin pin =
        cache.publish(
            folder,
            out -> write(parts, original, out, job),
            written -> String.valueOf(named(columns, written, job).getFileName()));
    whole.put(columns, pin.path());
    return pin;
  }

  private void write(
      List<ProjectedPart> parts, ProjectedPart.Copying original, FileChannel out, Job job)
      throws IOException {
    try {
      var _ =
          jobs.forAll(
              job,
              parts,
              WIDTH,
              part -> {
                try {
                  write(part, original, out, job);
                  return part;
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What was written before is copied as it is; what is small, is so soon enough. */
  private void write(ProjectedPart part, ProjectedPart.Copying original, FileChannel out, Job job)
      throws IOException {
    if (part instanceof ProjectedPart.Copied(long at, String _, List<ByteRange> ranges)
        && ranges.size() == 1
        && ranges.getFirst().length() > SMALL) {
      if (checked.contains(ranges) && pieces.copy(ranges.getFirst(), out, at, job)) {
        return;
      }
      part.write(new FromPlace(out, at), original);
      checked.add(ranges);
    } else {
      part.write(new FromPlace(out, part.at()), original);
    }
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

  /** What a file is to be called. */
  private Path named(String columns, Path file, Job job) throws IOException {
    CRC32C all = new CRC32C();
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      jobs.forAll(job, new ByteRange(0, in.size()).parts(BLOCK), WIDTH, block -> sum(in, block))
          .forEach(sum -> all.update(ByteBuffer.allocate(Integer.BYTES).putInt(sum).flip()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return folder.resolve("%s-%08x.parquet".formatted(columns, (int) all.getValue()));
  }

  private static int sum(FileChannel in, ByteRange block) {
    try (Arena mapped = Arena.ofConfined()) {
      CRC32C sum = new CRC32C();
      sum.update(
          in.map(FileChannel.MapMode.READ_ONLY, block.offset(), block.length(), mapped)
              .asByteBuffer());
      return (int) sum.getValue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes to a file from a place on, beside others that write elsewhere. */
  private static final class FromPlace implements ProjectedPart.Sink {

    private final FileChannel out;
    private long at;

    FromPlace(FileChannel out, long at) {
      this.out = out;
      this.at = at;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        at += out.write(bytes, at);
      }
    }
  }
}

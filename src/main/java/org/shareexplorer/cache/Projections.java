package org.shareexplorer.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.parquet.ByteRange;
import org.shareexplorer.parquet.ProjectedPart;

/**
 * Local files made of some columns of one data file. The name of each tells the columns and a
 * checksum, at which one that another process left is looked once before it is trusted: nobody has
 * to wait for the disk to say that it has everything. For one caller at a time, but for {@link
 * #has}.
 */
final class Projections {

  /** Enough for one to read and sum up while the disk takes what the other has. */
  private static final int WIDTH = 2;

  private static final long BLOCK = 4 << 20;

  private final Jobs jobs;
  private final DataCache cache;
  private final Path folder;

  /** Those that are known to be whole, by their columns. */
  private final Map<String, Path> whole = new HashMap<>();

  Projections(Jobs jobs, DataCache cache, Path folder) {
    this.jobs = jobs;
    this.cache = cache;
    this.folder = folder;
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
      } catch (IOException | RuntimeException | Error e) {
        pin.close();
        throw e;
      }
      pin.close();
      whole.remove(columns);
      Files.deleteIfExists(path);
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
                  part.write(new FromPlace(out, part.at()), original);
                  return part;
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
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
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(block.length()));
    try {
      while (bytes.hasRemaining()) {
        if (in.read(bytes, block.offset() + bytes.position()) < 0) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    CRC32C sum = new CRC32C();
    sum.update(bytes.flip());
    return (int) sum.getValue();
  }

  /** Writes to a file from a place on, beside others that write elsewhere. */
  private static final class FromPlace implements WritableByteChannel {

    private final FileChannel out;
    private long at;

    FromPlace(FileChannel out, long at) {
      this.out = out;
      this.at = at;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      int count = out.write(bytes, at);
      at += count;
      return count;
    }

    @Override
    public boolean isOpen() {
      return out.isOpen();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}

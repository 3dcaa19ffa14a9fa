package org.shareexplorer.cache;

import java.io.IOException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.parquet.ByteRange;
import org.shareexplorer.parquet.ProjectedPart;

/**
 * Ranges of one data file on disk, each in a file of its own whose name tells offset, length and
 * checksum. Thread-safe.
 */
final class Pieces {

  private static final Pattern NAME =
      Pattern.compile("(\\d{1,18})-(\\d{1,9})-([0-9a-f]{8})\\.piece");

  /** Fits into a processor's cache. */
  private static final int BLOCK = 256 << 10;

  private final DataCache cache;
  private final Path folder;

  /** What the folder held when it was listed, and what came since; null before. */
  private @Nullable List<Piece> listed;

  /** Those whose bytes this process has had in its hands, and they were right. */
  private final Set<Path> right = ConcurrentHashMap.newKeySet();

  private record Piece(ByteRange range, int checksum, Path path) {}

  Pieces(DataCache cache, Path folder) {
    this.cache = cache;
    this.folder = folder;
  }

  /** {@return what is kept of a range: bytes by their offset, in order, reaching into the range} */
  Map<Long, byte[]> of(ByteRange range) {
    Map<Long, byte[]> kept = new LinkedHashMap<>();
    long at = range.offset();
    while (at < range.end()) {
      Optional<Piece> next = at(at, range.end());
      if (next.isEmpty()) {
        break;
      }
      Optional<byte[]> bytes = read(next.get());
      if (bytes.isPresent()) {
        kept.put(next.get().range.offset(), bytes.get());
        at = next.get().range.end();
      }
    }
    return kept;
  }

  /** {@return whether all of a range is kept, as far as the names tell} */
  boolean have(ByteRange range) {
    long at = range.offset();
    while (at < range.end()) {
      Optional<Piece> next = at(at, range.end());
      if (next.isEmpty() || next.get().range.offset() > at) {
        return false;
      }
      at = next.get().range.end();
    }
    return true;
  }

  /**
   * Copies a range, a little at a time, so that what is read is still at hand when it is written.
   *
   * @return whether all of it was there, and known to be right; if not, some may have been copied
   */
  boolean copy(ByteRange range, ProjectedPart.Sink out, Job job) throws IOException {
    long at = range.offset();
    while (at < range.end()) {
      job.check();
      Optional<Piece> next = at(at, range.end());
      if (next.isEmpty()
          || next.get().range.offset() > at
          || !right.contains(next.get().path)
          || !copy(next.get(), at, Math.min(range.end(), next.get().range.end()), out)) {
        return false;
      }
      at = next.get().range.end();
    }
    return true;
  }

  private boolean copy(Piece piece, long from, long end, ProjectedPart.Sink out)
      throws IOException {
    try (FileChannel in = FileChannel.open(piece.path, StandardOpenOption.READ);
        Arena arena = Arena.ofConfined()) {
      ByteBuffer block = arena.allocate(BLOCK).asByteBuffer();
      for (long at = from; at < end; ) {
        block.clear().limit((int) Math.min(BLOCK, end - at));
        int count = in.read(block, at - piece.range.offset());
        if (count <= 0) {
          return false;
        }
        out.write(block.flip());
        at += count;
      }
    } catch (NoSuchFileException e) {
      return false;
    }
    cache.touch(piece.path);
    return true;
  }

  /** Of the pieces that hold the byte, or else begin next, the one that reaches farthest. */
  private synchronized Optional<Piece> at(long at, long end) {
    Piece best = null;
    for (Piece piece : listed()) {
      ByteRange range = piece.range;
      if (range.end() > at && range.offset() < end) {
        boolean better =
            best == null
                || (range.offset() <= at
                    ? best.range.offset() > at || range.end() > best.range.end()
                    : range.offset() < best.range.offset());
        best = better ? piece : best;
      }
    }
    return Optional.ofNullable(best);
  }

  /** A piece that is gone or damaged is forgotten, to be fetched again. */
  private Optional<byte[]> read(Piece piece) {
    try {
      byte[] bytes = Files.readAllBytes(piece.path);
      if (bytes.length == piece.range.length() && checksum(bytes) == piece.checksum) {
        cache.touch(piece.path);
        right.add(piece.path);
        return Optional.of(bytes);
      }
      Files.deleteIfExists(piece.path);
    } catch (IOException e) {
      // Evicted by somebody else.
    }
    right.remove(piece.path);
    synchronized (this) {
      listed().remove(piece);
    }
    return Optional.empty();
  }

  /** Keeps bytes. */
  void keep(long offset, byte[] bytes) throws IOException {
    int checksum = checksum(bytes);
    ByteRange range = new ByteRange(offset, bytes.length);
    String name = String.format("%d-%d-%08x.piece", offset, bytes.length, checksum);
    cache.publish(
        folder,
        name,
        out -> {
          ByteBuffer buffer = ByteBuffer.wrap(bytes);
          while (buffer.hasRemaining()) {
            out.write(buffer);
          }
        });
    Piece piece = new Piece(range, checksum, folder.resolve(name));
    right.add(piece.path);
    synchronized (this) {
      listed().add(piece);
    }
  }

  /** Keeps nothing any more of what was kept. */
  synchronized void forget() {
    listed = new ArrayList<>();
    cache.delete(folder);
  }

  private List<Piece> listed() {
    if (listed == null) {
      List<Piece> found = new ArrayList<>();
      try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
        for (Path file : files) {
          Matcher name = NAME.matcher(file.getFileName().toString());
          if (name.matches()) {
            ByteRange range =
                new ByteRange(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)));
            found.add(new Piece(range, Integer.parseUnsignedInt(name.group(3), 16), file));
          }
        }
      } catch (IOException | DirectoryIteratorException e) {
        // Nothing kept yet, or not to be had: then it is fetched.
      }
      listed = found;
    }
    return listed;
  }

  private static int checksum(byte[] bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return (int) sum.getValue();
  }
}

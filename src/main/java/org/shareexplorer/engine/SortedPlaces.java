package org.shareexplorer.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shareexplorer.job.Job;
import org.shareexplorer.parquet.RowNumbers;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/**
 * Rows in any order: a number of eight bytes for each, in a temporary file, so that memory does not
 * limit how many there are. The file has no name any more where the system allows that, and is gone
 * with this object.
 */
final class SortedPlaces implements RowPlaces {

  private static final int BUFFERED = 1 << 17;

  private final FileChannel channel;

  /** The table's number of each file that positions are about, and which of its rows it holds. */
  private final int[] numbers;

  private final List<KeptRows> kept;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFERED * Long.BYTES);
  private long written;

  /**
   * Makes an empty list of rows.
   *
   * @param folder for the temporary file
   * @param numbers the table's numbers of the files that positions are about
   */
  SortedPlaces(Path folder, int[] numbers, List<KeptRows> kept) {
    this.numbers = numbers;
    this.kept = kept;
    try {
      Path file = Files.createTempFile(folder, "sorted-", ".rows");
      channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      forgetName(file);
    } catch (IOException e) {
      throw disk(e);
    }
  }

  private static void forgetName(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      // It is deleted together with its folder.
      file.toFile().deleteOnExit();
    }
  }

  /** Adds a row by its position (see {@link Relation}); by one thread, before any is read. */
  void add(long position) {
    buffer.putLong(position);
    written++;
    if (!buffer.hasRemaining()) {
      flush();
    }
  }

  /** Ends the adding of rows. */
  void flush() {
    try {
      buffer.flip();
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      buffer.clear();
    } catch (IOException e) {
      throw disk(e);
    }
  }

  @Override
  public long count() {
    return written;
  }

  /** A row's place in its file, and where it stands in the page. */
  private record Row(long number, int into) {}

  @Override
  public List<Slice> slices(long first, int count, Job job) {
    Map<Integer, List<Row>> byFile = new TreeMap<>();
    LongBuffer positions = read(first, count);
    for (int i = 0; i < count; i++) {
      long position = positions.get(i);
      int place = (int) (position / Relation.ROWS_OF_FILE);
      long number = kept.get(place).original(position % Relation.ROWS_OF_FILE);
      byFile.computeIfAbsent(numbers[place], _ -> new ArrayList<>()).add(new Row(number, i));
    }
    List<Slice> slices = new ArrayList<>();
    byFile.forEach((file, rows) -> {
      rows.sort(Comparator.comparingLong(Row::number));
      RowNumbers which = RowNumbers.of(rows.stream().mapToLong(Row::number).toArray());
      slices.add(new Slice(file, _ -> which, rows.stream().map(Row::into).toList()));
    });
    return slices;
  }

  private LongBuffer read(long first, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(count, Long.BYTES));
    try {
      while (bytes.hasRemaining()
          && channel.read(bytes, first * Long.BYTES + bytes.position()) >= 0) {
        // A read may bring less than was asked for.
      }
    } catch (IOException e) {
      throw disk(e);
    }
    return bytes.flip().asLongBuffer();
  }

  private static ProblemException disk(IOException e) {
    return new Problem(
            ProblemCode.DISK,
            "The rows could not be sorted.",
            "The disk for temporary files is full, or cannot be read or written.",
            "Free some space on this computer's disk, then try again.")
        .asException(e);
  }
}

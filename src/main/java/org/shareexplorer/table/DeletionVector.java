package org.shareexplorer.table;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import org.roaringbitmap.longlong.LongIterator;
import org.roaringbitmap.longlong.Roaring64NavigableMap;
import org.shareexplorer.job.Job;

/**
 * The numbers of a data file's deleted rows (Delta protocol, "Deletion Vectors"). Rows are counted
 * from 0 in the file, whatever its row groups. Immutable.
 */
public final class DeletionVector {

  /** Bytes around the content in a file of vectors: its length before, its checksum behind. */
  private static final int FRAME = 8;

  /** More bytes than the rows of any data file take. */
  private static final int LARGEST = 128 << 20;

  private static final String OTHER_LENGTH = "It does not have the length that the table says.";

  private static final int MAGIC = 1_681_511_377;

  /** How far to look for a live row before searching for it. */
  private static final int STRIDE = 1_000;

  private static final int ROWS_AT_ONCE = 1 << 16;

  private final Roaring64NavigableMap deleted;
  private final long cardinality;

  private DeletionVector(Roaring64NavigableMap deleted, long cardinality) {
    this.deleted = deleted;
    this.cardinality = cardinality;
  }

  /** Says in a sentence why bytes are no deletion vector. */
  public static final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String why) {
      super(why);
    }
  }

  /** {@return how many bytes a vector of so many takes in a file of vectors} */
  public static int framed(int size) throws Malformed {
    if (size > LARGEST) {
      throw new Malformed("Its length is impossible.");
    }
    return size + FRAME;
  }

  /**
   * {@return the bytes of a vector that is given as text}
   *
   * @param size how long it is said to be; the text has up to three bytes more, to fill a group
   */
  public static byte[] inline(String text, int size) throws Malformed {
    byte[] bytes = Z85.decoded(text).orElseThrow(() -> new Malformed("It cannot be decoded."));
    if (bytes.length < size || bytes.length - size > 3) {
      throw new Malformed(OTHER_LENGTH);
    }
    return Arrays.copyOf(bytes, size);
  }

  /**
   * {@return the bytes of a vector, taken out of its frame}
   *
   * @param frame length, content and checksum, as a file of vectors has them
   * @param size how long the content is said to be
   */
  public static byte[] unframed(byte[] frame, int size) throws Malformed {
    ByteBuffer bytes = ByteBuffer.wrap(frame).order(ByteOrder.BIG_ENDIAN);
    if (frame.length != size + FRAME || bytes.getInt() != size) {
      throw new Malformed(OTHER_LENGTH);
    }
    byte[] content = new byte[size];
    bytes.get(content);
    CRC32 sum = new CRC32();
    sum.update(content);
    if ((int) sum.getValue() != bytes.getInt()) {
      throw new Malformed("Its checksum is wrong.");
    }
    return content;
  }

  /**
   * {@return a vector}
   *
   * @param content its bytes
   * @param cardinality how many rows it is said to delete
   * @param rows how many rows the data file has
   * @param job ends the decoding when it is cancelled
   */
  public static DeletionVector of(byte[] content, long cardinality, long rows, Job job)
      throws Malformed {
    if (cardinality < 0 || cardinality > rows) {
      throw new Malformed("It deletes more rows than the file has.");
    }
    Roaring64NavigableMap deleted = decoded(content, job);
    if (deleted.getLongCardinality() != cardinality) {
      throw new Malformed("It does not delete as many rows as the table says.");
    }
    checkOrder(deleted, cardinality, rows, job);
    return new DeletionVector(deleted, cardinality);
  }

  private static Roaring64NavigableMap decoded(byte[] content, Job job) throws Malformed {
    ByteBuffer head = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (content.length < Integer.BYTES || head.getInt() != MAGIC) {
      throw new Malformed("It is written in an unknown form.");
    }
    // Caches of the map would be filled by readers, on whichever thread.
    Roaring64NavigableMap deleted = new Roaring64NavigableMap(false, false);
    ByteArrayInputStream in =
        new ByteArrayInputStream(content, Integer.BYTES, content.length - Integer.BYTES);
    try {
      deleted.deserializePortable(new DataInputStream(checked(in, job)));
    } catch (CancellationException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      Malformed malformed = new Malformed("It cannot be decoded.");
      malformed.initCause(e);
      throw malformed;
    }
    if (in.available() > 0) {
      throw new Malformed(OTHER_LENGTH);
    }
    return deleted;
  }

  /** A list has a part for each 65,536 rows, which is read at once. */
  private static InputStream checked(InputStream in, Job job) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        job.check();
        return super.read(into, offset, length);
      }
    };
  }

  /** Numbers that do not ascend would be found by some ways of looking, and not by others. */
  private static void checkOrder(
      Roaring64NavigableMap deleted, long cardinality, long rows, Job job) throws Malformed {
    LongIterator numbers = deleted.getLongIterator();
    long before = -1;
    long count = 0;
    while (numbers.hasNext() && count <= cardinality) {
      if (count % ROWS_AT_ONCE == 0) {
        job.check();
      }
      long number = numbers.next();
      if (number <= before) {
        throw new Malformed("Its rows are not in order.");
      }
      before = number;
      count++;
    }
    if (count != cardinality || before >= rows) {
      throw new Malformed("It deletes rows that the file does not have.");
    }
  }

  /**
   * {@return a vector that leaves just those rows of a file that are in it before and not after}
   *
   * @param before the rows deleted before, if any
   * @param after the rows deleted after, if any
   * @param rows how many rows the data file has
   */
  public static DeletionVector leavingGone(
      Optional<DeletionVector> before, Optional<DeletionVector> after, long rows) {
    Roaring64NavigableMap hidden = new Roaring64NavigableMap(false, false);
    if (rows > 0) {
      hidden.addRange(0, rows);
    }
    after.ifPresent(vector -> hidden.andNot(vector.deleted));
    before.ifPresent(vector -> hidden.or(vector.deleted));
    return new DeletionVector(hidden, hidden.getLongCardinality());
  }

  /** {@return how many rows are deleted} */
  public long cardinality() {
    return cardinality;
  }

  /** {@return whether a row is deleted} */
  public boolean deletes(long row) {
    return deleted.contains(row);
  }

  /** {@return the numbers of the deleted rows, ascending} */
  public PrimitiveIterator.OfLong rows() {
    LongIterator numbers = deleted.getLongIterator();
    return new PrimitiveIterator.OfLong() {
      @Override
      public boolean hasNext() {
        return numbers.hasNext();
      }

      @Override
      public long nextLong() {
        return numbers.next();
      }
    };
  }

  /**
   * {@return the numbers in the file of some rows that follow each other once deleted rows are left
   * out, ascending}
   *
   * @param first the first of them among the rows that are left, from 0
   * @param count how many; the file has them
   */
  public long[] left(long first, int count) {
    long[] rows = new long[count];
    long next = first;
    for (int i = 0; i < count; i++) {
      next = i == 0 ? search(first, first) : following(next + 1, first + i);
      rows[i] = next;
    }
    return rows;
  }

  private long following(long from, long place) {
    for (long row = from; row < from + STRIDE; row++) {
      if (!deleted.contains(row)) {
        return row;
      }
    }
    return search(from, place);
  }

  /** The row with so many rows left before it; not before {@code from}. */
  private long search(long from, long place) {
    long low = from;
    long high = place + cardinality;
    while (low < high) {
      long middle = low + (high - low) / 2;
      if (middle + 1 - deleted.rankLong(middle) > place) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}

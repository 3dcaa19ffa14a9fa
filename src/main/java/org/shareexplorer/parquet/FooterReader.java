package org.shareexplorer.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.schema.MessageType;
import org.shareexplorer.job.Job;

/** Reads a file's footer with one read of its tail, or two if the footer is long. */
public final class FooterReader {

  /** What a tail holds at least; files no longer than this are read whole. */
  static final int SHORTEST_TAIL = 64 << 10;

  private static final int LONGEST_TAIL = 512 << 10;
  private static final int LONGEST_FOOTER = 64 << 20;
  private static final int DEEPEST_SCHEMA = 64;

  /** Length of the footer and magic. */
  private static final int TRAILER = 8;

  private FooterReader() {}

  /** {@return the footer of a file, checked as far as reading columns does not check it} */
  public static Footer read(FileBytes file, Job job) {
    return read(file, likelyTail(file.size()), job);
  }

  /** {@return how much of a file's end is read where nothing is known of other files like it} */
  public static long likelyTail(long size) {
    // The offset indexes lie just before the footer, and grow with the file as the footer does.
    return Math.clamp(size / 1024, SHORTEST_TAIL, LONGEST_TAIL);
  }

  /**
   * {@return the footer of a file}
   *
   * @param likely how much of its end to read at first, as far as others like it tell (see {@link
   *     Footer#tail})
   */
  public static Footer read(FileBytes file, long likely, Job job) {
    long size = file.size();
    if (size < TRAILER + 4) {
      throw Damage.of(file.name(), "It is too short for a Parquet file.");
    }
    long first = size <= SHORTEST_TAIL ? size : Math.clamp(likely, TRAILER, LONGEST_TAIL);
    ByteRange tail = tail(size, first);
    Extents read = file.read(List.of(tail), job);
    byte[] trailer = read.bytes(tail(size, TRAILER));
    String magic = new String(trailer, 4, 4, StandardCharsets.ISO_8859_1);
    if (magic.equals("PARE")) {
      throw Damage.of(file.name(), "It is encrypted.");
    }
    if (!magic.equals("PAR1")) {
      throw Damage.of(file.name(), "It is not a Parquet file, or cut off.");
    }
    int length = ByteBuffer.wrap(trailer).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (length <= 0 || length > size - TRAILER - 4 || length > LONGEST_FOOTER) {
      throw Damage.of(file.name(), "The length of its footer is impossible.");
    }
    ByteRange footer = new ByteRange(size - TRAILER - length, length);
    if (!tail.contains(footer)) {
      read = file.read(List.of(footer), job);
    }
    byte[] bytes = read.bytes(footer);
    return Damage.guard(
        file.name(), "Its footer is damaged.", () -> parsed(file.name(), size, bytes));
  }

  private static ByteRange tail(long size, long length) {
    return new ByteRange(Math.max(0, size - length), Math.min(size, length));
  }

  private static Footer parsed(String file, long size, byte[] bytes) {
    FileMetaData metadata = new ThriftReader(bytes, 0).read(new FileMetaData());
    checkDepth(metadata.getSchema());
    MessageType schema = schema(metadata);
    int leaves = schema.getColumns().size();
    long rows = 0;
    for (RowGroup group : metadata.getRow_groups()) {
      if (group.getNum_rows() < 0 || group.getColumns().size() != leaves) {
        throw Damage.of(file, "Its row groups do not fit its schema.");
      }
      rows = Math.addExact(rows, group.getNum_rows());
    }
    return new Footer(file, size, metadata, schema, bytes.length + TRAILER);
  }

  /** The schema alone: statistics are of no use here and may be wrong in files of old writers. */
  private static MessageType schema(FileMetaData metadata) {
    FileMetaData plain =
        new FileMetaData(metadata.getVersion(), metadata.getSchema(), 0, List.of());
    try {
      return new ParquetMetadataConverter()
          .fromParquetMetadata(plain)
          .getFileMetaData()
          .getSchema();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The conversion of a schema calls itself for each level. */
  private static void checkDepth(List<SchemaElement> elements) {
    Deque<Integer> open = new ArrayDeque<>();
    for (SchemaElement element : elements) {
      while (!open.isEmpty() && open.peek() == 0) {
        open.pop();
      }
      if (!open.isEmpty()) {
        open.push(open.pop() - 1);
      }
      if (element.isSetNum_children() && element.getNum_children() > 0) {
        open.push(element.getNum_children());
      }
      if (open.size() > DEEPEST_SCHEMA) {
        throw new IllegalArgumentException("nested too deeply");
      }
    }
  }
}

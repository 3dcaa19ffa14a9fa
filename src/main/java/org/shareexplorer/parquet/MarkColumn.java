package org.shareexplorer.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.DeletionVector;

/**
 * A column of a projected file that is true in the rows to leave out: a bit per row, one page per
 * run of rows. To look at a bit costs a query next to nothing; to look for the row's number in a
 * list costs several times the rest of it.
 *
 * @param name what the column is called
 * @param deleted the rows, by their numbers in the original file
 */
record MarkColumn(String name, DeletionVector deleted) {

  /** After so many rows it is seen whether anybody waits still. */
  private static final int ROWS_AT_ONCE = 1 << 16;

  /** Some rows of the original file, one after the other. */
  record Rows(long first, long count) {}

  /**
   * {@return the pages of each row group, one after the other}
   *
   * @param groups the runs of rows that each row group of the new file has
   */
  List<byte[]> chunks(List<List<Rows>> groups, Job job) throws IOException {
    Iterator<byte[]> pages = pages(groups.stream().flatMap(List::stream).toList(), job).iterator();
    List<byte[]> chunks = new ArrayList<>();
    for (List<Rows> runs : groups) {
      ByteArrayOutputStream chunk = new ByteArrayOutputStream();
      for (Rows _ : runs) {
        chunk.write(pages.next());
      }
      chunks.add(chunk.toByteArray());
    }
    return chunks;
  }

  /** A page for each run of rows. */
  private List<byte[]> pages(List<Rows> runs, Job job) throws IOException {
    List<byte[]> bits =
        runs.stream().map(rows -> new byte[Math.toIntExact((rows.count() + 7) / 8)]).toList();
    PrimitiveIterator.OfLong numbers = deleted.rows();
    int run = 0;
    for (int row = 0; numbers.hasNext() && run < runs.size(); row++) {
      check(row, job);
      long number = numbers.nextLong();
      while (run < runs.size() && number >= runs.get(run).first() + runs.get(run).count()) {
        run++;
      }
      if (run < runs.size() && number >= runs.get(run).first()) {
        int at = Math.toIntExact(number - runs.get(run).first());
        bits.get(run)[at >> 3] |= (byte) (1 << (at & 7));
      }
    }
    List<byte[]> pages = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      pages.add(page(bits.get(i), Math.toIntExact(runs.get(i).count())));
    }
    return pages;
  }

  private static void check(int row, Job job) {
    if (row % ROWS_AT_ONCE == 0) {
      job.check();
    }
  }

  private static byte[] page(byte[] bits, int rows) throws IOException {
    PageHeader header =
        new PageHeader(PageType.DATA_PAGE, bits.length, bits.length)
            .setData_page_header(
                new DataPageHeader(rows, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    Util.writePageHeader(header, page);
    page.write(bits);
    return page.toByteArray();
  }

  /** {@return what the footer says of a page} */
  ColumnChunk chunk(long at, int length, long rows) {
    ColumnMetaData metadata =
        new ColumnMetaData(
            Type.BOOLEAN,
            List.of(Encoding.PLAIN, Encoding.RLE),
            List.of(name),
            CompressionCodec.UNCOMPRESSED,
            rows,
            length,
            length,
            at);
    return new ColumnChunk(at).setMeta_data(metadata);
  }

  SchemaElement element() {
    return new SchemaElement(name)
        .setType(Type.BOOLEAN)
        .setRepetition_type(FieldRepetitionType.REQUIRED);
  }

  /** {@return what tells these rows from others} */
  String identity(Job job) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
      PrimitiveIterator.OfLong rows = deleted.rows();
      for (int row = 0; rows.hasNext(); row++) {
        check(row, job);
        digest.update(number.clear().putLong(rows.nextLong()).array());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
  }
}

package org.shareexplorer.parquet;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.shareexplorer.job.Job;

/**
 * A page as it is stored, or the first bytes of one.
 *
 * @param bytes hold what was fetched of it
 * @param body where its body begins
 * @param length bytes of its body, whether they were fetched or not
 * @param job ends its expanding when it is cancelled
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; copying megabytes is not worth it.
record StoredPage(
    Chunk chunk, PageHeader header, byte[] bytes, int body, int length, Pages.Span span, Job job) {

  /** A page that claims more than this is taken for damaged. */
  private static final int LARGEST_PAGE = 256 << 20;

  /** {@return the page that begins at a place} */
  static StoredPage at(Chunk chunk, byte[] bytes, int at, Pages.Span span, Job job) {
    ThriftReader reader = new ThriftReader(bytes, at);
    PageHeader header = reader.read(new PageHeader());
    int length = header.getCompressed_page_size();
    int size = header.getUncompressed_page_size();
    if (length < 0 || size < 0 || size > LARGEST_PAGE) {
      throw Damage.of(chunk.file(), "The length of a page is impossible.");
    }
    return new StoredPage(chunk, header, bytes, reader.position(), length, span, job);
  }

  PageType type() {
    return header.getType();
  }

  /** {@return whether all of the body was fetched} */
  boolean complete() {
    return length <= bytes.length - body;
  }

  int end() {
    return body + length;
  }

  /**
   * {@return the body from a place in it on, expanded}
   *
   * @param from a place before which nothing is compressed
   */
  byte[] expanded(int from) {
    verify();
    return Codec.expanded(
        chunk.metadata().getCodec(),
        bytes,
        body + from,
        length - from,
        header.getUncompressed_page_size() - from,
        job);
  }

  /** {@return the first of the expanded bytes, as many as what was fetched tells} */
  byte[] start(int from) {
    return Codec.start(
        chunk.metadata().getCodec(),
        bytes,
        body + from,
        Math.min(length, bytes.length - body) - from,
        header.getUncompressed_page_size() - from,
        job);
  }

  /** {@return the body from a place in it on, which is not compressed} */
  byte[] stored(int from) {
    verify();
    return Arrays.copyOfRange(bytes, body + from, body + length);
  }

  private void verify() {
    if (header.isSetCrc()) {
      CRC32 sum = new CRC32();
      sum.update(bytes, body, length);
      if ((int) sum.getValue() != header.getCrc()) {
        throw Damage.of(chunk.file(), "The checksum of a page is wrong.");
      }
    }
  }
}

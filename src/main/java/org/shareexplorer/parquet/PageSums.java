package org.shareexplorer.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.apache.parquet.format.PageHeader;
import org.jspecify.annotations.Nullable;

/**
 * Hands on the pages of a chunk as they come, and checks those that have a checksum: whoever reads
 * them next may not. What is no page is left for the reader to stumble over.
 */
final class PageSums implements ProjectedPart.Sink {

  private static final int LONGEST_HEADER = 8 << 20;

  /** Most headers are shorter, even with a least and a greatest value. */
  private static final int LIKELY_HEADER = 4 << 10;

  private final String file;
  private final ProjectedPart.Sink out;
  private final ByteArrayOutputStream header = new ByteArrayOutputStream();
  private final CRC32 sum = new CRC32();
  private @Nullable PageHeader page;
  private int left;
  private boolean lost;

  /**
   * Checks one chunk.
   *
   * @param file the file's name, for sentences
   */
  PageSums(String file, ProjectedPart.Sink out) {
    this.file = file;
    this.out = out;
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    ByteBuffer seen = bytes.duplicate();
    out.write(bytes);
    while (seen.hasRemaining() && !lost) {
      if (page == null) {
        begin(seen);
      } else {
        body(seen);
      }
      if (page != null && left == 0) {
        end(page);
        page = null;
      }
    }
  }

  private void body(ByteBuffer bytes) {
    int length = Math.min(left, bytes.remaining());
    sum.update(bytes.slice(bytes.position(), length));
    bytes.position(bytes.position() + length);
    left -= length;
  }

  /** Takes a header off the bytes, or keeps them until more come. */
  private void begin(ByteBuffer bytes) {
    int before = header.size();
    int at = bytes.position();
    byte[] next = new byte[Math.min(bytes.remaining(), Math.max(LIKELY_HEADER, before))];
    bytes.get(next);
    header.writeBytes(next);
    ThriftReader reader = new ThriftReader(header.toByteArray(), 0);
    PageHeader read;
    try {
      read = reader.read(new PageHeader());
    } catch (IllegalArgumentException e) {
      lost = header.size() > LONGEST_HEADER;
      return;
    }
    header.reset();
    sum.reset();
    page = read;
    left = read.getCompressed_page_size();
    lost = left < 0;
    bytes.position(at + reader.position() - before);
  }

  private void end(PageHeader ended) {
    if (ended.isSetCrc() && (int) sum.getValue() != ended.getCrc()) {
      throw Damage.of(file, "The checksum of a page is wrong.");
    }
  }
}

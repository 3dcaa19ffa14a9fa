package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;

/**
 * Finds a chunk's pages by going from header to header, for files without an offset index. Stops
 * where the wanted rows end.
 */
final class PageWalk {

  /** What is read at a time: a header and, of short pages, some pages more. */
  static final int WINDOW = 32 << 10;

  private static final int LONGEST_HEADER = 8 << 20;

  private final FileBytes file;
  private final Chunk chunk;
  private final Job job;

  private ByteRange window = new ByteRange(0, 0);
  private byte[] bytes = new byte[0];

  PageWalk(FileBytes file, Chunk chunk, Job job) {
    this.file = file;
    this.chunk = chunk;
    this.job = job;
  }

  /** {@return the chunk's pages up to the one that holds the row before {@code endRow}} */
  Pages upTo(long endRow) {
    boolean nested = chunk.leaf().getMaxRepetitionLevel() > 0;
    List<Pages.Span> spans = new ArrayList<>();
    Optional<ByteRange> known = chunk.dictionary();
    Pages.@Nullable Span dictionary = known.map(Pages.Span::dictionary).orElse(null);
    long at = first(chunk).offset();
    long row = 0;
    while (row < endRow && at < chunk.range().end()) {
      job.check();
      Header header = headerAt(at);
      ByteRange page = header.page(chunk, at);
      PageType type = header.fields.getType();
      if (type == PageType.DICTIONARY_PAGE) {
        dictionary = Pages.Span.dictionary(page);
      } else if (type == PageType.DATA_PAGE && nested) {
        if (header.holdsAll(chunk)) {
          spans.add(Pages.Span.whole(page, 0, chunk.rows()));
          row = chunk.rows();
          break;
        }
        // Such a page may begin in the middle of a row, and only its values tell.
        return Pages.whole(chunk);
      } else if (type != PageType.INDEX_PAGE) {
        long rows = header.rows(chunk);
        spans.add(Pages.Span.whole(page, row, rows));
        row += rows;
      }
      at = page.end();
    }
    if (row < endRow) {
      throw Damage.of(chunk.file(), "A column ends before its last row.");
    }
    return new Pages(Optional.ofNullable(dictionary), spans, true);
  }

  /** {@return where the first data page begins, and what is read of it first} */
  static ByteRange first(Chunk chunk) {
    long at = chunk.dictionary().map(ByteRange::end).orElse(chunk.range().offset());
    return new ByteRange(at, Math.min(WINDOW, chunk.range().end() - at));
  }

  private Header headerAt(long at) {
    Optional<Header> header = parsed(at);
    for (long length = WINDOW; header.isEmpty(); length *= 8) {
      window = new ByteRange(at, Math.min(length, chunk.range().end() - at));
      bytes = file.read(List.of(window), job).bytes(window);
      header = parsed(at);
      boolean enough = window.end() == chunk.range().end() || length >= LONGEST_HEADER;
      if (header.isEmpty() && enough) {
        throw Damage.of(chunk.file(), "The header of a page is damaged.");
      }
    }
    return header.get();
  }

  /** The header, if the bytes at hand hold all of it. */
  private Optional<Header> parsed(long at) {
    if (at < window.offset() || at >= window.end()) {
      return Optional.empty();
    }
    int from = (int) (at - window.offset());
    try {
      ThriftReader reader = new ThriftReader(bytes, from);
      PageHeader fields = reader.read(new PageHeader());
      return Optional.of(new Header(fields, reader.position() - from));
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /**
   * A page's header.
   *
   * @param fields what it says
   * @param length its bytes
   */
  private record Header(PageHeader fields, int length) {

    ByteRange page(Chunk chunk, long at) {
      int body = fields.getCompressed_page_size();
      if (body < 0 || at + length + body > chunk.range().end()) {
        throw Damage.of(chunk.file(), "A page is longer than its column.");
      }
      return new ByteRange(at, (long) length + body);
    }

    /** Whether this is the only data page. */
    boolean holdsAll(Chunk chunk) {
      DataPageHeader page = fields.getData_page_header();
      return page != null && page.getNum_values() == chunk.metadata().getNum_values();
    }

    long rows(Chunk chunk) {
      long rows =
          fields.getData_page_header() != null
              ? fields.getData_page_header().getNum_values()
              : fields.getData_page_header_v2() != null
                  ? fields.getData_page_header_v2().getNum_rows()
                  : -1;
      if (rows < 0) {
        throw Damage.of(chunk.file(), "The header of a page is damaged.");
      }
      return rows;
    }
  }
}

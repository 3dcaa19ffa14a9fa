package org.shareexplorer.parquet;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.jspecify.annotations.Nullable;

/** The fetched pages of one chunk, expanded one by one as they are asked for. One thread's. */
final class LeafPages implements PageReader {

  /** A page that claims more than this is taken for damaged. */
  private static final int LARGEST_PAGE = 256 << 20;

  private final Chunk chunk;
  private final CompressionCodec codec;
  private final Pages pages;
  private final Deque<Stored> data = new ArrayDeque<>();
  private @Nullable Stored dictionary;

  LeafPages(Chunk chunk, Pages pages, Extents extents) {
    this.chunk = chunk;
    this.codec = chunk.metadata().getCodec();
    this.pages = pages;
    pages.dictionary().ifPresent(span -> take(extents.bytes(span.range()), 0, span));
    for (Pages.Span span : pages.data()) {
      byte[] bytes = extents.bytes(span.range());
      int at = 0;
      while (at < bytes.length) {
        at = take(bytes, at, span);
      }
    }
  }

  /** Notes the page at a place and returns where the next one begins. */
  private int take(byte[] bytes, int at, Pages.Span span) {
    ThriftReader reader = new ThriftReader(bytes, at);
    PageHeader header = reader.read(new PageHeader());
    int body = reader.position();
    int length = header.getCompressed_page_size();
    int size = header.getUncompressed_page_size();
    if (length < 0
        || length > (span.cut() ? Integer.MAX_VALUE : bytes.length - body)
        || size < 0
        || size > LARGEST_PAGE) {
      throw Damage.of(chunk.file(), "The length of a page is impossible.");
    }
    Stored page = new Stored(header, bytes, body, length, span);
    if (header.getType() == PageType.DICTIONARY_PAGE) {
      dictionary = page;
    } else if (header.getType() != PageType.INDEX_PAGE) {
      data.add(page);
    }
    return span.cut() ? bytes.length : body + length;
  }

  @Override
  public @Nullable DictionaryPage readDictionaryPage() {
    if (dictionary == null) {
      return null;
    }
    int count = dictionary.header.getDictionary_page_header().getNum_values();
    if (dictionary.span.cut()) {
      return firstOfDictionary(dictionary, count);
    }
    byte[] bytes = dictionary.expanded(0, 0);
    if (count < 0 || count > bytes.length) {
      throw Damage.of(chunk.file(), "The size of a dictionary is impossible.");
    }
    return new DictionaryPage(
        BytesInput.from(bytes),
        count,
        encoding(dictionary.header.getDictionary_page_header().getEncoding()));
  }

  /** As many values as are there: to ask for a later one is an error then. */
  private DictionaryPage firstOfDictionary(Stored page, int count) {
    byte[] start =
        Codec.start(
            codec,
            page.bytes,
            page.body,
            page.bytes.length - page.body,
            page.header.getUncompressed_page_size());
    ByteCursor in = new ByteCursor(start, 0, start.length);
    int there = 0;
    int end = 0;
    try {
      for (; there < count; there++) {
        ValueStart.skipPlain(chunk.leaf().getPrimitiveType(), in, 1);
        end = in.at();
      }
    } catch (TooShort e) {
      // The values before this one are there.
    }
    return new DictionaryPage(
        BytesInput.from(start, 0, end),
        there,
        encoding(page.header.getDictionary_page_header().getEncoding()));
  }

  @Override
  public long getTotalValueCount() {
    return chunk.metadata().getNum_values();
  }

  @Override
  public @Nullable DataPage readPage() {
    Stored page = data.poll();
    if (page == null) {
      return null;
    }
    if (page.span.cut()) {
      return new PageStart(
              chunk,
              page.header,
              page.bytes,
              page.body,
              page.span.firstRow(),
              Math.toIntExact(page.span.rows()))
          .page();
    }
    Statistics<?> none = Statistics.noopStats(chunk.leaf().getPrimitiveType());
    if (page.header.getType() == PageType.DATA_PAGE) {
      return v1(page, page.header.getData_page_header(), none);
    }
    return v2(page, page.header.getData_page_header_v2(), none);
  }

  private DataPage v1(Stored page, DataPageHeader header, Statistics<?> none) {
    byte[] bytes = page.expanded(0, 0);
    Encoding levels = encoding(header.getRepetition_level_encoding());
    Encoding definition = encoding(header.getDefinition_level_encoding());
    Encoding values = encoding(header.getEncoding());
    int count = count(header.getNum_values());
    return pages.byRow()
        ? new DataPageV1(
            BytesInput.from(bytes),
            count,
            bytes.length,
            page.span.firstRow(),
            Math.toIntExact(page.span.rows()),
            none,
            levels,
            definition,
            values)
        : new DataPageV1(
            BytesInput.from(bytes), count, bytes.length, none, levels, definition, values);
  }

  private DataPage v2(Stored page, DataPageHeaderV2 header, Statistics<?> none) {
    int repetition = header.getRepetition_levels_byte_length();
    int definition = header.getDefinition_levels_byte_length();
    if (repetition < 0 || definition < 0 || repetition > page.length - definition) {
      throw Damage.of(chunk.file(), "The length of a page's levels is impossible.");
    }
    int levels = repetition + definition;
    boolean plain = header.isSetIs_compressed() && !header.isIs_compressed();
    byte[] values = plain ? page.stored(levels) : page.expanded(levels, levels);
    return DataPageV2.uncompressed(
        count(header.getNum_rows()),
        header.getNum_nulls(),
        count(header.getNum_values()),
        page.span.firstRow(),
        BytesInput.from(page.bytes, page.body, repetition),
        BytesInput.from(page.bytes, page.body + repetition, definition),
        encoding(header.getEncoding()),
        BytesInput.from(values),
        none);
  }

  private int count(int announced) {
    if (announced < 0 || announced > chunk.metadata().getNum_values()) {
      throw Damage.of(chunk.file(), "A page has more values than its column.");
    }
    return announced;
  }

  private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
    return Encoding.valueOf(encoding.name());
  }

  /** A page as it is stored: its header, and where its body is. */
  private final class Stored {
    private final PageHeader header;
    private final byte[] bytes;
    private final int body;
    private final int length;
    private final Pages.Span span;

    Stored(PageHeader header, byte[] bytes, int body, int length, Pages.Span span) {
      this.header = header;
      this.bytes = bytes;
      this.body = body;
      this.length = length;
      this.span = span;
    }

    /** The body from a place in it on, expanded; {@code before} bytes were expanded already. */
    byte[] expanded(int from, int before) {
      verify();
      return Codec.expanded(
          codec, bytes, body + from, length - from, header.getUncompressed_page_size() - before);
    }

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
}

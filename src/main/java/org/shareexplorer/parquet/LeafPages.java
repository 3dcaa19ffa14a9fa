package org.shareexplorer.parquet;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageType;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;

/** The fetched pages of one chunk, expanded one by one as they are asked for. One thread's. */
final class LeafPages implements PageReader {

  private final Chunk chunk;
  private final boolean byRow;
  private final Statistics<?> none;
  private final Deque<StoredPage> data = new ArrayDeque<>();
  private @Nullable StoredPage dictionary;

  LeafPages(Chunk chunk, Pages pages, Extents extents, Job job) {
    this.chunk = chunk;
    this.byRow = pages.byRow();
    this.none = Statistics.noopStats(chunk.leaf().getPrimitiveType());
    pages.dictionary().ifPresent(span -> take(extents.bytes(span.range()), span, job));
    for (Pages.Span span : pages.data()) {
      take(extents.bytes(span.range()), span, job);
    }
  }

  private void take(byte[] bytes, Pages.Span span, Job job) {
    for (int at = 0; at < bytes.length; ) {
      StoredPage page = StoredPage.at(chunk, bytes, at, span, job);
      if (!page.complete() && !span.cut()) {
        throw Damage.of(chunk.file(), "The length of a page is impossible.");
      }
      if (page.type() == PageType.DICTIONARY_PAGE) {
        dictionary = page;
      } else if (page.type() != PageType.INDEX_PAGE && (page.complete() || byRow)) {
        data.add(page);
      }
      at = page.complete() ? page.end() : bytes.length;
    }
  }

  @Override
  public @Nullable DictionaryPage readDictionaryPage() {
    if (dictionary == null) {
      return null;
    }
    int count = dictionary.header().getDictionary_page_header().getNum_values();
    Encoding encoding = encoding(dictionary.header().getDictionary_page_header().getEncoding());
    if (!dictionary.complete()) {
      return firstOfDictionary(dictionary.start(0), count, encoding);
    }
    byte[] bytes = dictionary.expanded(0);
    if (count < 0 || count > bytes.length) {
      throw Damage.of(chunk.file(), "The size of a dictionary is impossible.");
    }
    return new DictionaryPage(BytesInput.from(bytes), count, encoding);
  }

  /** As many values as are there: to ask for a later one is an error then. */
  private DictionaryPage firstOfDictionary(byte[] start, int count, Encoding encoding) {
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
    return new DictionaryPage(BytesInput.from(start, 0, end), there, encoding);
  }

  @Override
  public long getTotalValueCount() {
    return chunk.metadata().getNum_values();
  }

  @Override
  public @Nullable DataPage readPage() {
    StoredPage page = data.poll();
    if (page == null) {
      return null;
    }
    if (byRow && page.span().cut()) {
      return new PageStart(page).page();
    }
    return page.type() == PageType.DATA_PAGE
        ? v1(page, page.header().getData_page_header())
        : v2(page, page.header().getData_page_header_v2());
  }

  private DataPage v1(StoredPage page, DataPageHeader header) {
    byte[] bytes = page.expanded(0);
    Encoding levels = encoding(header.getRepetition_level_encoding());
    Encoding definition = encoding(header.getDefinition_level_encoding());
    Encoding values = encoding(header.getEncoding());
    int count = count(header.getNum_values());
    if (!byRow) {
      return new DataPageV1(
          BytesInput.from(bytes), count, bytes.length, none, levels, definition, values);
    }
    if (chunk.leaf().getMaxRepetitionLevel() == 0) {
      checkRows(page, count);
    }
    return new DataPageV1(
        BytesInput.from(bytes),
        count,
        bytes.length,
        page.span().firstRow(),
        Math.toIntExact(page.span().rows()),
        none,
        levels,
        definition,
        values);
  }

  private DataPage v2(StoredPage page, DataPageHeaderV2 header) {
    int repetition = header.getRepetition_levels_byte_length();
    int definition = header.getDefinition_levels_byte_length();
    if (repetition < 0 || definition < 0 || repetition > page.length() - definition) {
      throw Damage.of(chunk.file(), "The length of a page's levels is impossible.");
    }
    if (byRow) {
      checkRows(page, header.getNum_rows());
    }
    int levels = repetition + definition;
    boolean plain = header.isSetIs_compressed() && !header.isIs_compressed();
    byte[] values = plain ? page.stored(levels) : page.expanded(levels);
    return DataPageV2.uncompressed(
        count(header.getNum_rows()),
        header.getNum_nulls(),
        count(header.getNum_values()),
        page.span().firstRow(),
        BytesInput.from(page.bytes(), page.body(), repetition),
        BytesInput.from(page.bytes(), page.body() + repetition, definition),
        encoding(header.getEncoding()),
        BytesInput.from(values),
        none);
  }

  /** An index that is wrong about its pages would make other rows of these. */
  private void checkRows(StoredPage page, int rows) {
    if (rows != page.span().pageRows()) {
      throw Damage.of(chunk.file(), "A page holds other rows than its index says.");
    }
  }

  private int count(int announced) {
    if (announced < 0 || announced > chunk.metadata().getNum_values()) {
      throw Damage.of(chunk.file(), "A page has more values than its column.");
    }
    return announced;
  }

  static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
    return Encoding.valueOf(encoding.name());
  }
}

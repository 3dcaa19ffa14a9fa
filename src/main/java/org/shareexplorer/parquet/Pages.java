package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the pages of a chunk are, as far as they are needed.
 *
 * @param dictionary the dictionary page, if there is one; it has no rows
 * @param data data pages, in order
 * @param byRow whether it is known which rows the data pages hold; else there is one span that
 *     holds all pages of the chunk, the dictionary page included
 */
record Pages(Optional<Span> dictionary, List<Span> data, boolean byRow) {

  /**
   * A page, or the beginning of one.
   *
   * @param range header and body, or their first bytes
   * @param firstRow number of its first row in the row group
   * @param rows how many rows begin in it, or how many of them are wanted of its beginning
   * @param pageRows how many rows begin in all of the page
   * @param cut whether this is the beginning of a page only
   */
  record Span(ByteRange range, long firstRow, long rows, long pageRows, boolean cut) {

    static Span whole(ByteRange range, long firstRow, long rows) {
      return new Span(range, firstRow, rows, rows, false);
    }

    static Span dictionary(ByteRange range) {
      return whole(range, 0, 0);
    }

    /** {@return the beginning of the page} */
    Span cut(long bytes, long someRows) {
      return new Span(new ByteRange(range.offset(), bytes), firstRow, someRows, pageRows, true);
    }

    long endRow() {
      return firstRow + rows;
    }
  }

  /** {@return all pages of a chunk as one span} */
  static Pages whole(Chunk chunk) {
    return new Pages(Optional.empty(), List.of(Span.whole(chunk.range(), 0, chunk.rows())), false);
  }

  /** {@return the pages that hold some of the rows} */
  Pages holding(RowNumbers rows) {
    return byRow ? kept(span -> rows.anyWithin(span.firstRow, span.endRow())) : this;
  }

  /** {@return the pages that hold rows from {@code first} to before {@code end}} */
  Pages holding(long first, long end) {
    return byRow ? kept(span -> span.firstRow < end && span.endRow() > first) : this;
  }

  private Pages kept(Predicate<Span> held) {
    return new Pages(dictionary, data.stream().filter(held).toList(), true);
  }

  /** {@return whether no page is missing of the rows from {@code first} to before {@code end}} */
  boolean cover(long first, long end) {
    if (!byRow) {
      return true;
    }
    long covered = first;
    for (Span span : data) {
      if (span.firstRow <= covered) {
        covered = Math.max(covered, span.endRow());
      }
    }
    return covered >= end;
  }

  /** {@return whether some page is only the beginning of one} */
  boolean cut() {
    return dictionary.stream().anyMatch(Span::cut) || data.stream().anyMatch(Span::cut);
  }

  /** {@return the bytes of all these pages} */
  List<ByteRange> ranges() {
    List<ByteRange> ranges = new ArrayList<>();
    dictionary.ifPresent(span -> ranges.add(span.range()));
    data.forEach(span -> ranges.add(span.range()));
    return ranges;
  }
}

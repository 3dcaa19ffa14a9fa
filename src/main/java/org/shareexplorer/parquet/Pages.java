package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the pages of a chunk are, as far as they are needed.
 *
 * @param dictionary the dictionary page, with its header, if there is one
 * @param data data pages with their headers, in order
 * @param byRow whether it is known which rows the data pages hold; else there is one span that
 *     holds all pages of the chunk, the dictionary page included
 */
record Pages(Optional<ByteRange> dictionary, List<Span> data, boolean byRow) {

  /**
   * A data page.
   *
   * @param range header and body
   * @param firstRow number of its first row in the row group
   * @param rows how many rows begin in it
   */
  record Span(ByteRange range, long firstRow, long rows) {}

  /** {@return all pages of a chunk as one span} */
  static Pages whole(Chunk chunk) {
    return new Pages(Optional.empty(), List.of(new Span(chunk.range(), 0, chunk.rows())), false);
  }

  /** {@return the pages that hold some of the rows} */
  Pages holding(RowNumbers rows) {
    return byRow ? kept(span -> rows.anyWithin(span.firstRow, span.firstRow + span.rows)) : this;
  }

  /** {@return the pages that hold rows from {@code first} to before {@code end}} */
  Pages holding(long first, long end) {
    return byRow ? kept(span -> span.firstRow < end && span.firstRow + span.rows > first) : this;
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
        covered = Math.max(covered, span.firstRow + span.rows);
      }
    }
    return covered >= end;
  }

  /** {@return the bytes of all these pages} */
  List<ByteRange> ranges() {
    List<ByteRange> ranges = new ArrayList<>();
    dictionary.ifPresent(ranges::add);
    data.forEach(span -> ranges.add(span.range()));
    return ranges;
  }
}

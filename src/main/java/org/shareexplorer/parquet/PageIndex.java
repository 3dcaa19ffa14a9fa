package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.PageLocation;

/** Reads a chunk's offset index (Parquet format, "Page Index"). */
final class PageIndex {

  private PageIndex() {}

  /** {@return the pages of a chunk, as its offset index has them} */
  static Pages parsed(Chunk chunk, byte[] index) {
    return Damage.guard(
        chunk.file(),
        "Its page index is damaged.",
        () -> pages(chunk, new ThriftReader(index, 0).read(new OffsetIndex())));
  }

  private static Pages pages(Chunk chunk, OffsetIndex index) {
    List<PageLocation> locations = index.getPage_locations();
    List<Pages.Span> spans = new ArrayList<>();
    long at = chunk.range().offset();
    long row = 0;
    for (int i = 0; i < locations.size(); i++) {
      PageLocation location = locations.get(i);
      long next =
          i + 1 < locations.size() ? locations.get(i + 1).getFirst_row_index() : chunk.rows();
      ByteRange range = new ByteRange(location.getOffset(), location.getCompressed_page_size());
      if (location.getFirst_row_index() != row
          || next < row
          || range.offset() < at
          || !chunk.range().contains(range)) {
        throw Damage.of(chunk.file(), "Its page index contradicts itself.");
      }
      spans.add(Pages.Span.whole(range, row, next - row));
      at = range.end();
      row = next;
    }
    if (row != chunk.rows()) {
      throw Damage.of(chunk.file(), "Its page index lacks rows.");
    }
    long start = chunk.range().offset();
    Optional<Pages.Span> dictionary =
        spans.isEmpty() || spans.getFirst().range().offset() == start
            ? Optional.empty()
            : Optional.of(
                Pages.Span.dictionary(
                    new ByteRange(start, spans.getFirst().range().offset() - start)));
    return new Pages(dictionary, spans, true);
  }
}

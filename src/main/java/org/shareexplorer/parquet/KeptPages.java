package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;

/**
 * Those pages of a column without parts, in one row group, that may hold what is looked for.
 *
 * @param group the row group's number in the file
 * @param dictionary the page that the others' values are numbers of, if there is one
 * @param pages the pages, in their order; at least one
 */
public record KeptPages(int group, Optional<ByteRange> dictionary, List<KeptPages.Page> pages) {

  /**
   * A page.
   *
   * @param first its first row's number in the row group
   * @param rows how many rows it has
   */
  public record Page(ByteRange range, long first, long rows) {}

  /** {@return how many rows the pages have} */
  long rows() {
    return pages.stream().mapToLong(Page::rows).sum();
  }

  /** {@return the bytes to be copied, in their order} */
  List<ByteRange> ranges() {
    List<ByteRange> ranges = new ArrayList<>();
    dictionary.ifPresent(ranges::add);
    pages.forEach(page -> ranges.add(page.range()));
    return ranges;
  }

  long length() {
    return ranges().stream().mapToLong(ByteRange::length).sum();
  }

  /** {@return what is to be said of the chunk that the pages make at another place} */
  ColumnChunk chunk(ColumnMetaData original, long to) {
    long length = length();
    long share = Math.max(1, original.getTotal_compressed_size());
    ColumnMetaData metadata = new ColumnMetaData(original);
    metadata.setNum_values(rows());
    metadata.setTotal_compressed_size(length);
    // Nobody says how long each page is when it is expanded; readers want no more than a guess.
    metadata.setTotal_uncompressed_size(
        (long) ((double) original.getTotal_uncompressed_size() * length / share));
    metadata.unsetStatistics();
    metadata.unsetEncoding_stats();
    metadata.unsetSize_statistics();
    metadata.setData_page_offset(to + dictionary.map(ByteRange::length).orElse(0L));
    if (dictionary.isPresent()) {
      metadata.setDictionary_page_offset(to);
    } else {
      metadata.unsetDictionary_page_offset();
    }
    return new ColumnChunk(to).setMeta_data(metadata);
  }
}

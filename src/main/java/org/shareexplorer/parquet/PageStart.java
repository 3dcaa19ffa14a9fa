package org.shareexplorer.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.PageType;

/**
 * The first rows of a page of which only the first bytes were fetched, as a smaller page that is
 * whole in itself.
 */
final class PageStart {

  private final StoredPage page;
  private final Chunk chunk;
  private final int rows;
  private final Statistics<?> none;

  /** Looks at a page of which some rows are wanted. */
  PageStart(StoredPage page) {
    this.page = page;
    this.chunk = page.chunk();
    this.rows = Math.toIntExact(page.span().rows());
    this.none = Statistics.noopStats(chunk.leaf().getPrimitiveType());
  }

  /** The levels of a page's first entries, and how many entries and values those are. */
  private record Levels(List<byte[]> bytes, int entries, int values) {}

  /**
   * {@return the smaller page}
   *
   * @throws TooShort if the bytes do not hold all of the rows
   */
  DataPage page() {
    try {
      return page.type() == PageType.DATA_PAGE
          ? v1(page.header().getData_page_header())
          : v2(page.header().getData_page_header_v2());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataPage v1(DataPageHeader header) throws IOException {
    Encoding repetition = LeafPages.encoding(header.getRepetition_level_encoding());
    Encoding definition = LeafPages.encoding(header.getDefinition_level_encoding());
    Encoding encoding = LeafPages.encoding(header.getEncoding());
    byte[] start = page.start(0);
    ByteCursor in = new ByteCursor(start, 0, start.length);
    byte[] ofRows = levelsV1(in, chunk.leaf().getMaxRepetitionLevel(), repetition);
    byte[] ofNulls = levelsV1(in, chunk.leaf().getMaxDefinitionLevel(), definition);
    Levels levels = levels(ofRows, ofNulls, header.getNum_values());
    List<BytesInput> parts = new ArrayList<>();
    for (byte[] some : levels.bytes) {
      parts.add(BytesInput.fromInt(some.length));
      parts.add(BytesInput.from(some));
    }
    parts.add(values(in, levels).cut(encoding));
    BytesInput all = BytesInput.concat(parts);
    return new DataPageV1(
        all,
        levels.entries,
        Math.toIntExact(all.size()),
        page.span().firstRow(),
        rows,
        none,
        repetition,
        definition,
        encoding);
  }

  private static byte[] levelsV1(ByteCursor in, int most, Encoding encoding) {
    if (most == 0) {
      return new byte[0];
    }
    if (encoding != Encoding.RLE) {
      throw new TooShort();
    }
    return in.section(in.fourBytes()).rest();
  }

  private DataPage v2(DataPageHeaderV2 header) throws IOException {
    ByteCursor in = new ByteCursor(page.bytes(), page.body(), page.bytes().length);
    byte[] ofRows = in.section(header.getRepetition_levels_byte_length()).rest();
    byte[] ofNulls = in.section(header.getDefinition_levels_byte_length()).rest();
    Levels levels = levels(ofRows, ofNulls, header.getNum_values());
    boolean plain = header.isSetIs_compressed() && !header.isIs_compressed();
    byte[] start = plain ? in.rest() : page.start(ofRows.length + ofNulls.length);
    Encoding encoding = LeafPages.encoding(header.getEncoding());
    return DataPageV2.uncompressed(
        rows,
        levels.entries - levels.values,
        levels.entries,
        page.span().firstRow(),
        BytesInput.from(ofRows),
        BytesInput.from(ofNulls),
        encoding,
        values(new ByteCursor(start, 0, start.length), levels).cut(encoding),
        none);
  }

  private ValueStart values(ByteCursor in, Levels levels) {
    return new ValueStart(chunk.leaf().getPrimitiveType(), in, levels.values);
  }

  /**
   * Counts how far the rows reach. The levels themselves stay: readers stop where they are told.
   */
  private Levels levels(byte[] ofRows, byte[] ofNulls, int announced) throws IOException {
    int mostNulls = chunk.leaf().getMaxDefinitionLevel();
    List<byte[]> kept = new ArrayList<>();
    int entries = rows;
    if (chunk.leaf().getMaxRepetitionLevel() > 0) {
      kept.add(ofRows);
      entries = entries(decoder(chunk.leaf().getMaxRepetitionLevel(), ofRows), announced);
    } else if (announced != page.span().pageRows()) {
      // Whatever this is, it is not the page that the index tells of.
      throw new TooShort();
    }
    int values = entries;
    if (mostNulls > 0) {
      kept.add(ofNulls);
      RunLengthBitPackingHybridDecoder decoder = decoder(mostNulls, ofNulls);
      values = 0;
      for (int i = 0; i < entries; i++) {
        values += decoder.readInt() == mostNulls ? 1 : 0;
      }
    }
    return new Levels(kept, entries, values);
  }

  /** A row begins where the level is 0; the one after the last wanted ends that. */
  private int entries(RunLengthBitPackingHybridDecoder levels, int announced) throws IOException {
    int begun = 0;
    for (int entry = 0; entry < announced; entry++) {
      begun += levels.readInt() == 0 ? 1 : 0;
      if (begun > rows) {
        return entry;
      }
    }
    throw new TooShort();
  }

  private static RunLengthBitPackingHybridDecoder decoder(int most, byte[] levels) {
    return new RunLengthBitPackingHybridDecoder(
        BytesUtils.getWidthFromMaxInt(most), ByteBufferInputStream.wrap(ByteBuffer.wrap(levels)));
  }
}

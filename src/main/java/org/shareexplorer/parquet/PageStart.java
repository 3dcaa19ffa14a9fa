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
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;

/**
 * The first rows of a page of which only the first bytes were fetched, as a smaller page that is
 * whole in itself.
 *
 * @param header the page's own header
 * @param bytes hold the first bytes of its body
 * @param body where that begins
 * @param firstRow number of the page's first row in the row group
 * @param rows how many rows are wanted, at least 1 and fewer than the page has
 */
record PageStart(Chunk chunk, PageHeader header, byte[] bytes, int body, long firstRow, int rows) {

  /** The levels of a page's first entries, and how many entries and values those are. */
  private record Levels(List<byte[]> bytes, int entries, int values) {}

  /**
   * {@return the smaller page}
   *
   * @throws TooShort if the bytes do not hold all of the rows
   */
  DataPage page() {
    Statistics<?> none = Statistics.noopStats(chunk.leaf().getPrimitiveType());
    try {
      return header.getType() == PageType.DATA_PAGE ? v1(none) : v2(none);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private DataPage v1(Statistics<?> none) throws IOException {
    DataPageHeader fields = header.getData_page_header();
    Encoding repetition = encoding(fields.getRepetition_level_encoding());
    Encoding definition = encoding(fields.getDefinition_level_encoding());
    Encoding encoding = encoding(fields.getEncoding());
    byte[] start =
        Codec.start(
            chunk.metadata().getCodec(),
            bytes,
            body,
            bytes.length - body,
            header.getUncompressed_page_size());
    ByteCursor in = new ByteCursor(start, 0, start.length);
    byte[] ofRows = levelsV1(in, chunk.leaf().getMaxRepetitionLevel(), repetition);
    byte[] ofNulls = levelsV1(in, chunk.leaf().getMaxDefinitionLevel(), definition);
    Levels levels = levels(ofRows, ofNulls, fields.getNum_values());
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
        firstRow,
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

  private DataPage v2(Statistics<?> none) throws IOException {
    DataPageHeaderV2 fields = header.getData_page_header_v2();
    Encoding encoding = encoding(fields.getEncoding());
    ByteCursor stored = new ByteCursor(bytes, body, bytes.length);
    byte[] ofRows = stored.section(fields.getRepetition_levels_byte_length()).rest();
    byte[] ofNulls = stored.section(fields.getDefinition_levels_byte_length()).rest();
    Levels levels = levels(ofRows, ofNulls, fields.getNum_values());
    boolean plain = fields.isSetIs_compressed() && !fields.isIs_compressed();
    byte[] start =
        plain
            ? stored.rest()
            : Codec.start(
                chunk.metadata().getCodec(),
                bytes,
                stored.at(),
                stored.left(),
                header.getUncompressed_page_size() - ofRows.length - ofNulls.length);
    BytesInput values = values(new ByteCursor(start, 0, start.length), levels).cut(encoding);
    return DataPageV2.uncompressed(
        rows,
        levels.entries - levels.values,
        levels.entries,
        firstRow,
        BytesInput.from(ofRows),
        BytesInput.from(ofNulls),
        encoding,
        values,
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
    }
    if (entries > announced) {
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

  private static Encoding encoding(org.apache.parquet.format.Encoding encoding) {
    return Encoding.valueOf(encoding.name());
  }
}

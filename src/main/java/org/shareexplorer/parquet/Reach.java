package org.shareexplorer.parquet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.schema.PrimitiveType;

/**
 * How far into pages is read for their first rows: first as far as a guess says, then farther, in
 * the end all of it. What a page's beginning cannot give is asked of more, and only a whole page is
 * ever called damaged.
 */
enum Reach {
  START(1),
  FARTHER(4),
  WHOLE(0);

  /** Pages that are shorter are not worth a second request. */
  private static final long SHORT = 16 << 10;

  /** Header, and the little that makes pages uneven. */
  private static final long SLACK = 2 << 10;

  /** What writers make of pages, usually. */
  private static final long LONG_PAGE = 1 << 20;

  /** What Zstandard expands at once. */
  private static final double ZSTD_BLOCK = 128 << 10;

  /** Bytes of a text in a dictionary, if nothing else is known. */
  private static final int TEXT = 32;

  /** Encodings that tell of the lengths of all values before the first value. */
  private static final Set<Encoding> LENGTHS_FIRST =
      Set.of(Encoding.DELTA_LENGTH_BYTE_ARRAY, Encoding.DELTA_BYTE_ARRAY);

  private final int factor;

  Reach(int factor) {
    this.factor = factor;
  }

  /**
   * {@return the pages that hold some rows of a chunk, or the beginnings of those of which no more
   * is needed}
   *
   * @param found pages of the chunk, to where the rows end at least
   */
  Pages into(Pages found, Chunk chunk, RowNumbers rows) {
    Pages held = found.holding(rows);
    if (this != WHOLE && !held.byRow()) {
      // Row by row from the first one on: some pages more for those that are uneven.
      Pages.Span all = held.data().getFirst();
      double share = factor * 1.5 * rows.end() / chunk.rows();
      return new Pages(
          Optional.empty(),
          List.of(cut(all, chunk.rows(), LONG_PAGE + share * all.range().length(), chunk)),
          false);
    }
    if (this == WHOLE || chunk.metadata().getEncodings().contains(Encoding.BYTE_STREAM_SPLIT)) {
      return held;
    }
    List<Pages.Span> data = held.data().stream().map(span -> start(span, chunk, rows)).toList();
    return new Pages(held.dictionary().map(span -> dictionary(span, chunk, rows)), data, true);
  }

  private Pages.Span start(Pages.Span span, Chunk chunk, RowNumbers rows) {
    long first = rows.firstFrom(span.firstRow()) - span.firstRow();
    long wanted = rows.lastBefore(span.endRow()) + 1 - span.firstRow();
    long levels =
        span.rows()
            * (bits(chunk.leaf().getMaxRepetitionLevel())
                + bits(chunk.leaf().getMaxDefinitionLevel()))
            / Byte.SIZE;
    long lengths =
        chunk.metadata().getEncodings().stream().filter(LENGTHS_FIRST::contains).count()
            * span.rows();
    double share = readOn(first, (double) wanted) / span.rows();
    double guess = factor * (levels + lengths + 1.1 * share * span.range().length() + SLACK);
    return cut(span, wanted, guess, chunk);
  }

  /**
   * Whoever reads on in the middle of a page is likely to do so again: then in few steps that grow,
   * and that are the same for near rows, so that most find what they need fetched already.
   */
  private static double readOn(long first, double wanted) {
    return first == 0 ? wanted : Math.pow(1.5, Math.ceil(Math.log(wanted) / Math.log(1.5)));
  }

  /** Writers number a dictionary's values as they come: the first rows know the first ones only. */
  private Pages.Span dictionary(Pages.Span span, Chunk chunk, RowNumbers rows) {
    double width = width(chunk.leaf().getPrimitiveType());
    return this == START ? cut(span, 0, 2 * SLACK + rows.end() * width, chunk) : span;
  }

  private static Pages.Span cut(Pages.Span span, long rows, double guess, Chunk chunk) {
    double bytes = guess;
    if (chunk.metadata().getCodec() == CompressionCodec.ZSTD) {
      double block = ZSTD_BLOCK / ratio(chunk.metadata());
      bytes = SLACK + Math.ceil(bytes / block) * block * 1.1;
    }
    long length = span.range().length();
    return length <= SHORT || bytes > 0.75 * length ? span : span.cut((long) bytes, rows);
  }

  /** How much shorter compression makes the chunk. */
  static double ratio(ColumnMetaData chunk) {
    return Math.max(
        1,
        (double) chunk.getTotal_uncompressed_size()
            / Math.max(1, chunk.getTotal_compressed_size()));
  }

  private static int bits(int mostLevels) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(mostLevels);
  }

  private static int width(PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> 1;
      case INT32, FLOAT -> 4;
      case INT64, DOUBLE -> 8;
      case INT96 -> 12;
      case FIXED_LEN_BYTE_ARRAY -> type.getTypeLength();
      case BINARY -> TEXT;
    };
  }
}

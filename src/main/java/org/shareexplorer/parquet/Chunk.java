package org.shareexplorer.parquet;

import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * One leaf's part of one row group.
 *
 * @param file the file's name, for sentences
 * @param leaf the leaf
 * @param metadata what the footer says of the chunk
 * @param range all of its pages
 * @param offsetIndex where its offset index is, if it has one
 * @param rows rows of the row group
 */
record Chunk(
    String file,
    ColumnDescriptor leaf,
    ColumnMetaData metadata,
    ByteRange range,
    Optional<ByteRange> offsetIndex,
    Optional<ByteRange> columnIndex,
    long rows) {

  private static final int MAGIC = 4;
  private static final int LONGEST_INDEX = 64 << 20;

  /** Checks that everything lies within the file. */
  static Chunk of(String file, long fileSize, ColumnDescriptor leaf, ColumnChunk chunk, long rows) {
    ColumnMetaData metadata = chunk.getMeta_data();
    if (metadata == null || (chunk.isSetFile_path() && !chunk.getFile_path().isEmpty())) {
      throw Damage.of(file, "A column's data is encrypted, or in another file.");
    }
    if (!sameType(metadata.getType(), leaf.getPrimitiveType().getPrimitiveTypeName())) {
      throw Damage.of(file, "A column's type differs from the schema.");
    }
    long start = metadata.getData_page_offset();
    if (metadata.isSetDictionary_page_offset() && metadata.getDictionary_page_offset() > 0) {
      start = Math.min(start, metadata.getDictionary_page_offset());
    }
    long length = metadata.getTotal_compressed_size();
    if (start < MAGIC || length < 0 || start > fileSize || length > fileSize - start) {
      throw Damage.of(file, "A column's place lies outside the file.");
    }
    if (metadata.getNum_values() < 0
        || (leaf.getMaxRepetitionLevel() == 0 && metadata.getNum_values() != rows)) {
      throw Damage.of(file, "A column's number of values is wrong.");
    }
    return new Chunk(
        file,
        leaf,
        metadata,
        new ByteRange(start, length),
        index(
            chunk.getOffset_index_offset(),
            chunk.isSetOffset_index_offset() ? chunk.getOffset_index_length() : 0,
            fileSize),
        index(
            chunk.getColumn_index_offset(),
            chunk.isSetColumn_index_offset() ? chunk.getColumn_index_length() : 0,
            fileSize),
        rows);
  }

  /** {@return the dictionary page, where the footer tells its end as well} */
  Optional<ByteRange> dictionary() {
    long end = metadata.getData_page_offset();
    return metadata.isSetDictionary_page_offset()
            && metadata.getDictionary_page_offset() == range.offset()
            && end > range.offset()
            && end < range.end()
        ? Optional.of(new ByteRange(range.offset(), end - range.offset()))
        : Optional.empty();
  }

  private static boolean sameType(Type stored, PrimitiveTypeName declared) {
    return stored == Type.BYTE_ARRAY
        ? declared == PrimitiveTypeName.BINARY
        : stored.name().equals(declared.name());
  }

  /** An index that cannot be where it is said to be is done without: it only saves bytes. */
  private static Optional<ByteRange> index(long offset, int length, long fileSize) {
    return offset >= MAGIC && length > 0 && length <= LONGEST_INDEX && offset <= fileSize - length
        ? Optional.of(new ByteRange(offset, length))
        : Optional.empty();
  }
}

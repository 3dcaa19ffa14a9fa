package org.shareexplorer.provider.delta;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * Writes one Parquet file: one row group, pages of some thousand rows with an offset index, zstd.
 *
 * <p>Values go straight into Parquet's column writers. {@code ParquetWriter} would be shorter, but
 * boxes every value and wants Hadoop's map-reduce classes.
 */
public final class DataFileWriter {

  /** A few pages of a few columns make a screenful of rows: small pages make it cheap. */
  private static final int ROWS_PER_PAGE = 8_192;

  private static final ParquetProperties PROPERTIES =
      ParquetProperties.builder()
          .withPageRowCountLimit(ROWS_PER_PAGE)
          .withMinRowCountForPageSizeCheck(ROWS_PER_PAGE / 4)
          .withAllocator(HeapByteBufferAllocator.getInstance())
          .build();

  private static final long ROW_GROUP_SIZE = 128L << 20;

  private DataFileWriter() {}

  /** Where a file's rows come from. */
  @FunctionalInterface
  public interface RowSource {
    /** Writes the next row, with one call per column. */
    void next(Row row);
  }

  /**
   * What was written.
   *
   * @param size bytes
   * @param stats the statistics as JSON text
   */
  public record Written(long size, String stats) {}

  /**
   * Writes a file that does not exist yet.
   *
   * @param columns the file's columns, partition columns not among them
   * @param rows how many rows the source is asked for
   */
  public static Written write(Path file, List<Column> columns, long rows, RowSource source)
      throws IOException {
    MessageType schema = ParquetSchema.of(columns);
    FileStatistics statistics = new FileStatistics(columns);
    @Nullable FileEncryptionProperties unencrypted = null;
    try (ParquetFileWriter out =
            new ParquetFileWriter(
                new LocalOutputFile(file),
                schema,
                ParquetFileWriter.Mode.CREATE,
                ROW_GROUP_SIZE,
                0,
                unencrypted,
                PROPERTIES);
        ColumnChunkPageWriteStore pages =
            new ColumnChunkPageWriteStore(
                new ZstdCompressor(),
                schema,
                PROPERTIES.getAllocator(),
                PROPERTIES.getColumnIndexTruncateLength());
        ColumnWriteStore columnsOut = PROPERTIES.newColumnWriteStore(schema, pages, pages)) {
      out.start();
      Row row =
          new Row(
              schema.getColumns().stream()
                  .map(columnsOut::getColumnWriter)
                  .toArray(ColumnWriter[]::new),
              statistics.leaves());
      for (long i = 0; i < rows; i++) {
        row.restart();
        source.next(row);
        columnsOut.endRecord();
      }
      row.restart();
      out.startBlock(rows);
      columnsOut.flush();
      pages.flushToFileWriter(out);
      out.endBlock();
      out.end(Map.of());
    }
    return new Written(Files.size(file), statistics.text(rows));
  }

  /** Parquet's own compressors come by way of Hadoop's; this one does not. */
  private static final class ZstdCompressor implements BytesInputCompressor {

    private static final int LEVEL = 1;

    @Override
    public BytesInput compress(BytesInput page) throws IOException {
      return BytesInput.from(Zstd.compress(page.toInputStream().readAllBytes(), LEVEL));
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {}
  }
}

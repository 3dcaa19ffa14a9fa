package org.shareexplorer.export;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.Field;

/**
 * A Parquet file: row groups of at most some 32 MB, zstd. What {@code ParquetWriter} does, without
 * the classes of Hadoop that it wants.
 */
final class ParquetRowWriter implements RowWriter {

  private static final long LARGEST_GROUP = 32L << 20;
  private static final long MOST_ROWS = 1 << 20;

  /** After so many rows at most it is looked how much is gathered. */
  private static final int MOST_UNSEEN = 1_000;

  private static final ParquetProperties PROPERTIES =
      ParquetProperties.builder().withAllocator(HeapByteBufferAllocator.getInstance()).build();

  private final List<Field> columns;
  private final MessageType schema;
  private final ParquetFileWriter out;
  private Group group;

  /** A row group that is being gathered in memory. */
  private record Group(
      ColumnChunkPageWriteStore pages, ColumnWriteStore store, RecordConsumer rows) {}

  private long rows;
  private long nextLook = 1;

  ParquetRowWriter(Path file, List<Field> columns) throws IOException {
    this.columns = columns;
    schema = ParquetTypes.schema(columns);
    @Nullable FileEncryptionProperties unencrypted = null;
    out =
        new ParquetFileWriter(
            new LocalOutputFile(file),
            schema,
            ParquetFileWriter.Mode.OVERWRITE,
            LARGEST_GROUP,
            0,
            unencrypted,
            PROPERTIES);
    out.start();
    group = group(schema);
  }

  private static Group group(MessageType schema) {
    ColumnChunkPageWriteStore pages =
        new ColumnChunkPageWriteStore(
            new ZstdCompressor(),
            schema,
            PROPERTIES.getAllocator(),
            PROPERTIES.getColumnIndexTruncateLength());
    ColumnWriteStore store = PROPERTIES.newColumnWriteStore(schema, pages, pages);
    return new Group(
        pages, store, new ColumnIOFactory().getColumnIO(schema).getRecordWriter(store));
  }

  @Override
  public void row(List<@Nullable Object> row) throws IOException {
    ParquetValue value = new ParquetValue(group.rows);
    group.rows.startMessage();
    for (int i = 0; i < row.size(); i++) {
      value.part(columns.get(i).name(), i, columns.get(i).type(), row.get(i));
    }
    group.rows.endMessage();
    rows++;
    if (rows == nextLook) {
      look();
    }
  }

  /** A thousand rows may be some kilobytes, or gigabytes: those so far tell when to look again. */
  private void look() throws IOException {
    long size = group.store.getBufferedSize();
    if (size > LARGEST_GROUP || rows >= MOST_ROWS) {
      flush();
      group = group(schema);
      nextLook = 1;
    } else {
      nextLook = rows + Math.clamp((LARGEST_GROUP - size) * rows / (2 * size + 2), 1, MOST_UNSEEN);
    }
  }

  private void flush() throws IOException {
    group.rows.flush();
    out.startBlock(rows);
    group.store.flush();
    group.pages.flushToFileWriter(out);
    out.endBlock();
    group.store.close();
    group.pages.close();
    rows = 0;
  }

  @Override
  public void end() throws IOException {
    if (rows > 0) {
      flush();
    }
    out.end(Map.of());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Parquet's own compressors come by way of Hadoop's; this one does not. */
  private static final class ZstdCompressor implements BytesInputCompressor {

    private static final int LEVEL = 3;

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

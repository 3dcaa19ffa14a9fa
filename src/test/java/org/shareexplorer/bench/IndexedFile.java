package org.shareexplorer.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;
import org.xerial.snappy.Snappy;

/** Writes files as Spark's writer does: snappy, pages of 20,000 rows, page indexes. */
public final class IndexedFile {

  private static final int ROWS_PER_GROUP = 500_000;
  private static final ParquetProperties PROPERTIES =
      ParquetProperties.builder().withAllocator(HeapByteBufferAllocator.getInstance()).build();

  private IndexedFile() {}

  /** Writes the rows of a query over stored values, see {@link #stored}. */
  public static void write(Path file, BenchColumns columns, String select, Connection database)
      throws IOException, SQLException {
    MessageType schema = schema(columns.columns());
    @Nullable FileEncryptionProperties unencrypted = null;
    try (ParquetFileWriter out =
            new ParquetFileWriter(
                new LocalOutputFile(file),
                schema,
                ParquetFileWriter.Mode.CREATE,
                128L << 20,
                0,
                unencrypted,
                PROPERTIES);
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(select)) {
      out.start();
      while (group(schema, columns.columns(), rows, out)) {}
      out.end(Map.of());
    }
  }

  private static boolean group(
      MessageType schema, List<BenchColumns.Column> columns, ResultSet rows, ParquetFileWriter out)
      throws IOException, SQLException {
    try (ColumnChunkPageWriteStore pages =
            new ColumnChunkPageWriteStore(
                new SnappyCompressor(),
                schema,
                PROPERTIES.getAllocator(),
                PROPERTIES.getColumnIndexTruncateLength());
        ColumnWriteStore store = PROPERTIES.newColumnWriteStore(schema, pages, pages)) {
      ColumnWriter[] writers =
          schema.getColumns().stream().map(store::getColumnWriter).toArray(ColumnWriter[]::new);
      int count = 0;
      while (count < ROWS_PER_GROUP && rows.next()) {
        for (int c = 0; c < writers.length; c++) {
          write(rows, c + 1, columns.get(c).type(), writers[c]);
        }
        store.endRecord();
        count++;
      }
      if (count == 0) {
        return false;
      }
      out.startBlock(count);
      store.flush();
      pages.flushToFileWriter(out);
      out.endBlock();
      return true;
    }
  }

  private static void write(ResultSet row, int column, String type, ColumnWriter to)
      throws SQLException {
    row.getObject(column);
    if (row.wasNull()) {
      to.writeNull(0, 0);
      return;
    }
    switch (type) {
      case "long", "timestamp" -> to.write(row.getLong(column), 0, 1);
      case "integer", "date" -> to.write(row.getInt(column), 0, 1);
      case "double" -> to.write(row.getDouble(column), 0, 1);
      default -> to.write(Binary.fromString(row.getString(column)), 0, 1);
    }
  }

  private static MessageType schema(List<BenchColumns.Column> columns) {
    StringBuilder text = new StringBuilder("message spark_schema {");
    for (BenchColumns.Column column : columns) {
      text.append("optional ")
          .append(
              switch (column.type()) {
                case "long" -> "int64 " + column.name();
                case "timestamp" -> "int64 " + column.name() + " (TIMESTAMP(MICROS,true))";
                case "integer" -> "int32 " + column.name();
                case "date" -> "int32 " + column.name() + " (DATE)";
                case "double" -> "double " + column.name();
                default -> "binary " + column.name() + " (STRING)";
              })
          .append(";");
    }
    return MessageTypeParser.parseMessageType(text.append("}").toString());
  }

  /** {@return SQL of the same columns, as numbers where Parquet stores numbers} */
  public static String stored(BenchColumns columns, String select) {
    StringBuilder text = new StringBuilder("SELECT ");
    for (BenchColumns.Column column : columns.columns()) {
      text.append(
          switch (column.type()) {
            case "timestamp" -> "epoch_us(" + column.name() + "), ";
            case "date" -> "CAST(" + column.name() + " - DATE '1970-01-01' AS INTEGER), ";
            default -> column.name() + ", ";
          });
    }
    return text + "FROM (" + select + ")";
  }

  /** Parquet's own compressors come by way of Hadoop's; this one does not. */
  private static final class SnappyCompressor implements BytesInputCompressor {

    @Override
    public BytesInput compress(BytesInput page) throws IOException {
      return BytesInput.from(Snappy.compress(page.toInputStream().readAllBytes()));
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.SNAPPY;
    }

    @Override
    public void release() {}
  }
}

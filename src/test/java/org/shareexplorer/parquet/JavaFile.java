package org.shareexplorer.parquet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.GroupWriter;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values.Bytes;
import org.shareexplorer.table.Values.StructValue;

/** A file that parquet-java writes with encodings drawn by lot, and reads whole by itself. */
final class JavaFile {

  private final Path path;

  JavaFile(Path path) {
    this.path = path;
  }

  /**
   * Writes rows of {@link RandomFile}'s schema.
   *
   * @param style its encodings do not count
   * @param groupRows rows of each row group
   */
  void write(List<Group> rows, RandomFile.Style style, int groupRows, Random encodings)
      throws IOException {
    ParquetProperties properties =
        ParquetProperties.builder()
            .withWriterVersion(style.version())
            .withPageSize(style.pageBytes())
            .withPageRowCountLimit(style.pageRows())
            .withMinRowCountForPageSizeCheck(1)
            .withAllocator(HeapByteBufferAllocator.getInstance())
            .withValuesWriterFactory(new DrawnEncodings(encodings))
            .build();
    try (ParquetFileWriter file =
        new ParquetFileWriter(
            new LocalOutputFile(path),
            RandomFile.SCHEMA,
            ParquetFileWriter.Mode.CREATE,
            1 << 30,
            0,
            null,
            properties)) {
      file.start();
      for (int at = 0; at < rows.size(); at += groupRows) {
        group(file, rows.subList(at, Math.min(rows.size(), at + groupRows)), style, properties);
      }
      file.end(Map.of());
    }
  }

  private static void group(
      ParquetFileWriter file,
      List<Group> rows,
      RandomFile.Style style,
      ParquetProperties properties)
      throws IOException {
    try (ColumnChunkPageWriteStore pages =
            ColumnChunkPageWriteStore.builder()
                .withSchema(RandomFile.SCHEMA)
                .withCompressorProvider(_ -> new PlainCodecs().getCompressor(style.codec()))
                .withAllocator(HeapByteBufferAllocator.getInstance())
                .withPageWriteChecksumEnabled(true)
                .build();
        ColumnWriteStore columns = properties.newColumnWriteStore(RandomFile.SCHEMA, pages)) {
      MessageColumnIO io = new ColumnIOFactory().getColumnIO(RandomFile.SCHEMA);
      RecordConsumer consumer = io.getRecordWriter(columns);
      GroupWriter writer = new GroupWriter(consumer, RandomFile.SCHEMA);
      rows.forEach(writer::write);
      consumer.flush();
      columns.flush();
      file.startBlock(rows.size());
      pages.flushToFileWriter(file);
      file.endBlock();
    }
  }

  /** {@return all rows, as parquet-java's own reader has them, as values of a table's fields} */
  List<List<@Nullable Object>> rows(List<Field> fields) throws IOException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    ParquetReadOptions options =
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new PlainCodecs())
            .usePageChecksumVerification()
            .build();
    try (ParquetFileReader file = ParquetFileReader.open(new LocalInputFile(path), options)) {
      MessageType schema = file.getFileMetaData().getSchema();
      PageReadStore pages = file.readNextRowGroup();
      while (pages != null) {
        RecordReader<Group> records =
            new ColumnIOFactory(file.getFileMetaData().getCreatedBy())
                .getColumnIO(schema)
                .getRecordReader(pages, new GroupRecordConverter(schema));
        for (long i = 0; i < pages.getRowCount(); i++) {
          Group record = records.read();
          List<@Nullable Object> row = new ArrayList<>();
          for (int column = 0; column < fields.size(); column++) {
            row.add(part(record, column, fields.get(column).type()));
          }
          rows.add(row);
        }
        pages = file.readNextRowGroup();
      }
    }
    return rows;
  }

  private static @Nullable Object part(Group group, int place, DataType type) {
    Type file = group.getType().getType(place);
    int count = group.getFieldRepetitionCount(place);
    if (file.isRepetition(Type.Repetition.REPEATED)) {
      List<@Nullable Object> list = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        list.add(value(group, place, i, ((DataType.Array) type).element()));
      }
      return list;
    }
    return count == 0 ? null : value(group, place, 0, type);
  }

  private static Object value(Group group, int place, int index, DataType type) {
    Type file = group.getType().getType(place);
    if (file.isPrimitive()) {
      return simple(group, place, index, file.asPrimitiveType(), type);
    }
    Group inner = group.getGroup(place, index);
    return switch (type) {
      case DataType.Struct struct -> {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        for (int i = 0; i < struct.fields().size(); i++) {
          parts.put(struct.fields().get(i).name(), part(inner, i, struct.fields().get(i).type()));
        }
        yield new StructValue(parts);
      }
      case DataType.MapOf map -> {
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < inner.getFieldRepetitionCount(0); i++) {
          Group entry = inner.getGroup(0, i);
          entries.put(part(entry, 0, map.key()), part(entry, 1, map.value()));
        }
        yield entries;
      }
      case DataType.Array array -> list(inner, array.element());
      default -> throw new IllegalArgumentException(type.text());
    };
  }

  /** A repeated value is an element; a repeated group of one part is around one. */
  private static List<@Nullable Object> list(Group inner, DataType element) {
    GroupType type = inner.getType();
    List<@Nullable Object> list = new ArrayList<>();
    for (int i = 0; i < inner.getFieldRepetitionCount(0); i++) {
      list.add(
          type.getType(0).isPrimitive()
              ? value(inner, 0, i, element)
              : part(inner.getGroup(0, i), 0, element));
    }
    return list;
  }

  private static Object simple(
      Group group, int place, int index, PrimitiveType file, DataType type) {
    LogicalTypeAnnotation logical = file.getLogicalTypeAnnotation();
    return switch (file.getPrimitiveTypeName()) {
      case BOOLEAN -> group.getBoolean(place, index);
      case FLOAT -> group.getFloat(place, index);
      case DOUBLE -> group.getDouble(place, index);
      case INT96 -> int96(group.getInt96(place, index).getBytes());
      case INT32 -> {
        int number = group.getInteger(place, index);
        yield switch (type) {
          case DataType.Decimal decimal -> BigDecimal.valueOf(number, decimal.scale());
          case Simple simple when simple == Simple.DATE -> LocalDate.ofEpochDay(number);
          case Simple simple when simple == Simple.LONG ->
              file.getName().equals("unsigned") ? number & 0xFFFF_FFFFL : (long) number;
          default -> number;
        };
      }
      case INT64 -> {
        long number = group.getLong(place, index);
        yield switch (logical) {
          case DecimalLogicalTypeAnnotation decimal ->
              BigDecimal.valueOf(number, decimal.getScale());
          case TimestampLogicalTypeAnnotation time -> time(number, time);
          case null, default -> number;
        };
      }
      case BINARY, FIXED_LEN_BYTE_ARRAY -> {
        byte[] bytes = group.getBinary(place, index).getBytes();
        yield switch (type) {
          case DataType.Decimal decimal -> new BigDecimal(new BigInteger(bytes), decimal.scale());
          case Simple simple when simple == Simple.STRING -> group.getString(place, index);
          default -> new Bytes(bytes);
        };
      }
    };
  }

  /** Finer than microseconds is not told in tables. */
  private static Object time(long number, TimestampLogicalTypeAnnotation type) {
    ChronoUnit unit =
        switch (type.getUnit()) {
          case MILLIS -> ChronoUnit.MILLIS;
          case MICROS -> ChronoUnit.MICROS;
          case NANOS -> ChronoUnit.NANOS;
        };
    Instant at = Instant.EPOCH.plus(number, unit).truncatedTo(ChronoUnit.MICROS);
    return type.isAdjustedToUTC() ? at : LocalDateTime.ofInstant(at, ZoneOffset.UTC);
  }

  private static Instant int96(byte[] bytes) {
    ByteBuffer parts = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long nanos = parts.getLong();
    return Instant.EPOCH
        .plus(parts.getInt() - 2_440_588L, ChronoUnit.DAYS)
        .plusNanos(nanos)
        .truncatedTo(ChronoUnit.MICROS);
  }
}

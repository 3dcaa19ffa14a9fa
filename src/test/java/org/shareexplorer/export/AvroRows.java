package org.shareexplorer.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.avro.AvroParquetReader;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.io.LocalInputFile;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.parquet.PlainCodecs;

/** A Parquet file as parquet-avro reads it: its cells as text, structs field by field. */
final class AvroRows {

  private static final ObjectMapper JSON = new ObjectMapper();

  private AvroRows() {}

  /** {@return the cells of all rows, in the order of the file} */
  static List<List<@Nullable String>> of(Path file) throws IOException {
    PlainParquetConfiguration standardLists = new PlainParquetConfiguration();
    standardLists.setBoolean("parquet.avro.add-list-element-records", false);
    List<List<@Nullable String>> rows = new ArrayList<>();
    try (ParquetReader<GenericRecord> reader =
        AvroParquetReader.<GenericRecord>builder(new LocalInputFile(file), standardLists)
            .withDataModel(GenericData.get())
            .withCodecFactory(new PlainCodecs())
            .build()) {
      for (GenericRecord row = reader.read(); row != null; row = reader.read()) {
        List<@Nullable String> cells = new ArrayList<>();
        add(row, cells);
        rows.add(cells);
      }
    }
    return rows;
  }

  private static void add(GenericRecord record, List<@Nullable String> cells) {
    for (Schema.Field field : record.getSchema().getFields()) {
      Schema schema = present(field.schema());
      Object value = record.get(field.pos());
      if (schema.getType() != Schema.Type.RECORD) {
        cells.add(text(value, schema));
      } else if (value instanceof GenericRecord struct) {
        add(struct, cells);
      } else {
        schema.getFields().forEach(absent -> cells.add(null));
      }
    }
  }

  private static Schema present(Schema schema) {
    return schema.getType() != Schema.Type.UNION
        ? schema
        : schema.getTypes().stream()
            .filter(each -> each.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow();
  }

  private static @Nullable String text(@Nullable Object value, Schema schema) {
    return switch (value) {
      case null -> null;
      case GenericFixed fixed -> decimal(fixed.bytes(), schema);
      case ByteBuffer buffer -> {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        yield schema.getLogicalType() == null
            ? HexFormat.of().withUpperCase().formatHex(bytes)
            : decimal(bytes, schema);
      }
      case List<?> list ->
          json(list.stream().map(item -> item == null ? null : item.toString()).toList());
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        map.forEach((key, item) -> named.put(key.toString(), item));
        yield json(named);
      }
      default -> value.toString();
    };
  }

  private static String decimal(byte[] unscaled, Schema schema) {
    return new BigDecimal(
            new BigInteger(unscaled), ((LogicalTypes.Decimal) schema.getLogicalType()).getScale())
        .toPlainString();
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

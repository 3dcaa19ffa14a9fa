package org.shareexplorer.engine;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values.Bytes;
import org.shareexplorer.table.Values.StructValue;

/** What Spark says is in a table: rows as JSON, made into the values that the engine has. */
final class TrueRows {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private TrueRows() {}

  /** The rows of a file of JSON lines, in the file's order. */
  static List<List<@Nullable Object>> of(Path file, List<Field> fields) throws IOException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode json = MAPPER.readTree(line);
      List<@Nullable Object> row = new ArrayList<>();
      for (Field field : fields) {
        row.add(value(json.path(field.name()), field.type()));
      }
      rows.add(row);
    }
    return rows;
  }

  private static @Nullable Object value(JsonNode json, DataType type) {
    if (json.isNull() || json.isMissingNode()) {
      return null;
    }
    return switch (type) {
      case DataType.Decimal(int _, int scale) -> json.decimalValue().setScale(scale);
      case DataType.Struct struct -> {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        struct.fields().forEach(f -> fields.put(f.name(), value(json.path(f.name()), f.type())));
        yield new StructValue(fields);
      }
      case DataType.Array array -> {
        List<@Nullable Object> elements = new ArrayList<>();
        json.forEach(element -> elements.add(value(element, array.element())));
        yield elements;
      }
      case DataType.MapOf map -> {
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        json.properties()
            .forEach(e ->
                entries.put(
                    value(JsonNodeFactory.instance.textNode(e.getKey()), map.key()),
                    value(e.getValue(), map.value())));
        yield entries;
      }
      case Simple simple ->
          switch (simple) {
            case BOOLEAN -> json.booleanValue();
            case BYTE, SHORT, INTEGER -> Integer.valueOf(json.asText());
            case LONG -> Long.valueOf(json.asText());
            case FLOAT -> positive(Float.parseFloat(json.asText()));
            case DOUBLE -> positive(Double.parseDouble(json.asText()));
            case BINARY -> new Bytes(Base64.getDecoder().decode(json.textValue()));
            case DATE -> LocalDate.parse(json.textValue());
            case TIMESTAMP -> Instant.parse(json.textValue());
            default -> json.textValue();
          };
      case DataType.Unknown _ -> throw new IllegalArgumentException(type.text());
    };
  }

  /** A value of the engine, without what Spark's JSON does not carry. */
  static @Nullable Object carried(@Nullable Object value) {
    return switch (value) {
      case Float number -> positive(number);
      case Double number -> positive(number);
      case Instant at -> at.truncatedTo(ChronoUnit.MILLIS);
      case null, default -> value;
    };
  }

  private static float positive(float number) {
    return number == 0 ? 0 : number;
  }

  private static double positive(double number) {
    return number == 0 ? 0 : number;
  }
}

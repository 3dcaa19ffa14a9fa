package org.shareexplorer.conformance;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values.Bytes;
import org.shareexplorer.table.Values.StructValue;
import org.shareexplorer.table.Values.Undecodable;
import org.shareexplorer.table.Values.Variant;

/**
 * What an independent engine says is in a table.
 *
 * @param columns names, in the table's order
 * @param rows cells as JSON, a question mark for what cannot be read, in the form that {@link
 *     #cell} makes of the client's values
 * @param figures by column: nulls and, for types that have an order, distinct, min, max
 */
record TrueTable(List<String> columns, List<JsonNode> rows, JsonNode figures) {

  private static final JsonMapper MAPPER = new JsonMapper();

  /** Numbers that JSON has no form for. */
  private static final Set<String> NO_NUMBERS = Set.of("NaN", "Infinity", "-Infinity");

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  static TrueTable of(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> columns = new ArrayList<>();
    MAPPER.readTree(lines.getFirst()).path("columns").forEach(c -> columns.add(c.textValue()));
    List<JsonNode> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size() - 1)) {
      rows.add(MAPPER.readTree(line));
    }
    return new TrueTable(columns, rows, MAPPER.readTree(lines.getLast()).path("figures"));
  }

  /** {@return one of the client's rows} */
  static ArrayNode row(List<? extends @Nullable Object> values, List<Field> fields) {
    ArrayNode row = NODES.arrayNode();
    for (int i = 0; i < values.size(); i++) {
      row.add(cell(values.get(i), fields.get(i).type()));
    }
    return row;
  }

  /** {@return one of the client's values} */
  static JsonNode cell(@Nullable Object value, DataType type) {
    return switch (value) {
      case null -> NODES.nullNode();
      case Undecodable _ -> NODES.textNode("?");
      case StructValue struct when type instanceof DataType.Struct of -> {
        ObjectNode node = NODES.objectNode();
        of.fields().forEach(f -> node.set(f.name(), cell(struct.fields().get(f.name()), f.type())));
        yield node;
      }
      case List<?> list when type instanceof DataType.Array of -> {
        ArrayNode node = NODES.arrayNode();
        list.forEach(element -> node.add(cell(element, of.element())));
        yield node;
      }
      case Map<?, ?> map when type instanceof DataType.MapOf of -> {
        ArrayNode entries = NODES.arrayNode();
        map.forEach((key, item) ->
            entries.add(NODES.arrayNode().add(cell(key, of.key())).add(cell(item, of.value()))));
        yield NODES.objectNode().set("map", entries);
      }
      case Variant variant -> NODES.objectNode().set("variant", variant(CellText.plain(variant)));
      default -> NODES.textNode(text(value));
    };
  }

  private static String text(Object value) {
    return switch (value) {
      case BigDecimal number -> number.toPlainString();
      case Bytes bytes -> HexFormat.of().withUpperCase().formatHex(bytes.bytes());
      case Instant at -> time(at.atOffset(ZoneOffset.UTC).toLocalDateTime()) + "Z";
      case LocalDateTime at -> time(at);
      default -> value.toString();
    };
  }

  private static String time(LocalDateTime at) {
    String text = at.toString();
    return (text.length() == at.toLocalDate().toString().length() + 6 ? text + ":00" : text)
        .replaceFirst("(\\.\\d*?)0+$", "$1");
  }

  /** Numbers as the texts that they are: JSON itself does not tell 1.0 from 1. */
  private static JsonNode variant(String json) {
    try (JsonParser parser = MAPPER.createParser(json)) {
      parser.nextToken();
      return marked(parser);
    } catch (IOException e) {
      return NODES.textNode("no JSON: " + json);
    }
  }

  private static JsonNode marked(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          object.set(name, marked(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(marked(parser));
        }
        yield array;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NODES.textNode("number " + parser.getText());
      case VALUE_STRING ->
          NODES.textNode(
              (NO_NUMBERS.contains(parser.getText()) ? "number " : "text ") + parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
      default -> NODES.nullNode();
    };
  }
}

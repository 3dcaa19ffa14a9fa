package org.shareexplorer.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** A table's columns as JSON, in Delta's own form, to be copied. */
public final class SchemaText {

  private static final JsonMapper MAPPER = new JsonMapper();

  private SchemaText() {}

  /** {@return the columns as a JSON text of several lines} */
  public static String json(List<Field> fields) {
    return struct(fields).toPrettyString();
  }

  private static ObjectNode struct(List<Field> fields) {
    ObjectNode node = MAPPER.createObjectNode().put("type", "struct");
    ArrayNode list = node.putArray("fields");
    for (Field field : fields) {
      ObjectNode item = list.addObject().put("name", field.name());
      item.set("type", type(field.type()));
      item.put("nullable", field.nullable());
      ObjectNode metadata = item.putObject("metadata");
      field.metadata().forEach(metadata::put);
    }
    return node;
  }

  private static JsonNode type(DataType type) {
    return switch (type) {
      case DataType.Struct struct -> struct(struct.fields());
      case DataType.Array array -> {
        ObjectNode node = MAPPER.createObjectNode().put("type", "array");
        node.set("elementType", type(array.element()));
        yield node.put("containsNull", array.containsNull());
      }
      case DataType.MapOf map -> {
        ObjectNode node = MAPPER.createObjectNode().put("type", "map");
        node.set("keyType", type(map.key()));
        node.set("valueType", type(map.value()));
        yield node.put("valueContainsNull", map.valueContainsNull());
      }
      case DataType.Simple simple -> TextNode.valueOf(name(simple));
      case DataType.Decimal decimal -> TextNode.valueOf(decimal.text());
      case DataType.Unknown unknown -> TextNode.valueOf(unknown.text());
    };
  }

  /** Delta's names, which differ from SQL's for whole numbers. */
  private static String name(DataType.Simple type) {
    return switch (type) {
      case BYTE -> "byte";
      case SHORT -> "short";
      case INTEGER -> "integer";
      case LONG -> "long";
      default -> type.text();
    };
  }
}

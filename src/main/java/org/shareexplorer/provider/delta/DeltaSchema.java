package org.shareexplorer.provider.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** The {@code schemaString} of a table's metadata. */
final class DeltaSchema {

  private DeltaSchema() {}

  /** {@return the schema as JSON text} */
  static String text(List<Column> columns) {
    return struct(columns).toString();
  }

  private static ObjectNode struct(List<Column> columns) {
    ObjectNode struct = Json.object().put("type", "struct");
    ArrayNode fields = struct.putArray("fields");
    for (Column column : columns) {
      ObjectNode field = fields.addObject().put("name", column.name());
      field.set("type", type(column.type()));
      ObjectNode metadata = field.put("nullable", true).putObject("metadata");
      if (!column.comment().isEmpty()) {
        metadata.put("comment", column.comment());
      }
    }
    return struct;
  }

  private static JsonNode type(ColumnType type) {
    return switch (type) {
      case ColumnType.Simple simple -> TextNode.valueOf(simple.deltaName());
      case ColumnType.Decimal decimal ->
          TextNode.valueOf("decimal(" + decimal.precision() + "," + decimal.scale() + ")");
      case ColumnType.Struct struct -> struct(struct.parts());
      case ColumnType.StringArray _ ->
          Json.object().put("type", "array").put("elementType", "string").put("containsNull", true);
      case ColumnType.StringMap _ ->
          Json.object()
              .put("type", "map")
              .put("keyType", "string")
              .put("valueType", "string")
              .put("valueContainsNull", true);
    };
  }
}

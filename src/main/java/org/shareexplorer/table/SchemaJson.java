package org.shareexplorer.table;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** Reads the columns of a table (Delta protocol, "Schema Serialization Format"). */
public final class SchemaJson {

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern DECIMAL =
      Pattern.compile("decimal\\(\\s*(\\d{1,2})\\s*,\\s*(\\d{1,2})\\s*\\)");

  /** Deeper than any schema of people; the parser of the JSON bounds it too. */
  private static final int DEEPEST = 100;

  private final ColumnMapping mapping;

  private SchemaJson(ColumnMapping mapping) {
    this.mapping = mapping;
  }

  /**
   * {@return the columns of a table whose files call them by the same names}
   *
   * @throws ProblemException with code {@code SERVER_ANSWER} if it is not a schema
   */
  public static List<Field> parse(String schemaString) {
    return parse(schemaString, ColumnMapping.NONE);
  }

  /**
   * {@return the columns}
   *
   * @param schemaString the schema as the table's metadata has it
   * @throws ProblemException with code {@code SERVER_ANSWER} if it is not a schema
   */
  static List<Field> parse(String schemaString, ColumnMapping mapping) {
    JsonNode root;
    try {
      root = MAPPER.readTree(schemaString);
    } catch (JacksonException e) {
      throw problem("It is not JSON.");
    }
    if (!root.path("fields").isArray()) {
      throw problem("It has no fields.");
    }
    return new SchemaJson(mapping).fields(root, 0);
  }

  private List<Field> fields(JsonNode struct, int depth) {
    List<Field> fields = new ArrayList<>();
    for (JsonNode node : struct.path("fields")) {
      if (!node.path("name").isTextual()) {
        throw problem("A field has no name.");
      }
      String name = node.path("name").textValue();
      Map<String, String> metadata = metadata(node.path("metadata"));
      fields.add(
          new Field(
              name,
              type(node.path("type"), depth + 1),
              node.path("nullable").asBoolean(true),
              metadata,
              mapping
                  .stored(name, metadata)
                  .orElseThrow(() -> problem("The field " + name + " has no name in files."))));
    }
    return List.copyOf(fields);
  }

  private DataType type(JsonNode node, int depth) {
    if (depth > DEEPEST) {
      throw problem("It is nested too deeply.");
    }
    if (node.isTextual()) {
      return simple(node.textValue());
    }
    return switch (node.path("type").asText()) {
      case "struct" -> new DataType.Struct(fields(node, depth));
      case "array" ->
          new DataType.Array(
              type(node.path("elementType"), depth + 1), node.path("containsNull").asBoolean(true));
      case "map" ->
          new DataType.MapOf(
              type(node.path("keyType"), depth + 1),
              type(node.path("valueType"), depth + 1),
              node.path("valueContainsNull").asBoolean(true));
      default -> new DataType.Unknown(shortened(node.toString()));
    };
  }

  /** Some servers write SQL's names in place of Delta's. */
  private static DataType simple(String name) {
    return switch (name) {
      case "boolean" -> DataType.Simple.BOOLEAN;
      case "byte", "tinyint" -> DataType.Simple.BYTE;
      case "short", "smallint" -> DataType.Simple.SHORT;
      case "integer", "int" -> DataType.Simple.INTEGER;
      case "long", "bigint" -> DataType.Simple.LONG;
      case "float", "real" -> DataType.Simple.FLOAT;
      case "double" -> DataType.Simple.DOUBLE;
      case "string" -> DataType.Simple.STRING;
      case "binary" -> DataType.Simple.BINARY;
      case "date" -> DataType.Simple.DATE;
      case "timestamp" -> DataType.Simple.TIMESTAMP;
      case "timestamp_ntz" -> DataType.Simple.TIMESTAMP_NTZ;
      case "variant" -> DataType.Simple.VARIANT;
      case "void", "null" -> DataType.Simple.VOID;
      case "decimal" -> new DataType.Decimal(10, 0);
      default -> parameterised(name);
    };
  }

  private static DataType parameterised(String name) {
    if (name.matches("(char|varchar)\\(\\s*\\d+\\s*\\)") || name.startsWith("string collate ")) {
      return DataType.Simple.STRING;
    }
    Matcher decimal = DECIMAL.matcher(name);
    if (decimal.matches()) {
      int precision = Integer.parseInt(decimal.group(1));
      int scale = Integer.parseInt(decimal.group(2));
      if (precision >= 1 && precision <= 38 && scale <= precision) {
        return new DataType.Decimal(precision, scale);
      }
    }
    return new DataType.Unknown(shortened(name));
  }

  private static Map<String, String> metadata(JsonNode node) {
    Map<String, String> metadata = new LinkedHashMap<>();
    node.properties()
        .forEach(entry -> {
          JsonNode value = entry.getValue();
          metadata.put(entry.getKey(), value.isValueNode() ? value.asText() : value.toString());
        });
    return Collections.unmodifiableMap(metadata);
  }

  private static String shortened(String text) {
    return text.isBlank() ? "?" : text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }

  private static ProblemException problem(String why) {
    return new Problem(
            ProblemCode.SERVER_ANSWER,
            "The table's columns could not be read.",
            "The schema that the server sends cannot be understood: " + why,
            "Tell the provider.")
        .asException();
  }
}

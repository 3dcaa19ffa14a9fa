import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VariantType;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.unsafe.types.VariantVal;

/**
 * What Spark says is in a table. One line names the columns, one line a row follows, and a last
 * line has each column's figures. Scalars are texts that keep every digit; structs are objects,
 * arrays are arrays, maps are {"map": [[key, value], ...]}, variants {"variant": their JSON}.
 */
final class Truth {
  static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Truth() {}

  static void write(Dataset<Row> table, Path file) throws Exception {
    StructType schema = table.schema();
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      ArrayNode names = NODES.arrayNode();
      for (StructField field : schema.fields()) names.add(field.name());
      line(out, NODES.objectNode().set("columns", names));
      List<String> rows = new ArrayList<>();
      for (Row row : table.collectAsList()) {
        ArrayNode cells = NODES.arrayNode();
        for (int i = 0; i < schema.length(); i++)
          cells.add(cell(row.get(i), schema.apply(i).dataType()));
        rows.add(MAPPER.writeValueAsString(cells));
      }
      for (String row : rows) out.write(row + "\n");
      line(out, NODES.objectNode().set("figures", figures(table, schema)));
    }
  }

  private static void line(BufferedWriter out, JsonNode node) throws Exception {
    out.write(MAPPER.writeValueAsString(node) + "\n");
  }

  /**
   * Nulls of all columns; what is distinct, least and greatest only of those that have an order.
   */
  private static ObjectNode figures(Dataset<Row> table, StructType schema) {
    List<String> wanted = new ArrayList<>();
    for (StructField field : schema.fields()) {
      String c = "`" + field.name().replace("`", "``") + "`";
      DataType type = field.dataType();
      wanted.add("count_if(" + c + " IS NULL)");
      if (ordered(type)) {
        boolean floating = type instanceof FloatType || type instanceof DoubleType;
        String finite =
            floating
                ? "IF(NOT isnan("
                    + c
                    + ") AND abs("
                    + c
                    + ") < double('Infinity'), "
                    + c
                    + ", NULL)"
                : c;
        wanted.add("count(DISTINCT " + finite + ")");
        wanted.add("min(" + finite + ")");
        wanted.add("max(" + finite + ")");
      }
    }
    Row row = table.selectExpr(wanted.toArray(String[]::new)).first();
    ObjectNode figures = NODES.objectNode();
    int at = 0;
    for (StructField field : schema.fields()) {
      ObjectNode node = figures.putObject(field.name());
      node.put("nulls", row.getLong(at++));
      if (ordered(field.dataType())) {
        node.put("distinct", row.getLong(at++));
        JsonNode min = cell(row.get(at++), field.dataType());
        JsonNode max = cell(row.get(at++), field.dataType());
        if (!(field.dataType() instanceof BinaryType)) {
          node.set("min", min);
          node.set("max", max);
        }
      }
    }
    return figures;
  }

  private static boolean ordered(DataType type) {
    return !(type instanceof StructType
        || type instanceof ArrayType
        || type instanceof MapType
        || type instanceof VariantType
        || type instanceof NullType
        || type.typeName().startsWith("geo"));
  }

  static JsonNode cell(Object value, DataType type) {
    if (value == null) return NODES.nullNode();
    if (type instanceof StructType struct) {
      ObjectNode node = NODES.objectNode();
      Row row = (Row) value;
      for (int i = 0; i < struct.length(); i++)
        node.set(struct.apply(i).name(), cell(row.get(i), struct.apply(i).dataType()));
      return node;
    }
    if (type instanceof ArrayType array) {
      ArrayNode node = NODES.arrayNode();
      for (Object element :
          scala.jdk.javaapi.CollectionConverters.asJava((scala.collection.Seq<?>) value))
        node.add(cell(element, array.elementType()));
      return node;
    }
    if (type instanceof MapType map) {
      ArrayNode entries = NODES.arrayNode();
      for (Map.Entry<?, ?> e :
          scala.jdk.javaapi.CollectionConverters.asJava((scala.collection.Map<?, ?>) value)
              .entrySet()) {
        entries.add(
            NODES
                .arrayNode()
                .add(cell(e.getKey(), map.keyType()))
                .add(cell(e.getValue(), map.valueType())));
      }
      return NODES.objectNode().set("map", entries);
    }
    if (type instanceof VariantType) {
      VariantVal variant = (VariantVal) value;
      return NODES
          .objectNode()
          .set("variant", variant(new Variant(variant.getValue(), variant.getMetadata())));
    }
    return NODES.textNode(text(value));
  }

  static String text(Object value) {
    if (value instanceof BigDecimal d) return d.toPlainString();
    if (value instanceof byte[] b) return HexFormat.of().withUpperCase().formatHex(b);
    if (value instanceof Instant t)
      return time(LocalDateTime.ofInstant(t, java.time.ZoneOffset.UTC)) + "Z";
    if (value instanceof LocalDateTime t) return time(t);
    if (value instanceof java.sql.Timestamp || value instanceof java.sql.Date)
      throw new IllegalStateException("java8API");
    return value.toString();
  }

  /** Seconds always, fractions without zeros at their end. */
  private static String time(LocalDateTime t) {
    String date = t.toLocalDate().toString();
    String s = String.format("%sT%02d:%02d:%02d", date, t.getHour(), t.getMinute(), t.getSecond());
    if (t.getNano() == 0) return s;
    return s + "." + String.format("%09d", t.getNano()).replaceAll("0+$", "");
  }

  /** By the kinds of a variant's values, so that nothing is lost in Spark's own JSON. */
  private static JsonNode variant(Variant v) {
    switch (v.getType()) {
      case OBJECT:
        {
          ObjectNode node = NODES.objectNode();
          for (int i = 0; i < v.objectSize(); i++) {
            Variant.ObjectField f = v.getFieldAtIndex(i);
            node.set(f.key, variant(f.value));
          }
          return node;
        }
      case ARRAY:
        {
          ArrayNode node = NODES.arrayNode();
          for (int i = 0; i < v.arraySize(); i++) node.add(variant(v.getElementAtIndex(i)));
          return node;
        }
      case NULL:
        return NODES.nullNode();
      case BOOLEAN:
        return NODES.booleanNode(v.getBoolean());
      case LONG:
        return NODES.textNode("number " + v.getLong());
      case DOUBLE:
        return NODES.textNode("number " + v.getDouble());
      case FLOAT:
        return NODES.textNode("number " + v.getFloat());
      case DECIMAL:
        return NODES.textNode("number " + v.getDecimal().toPlainString());
      case STRING:
        return NODES.textNode("text " + v.getString());
      case DATE:
        return NODES.textNode("text " + LocalDate.ofEpochDay(v.getLong()));
      case TIMESTAMP:
        return NODES.textNode("text " + text(micros(v.getLong())));
      case TIMESTAMP_NTZ:
        return NODES.textNode(
            "text " + text(LocalDateTime.ofInstant(micros(v.getLong()), java.time.ZoneOffset.UTC)));
      case BINARY:
        return NODES.textNode("text " + text(v.getBinary()));
      case UUID:
        return NODES.textNode("text " + v.getUuid());
      default:
        throw new IllegalStateException(v.getType().toString());
    }
  }

  private static Instant micros(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
  }
}

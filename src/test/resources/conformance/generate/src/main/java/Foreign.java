import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files that neither Spark nor Delta wrote, made into a table by a log of their own; what they hold
 * is what was put in.
 */
final class Foreign {
  private final List<String> names = new ArrayList<>();
  private final ArrayNode fields = Truth.MAPPER.createArrayNode();
  private final List<ArrayNode> rows = new ArrayList<>();
  private final List<String> files = new ArrayList<>();

  /** Adds a column; the type is Delta's, as JSON. */
  Foreign column(String name, String type) throws Exception {
    names.add(name);
    ObjectNode field = fields.addObject().put("name", name);
    field.set("type", Truth.MAPPER.readTree(type.startsWith("{") ? type : "\"" + type + "\""));
    field.put("nullable", true).putObject("metadata");
    return this;
  }

  Foreign file(String name) {
    files.add(name);
    return this;
  }

  /** Adds a row as JSON, in the form of {@link Truth}. */
  Foreign row(String cells) throws Exception {
    rows.add((ArrayNode) Truth.MAPPER.readTree(cells));
    return this;
  }

  void write(Path root, String name) throws Exception {
    Path table = root.resolve("tables").resolve(name);
    Files.createDirectories(table.resolve("_delta_log"));
    ObjectNode schema = Truth.MAPPER.createObjectNode().put("type", "struct");
    schema.set("fields", fields);
    try (BufferedWriter log =
        Files.newBufferedWriter(table.resolve("_delta_log/00000000000000000000.json"))) {
      log.write("{\"protocol\":{\"minReaderVersion\":1,\"minWriterVersion\":2}}\n");
      ObjectNode metaData = Truth.MAPPER.createObjectNode();
      metaData
          .putObject("metaData")
          .put("id", "00000000-0000-0000-0000-000000000000")
          .put("schemaString", schema.toString())
          .put("createdTime", 0);
      ((ObjectNode) metaData.get("metaData")).putArray("partitionColumns");
      ((ObjectNode) metaData.get("metaData")).putObject("configuration");
      ((ObjectNode) metaData.get("metaData"))
          .putObject("format")
          .put("provider", "parquet")
          .putObject("options");
      log.write(metaData + "\n");
      for (String file : files) {
        ObjectNode add = Truth.MAPPER.createObjectNode();
        add.putObject("add")
            .put("path", file)
            .put("size", Files.size(table.resolve(file)))
            .put("modificationTime", 0)
            .put("dataChange", true)
            .putObject("partitionValues");
        log.write(add + "\n");
      }
    }
    try (BufferedWriter truth =
        Files.newBufferedWriter(root.resolve("truth").resolve(name + ".jsonl"))) {
      truth.write(
          Truth.MAPPER.writeValueAsString(
                  Truth.MAPPER.createObjectNode().set("columns", Truth.MAPPER.valueToTree(names)))
              + "\n");
      for (ArrayNode row : rows) truth.write(Truth.MAPPER.writeValueAsString(row) + "\n");
      ObjectNode figures = Truth.MAPPER.createObjectNode();
      for (int i = 0; i < names.size(); i++) {
        int nulls = 0;
        for (ArrayNode row : rows) nulls += row.get(i).isNull() ? 1 : 0;
        figures.putObject(names.get(i)).put("nulls", nulls);
      }
      truth.write(
          Truth.MAPPER.writeValueAsString(Truth.MAPPER.createObjectNode().set("figures", figures))
              + "\n");
    }
    Generate.tidy(table);
  }
}

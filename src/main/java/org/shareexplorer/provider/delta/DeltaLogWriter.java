package org.shareexplorer.provider.delta;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.shareexplorer.provider.delta.DataFileWriter.Written;

/** Writes a table's {@code _delta_log}, one JSON file per version, as Spark does. */
public final class DeltaLogWriter {

  private DeltaLogWriter() {}

  /**
   * Writes all versions.
   *
   * @param root the folder below which the table's folder is
   * @param written what was written of a part
   */
  public static void write(Path root, TablePlan table, Function<TablePlan.Part, Written> written)
      throws IOException {
    Path log = Files.createDirectories(root.resolve(table.folder()).resolve("_delta_log"));
    Map<String, TablePlan.Part> parts = new HashMap<>();
    for (int version = 0; version < table.commits().size(); version++) {
      TablePlan.Commit commit = table.commits().get(version);
      List<ObjectNode> actions = new ArrayList<>();
      actions.add(commitInfo(commit, version));
      if (version == 0) {
        ObjectNode protocol = Json.object();
        protocol
            .putObject("protocol")
            .put("minReaderVersion", 1)
            .put("minWriterVersion", table.changeFeed() ? 4 : 2);
        actions.add(protocol);
        actions.add(metaData(table, commit));
      }
      for (TablePlan.Part part : commit.added()) {
        parts.put(part.name(), part);
        actions.add(add(part, written.apply(part), commit));
      }
      for (String name : commit.removed()) {
        TablePlan.Part part = find(parts, name);
        actions.add(remove(part, written.apply(part), commit));
      }
      for (TablePlan.Part part : commit.changed()) {
        actions.add(changed(part, written.apply(part)));
      }
      Files.write(
          log.resolve(String.format(Locale.ROOT, "%020d.json", version)),
          actions.stream().map(ObjectNode::toString).toList(),
          UTF_8);
    }
  }

  private static TablePlan.Part find(Map<String, TablePlan.Part> parts, String name) {
    TablePlan.Part found = parts.get(name);
    if (found == null) {
      throw new IllegalArgumentException("No file " + name + " was written");
    }
    return found;
  }

  private static ObjectNode commitInfo(TablePlan.Commit commit, int version) {
    ObjectNode line = Json.object();
    ObjectNode info =
        line.putObject("commitInfo")
            .put("timestamp", commit.at().toEpochMilli())
            .put("operation", commit.operation())
            .put("isolationLevel", "Serializable")
            .put("isBlindAppend", commit.removed().isEmpty())
            .put("engineInfo", "Share-Explorer");
    info.putObject("operationParameters").put("mode", version == 0 ? "ErrorIfExists" : "Append");
    return line;
  }

  private static ObjectNode metaData(TablePlan table, TablePlan.Commit commit) {
    ObjectNode line = Json.object();
    ObjectNode metaData =
        line.putObject("metaData")
            .put("id", UUID.nameUUIDFromBytes(table.folder().getBytes(UTF_8)).toString())
            .put("name", table.name())
            .put("description", table.description());
    metaData.putObject("format").put("provider", "parquet").putObject("options");
    metaData.put("schemaString", DeltaSchema.text(table.columns()));
    ArrayNode partitionColumns = metaData.putArray("partitionColumns");
    table.partitionColumns().forEach(partitionColumns::add);
    ObjectNode configuration = metaData.putObject("configuration");
    if (table.changeFeed()) {
      configuration.put("delta.enableChangeDataFeed", "true");
    }
    metaData.put("createdTime", commit.at().toEpochMilli());
    return line;
  }

  private static ObjectNode add(TablePlan.Part part, Written written, TablePlan.Commit commit) {
    ObjectNode line = Json.object();
    ObjectNode add = line.putObject("add").put("path", part.path());
    part.partitionValues().forEach(add.putObject("partitionValues")::put);
    add.put("size", written.size())
        .put("modificationTime", commit.at().toEpochMilli())
        .put("dataChange", true)
        .put("stats", written.stats());
    return line;
  }

  private static ObjectNode changed(TablePlan.Part part, Written written) {
    ObjectNode line = Json.object();
    ObjectNode changed = line.putObject("cdc").put("path", part.path());
    part.partitionValues().forEach(changed.putObject("partitionValues")::put);
    changed.put("size", written.size()).put("dataChange", false);
    return line;
  }

  private static ObjectNode remove(TablePlan.Part part, Written written, TablePlan.Commit commit) {
    ObjectNode line = Json.object();
    ObjectNode remove =
        line.putObject("remove")
            .put("path", part.path())
            .put("deletionTimestamp", commit.at().toEpochMilli())
            .put("dataChange", true)
            .put("extendedFileMetadata", true);
    part.partitionValues().forEach(remove.putObject("partitionValues")::put);
    remove.put("size", written.size());
    return line;
  }
}

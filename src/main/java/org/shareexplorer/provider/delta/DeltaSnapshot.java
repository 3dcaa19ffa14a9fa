package org.shareexplorer.provider.delta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A table at one version, in the log's own words.
 *
 * @param version the version
 * @param timestamp when it was committed, milliseconds since 1970
 * @param protocol the protocol action
 * @param metaData the metadata action
 * @param files the add actions of the files it consists of, in the order they were added
 */
public record DeltaSnapshot(
    long version, long timestamp, ObjectNode protocol, ObjectNode metaData, List<File> files) {

  /**
   * A data file.
   *
   * @param version the version that added it
   * @param timestamp when that was, milliseconds since 1970
   * @param add the add action
   */
  public record File(long version, long timestamp, ObjectNode add) {

    /** {@return the path below the table's folder, percent-encoded as in the log} */
    public String path() {
      return add.path("path").asText();
    }

    /** {@return its size in bytes} */
    public long size() {
      return add.path("size").asLong();
    }

    /** {@return the number of rows, or 0 if its statistics do not tell} */
    public long rows() {
      try {
        return Json.MAPPER.readTree(add.path("stats").asText("{}")).path("numRecords").asLong();
      } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
        return 0;
      }
    }
  }

  /** {@return names of the partition columns} */
  public List<String> partitionColumns() {
    return metaData.path("partitionColumns").valueStream().map(JsonNode::asText).toList();
  }

  /** {@return whether the table records what changes} */
  public boolean recordsChanges() {
    return metaData
        .path("configuration")
        .path("delta.enableChangeDataFeed")
        .asText()
        .equalsIgnoreCase("true");
  }

  /** {@return bytes of all files} */
  public long size() {
    return files.stream().mapToLong(File::size).sum();
  }
}

package org.shareexplorer.provider.delta;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A file that tells what a version changed, in the log's own words.
 *
 * @param version the version
 * @param timestamp when it was committed, milliseconds since 1970
 * @param kind the action: {@code add}, {@code remove} or {@code cdc}
 * @param action the action's content
 */
public record DeltaChange(long version, long timestamp, String kind, ObjectNode action) {

  /** {@return the path below the table's folder, percent-encoded as in the log} */
  public String path() {
    return action.path("path").asText();
  }

  /** {@return its size in bytes} */
  public long size() {
    return action.path("size").asLong();
  }
}

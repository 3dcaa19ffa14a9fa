package org.shareexplorer.protocol;

/**
 * How a server writes its actions (protocol, "Delta Sharing Capabilities Header", {@code
 * responseFormat}).
 */
public enum ResponseFormat {
  /** Flat actions; plain tables only. */
  PARQUET,
  /** The Delta log's own actions, wrapped. */
  DELTA
}

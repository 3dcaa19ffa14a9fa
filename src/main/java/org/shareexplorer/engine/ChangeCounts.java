package org.shareexplorer.engine;

import java.util.OptionalLong;

/**
 * How many rows a version changed.
 *
 * @param version the version
 * @param timestamp when it was made, in milliseconds since 1970, if the server says so
 */
public record ChangeCounts(
    long version, OptionalLong timestamp, long inserted, long updated, long deleted) {

  /** {@return how many rows in all} */
  public long total() {
    return inserted + updated + deleted;
  }

  /** {@return how many rows of a kind} */
  public long of(ChangeKind kind) {
    return switch (kind) {
      case INSERT -> inserted;
      case UPDATE -> updated;
      case DELETE -> deleted;
    };
  }
}

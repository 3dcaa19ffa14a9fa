package org.shareexplorer.protocol;

/**
 * Which changes of a table are asked for (protocol, "Read Change Data Feed from a Table"). Both
 * ends are part of the range.
 *
 * @param from the first version; a time means the first version written then or later
 * @param to the last version; a time means the last version written then or before
 */
public record ChangesQuery(AsOf from, AsOf to) {

  /** Refuses a range that begins with the newest version, which no server could know. */
  public ChangesQuery {
    if (from instanceof AsOf.Latest) {
      throw new IllegalArgumentException("changes begin with a version or a time");
    }
  }

  /** {@return from one version to another} */
  public static ChangesQuery versions(long from, long to) {
    return new ChangesQuery(AsOf.version(from), AsOf.version(to));
  }
}

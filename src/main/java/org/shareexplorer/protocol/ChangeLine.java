package org.shareexplorer.protocol;

import java.util.OptionalLong;

/**
 * One file of a change feed, the same for both response formats.
 *
 * @param kind what the file's rows tell
 * @param version the version that the change made
 * @param timestamp when that was, in milliseconds since 1970, if the server says so
 * @param file the file
 */
public record ChangeLine(Kind kind, long version, OptionalLong timestamp, FileLine file) {

  /** What a file of a change feed tells. */
  public enum Kind {
    /** A data file that was added: its rows are inserts. */
    ADD,
    /** A data file that was removed: its rows are deletes. */
    REMOVE,
    /** A file of changed rows, which says in a column {@code _change_type} what became of each. */
    CHANGED_ROWS
  }
}

package org.shareexplorer.table;

import java.util.OptionalInt;

/**
 * How a field is found in a table's files (Delta protocol, "Column Mapping").
 *
 * @param name its name there, and among partition values and in statistics
 * @param id its number in the files' schemas, where files are to be searched by numbers and not by
 *     names
 */
public record StoredName(String name, OptionalInt id) {

  /** A field that files call by this name. */
  public StoredName(String name) {
    this(name, OptionalInt.empty());
  }
}

package org.shareexplorer.table;

import java.util.Map;
import java.util.Optional;

/**
 * A column, or a named part of one.
 *
 * @param name its name, as the provider wrote it
 * @param type its type
 * @param nullable whether null is allowed
 * @param metadata what else the table says of it, as text by key: {@code comment}, column mapping,
 *     type changes
 * @param stored how it is found in the table's files
 */
public record Field(
    String name, DataType type, boolean nullable, Map<String, String> metadata, StoredName stored) {

  /** A column that files call by the same name. */
  public Field(String name, DataType type, boolean nullable, Map<String, String> metadata) {
    this(name, type, nullable, metadata, new StoredName(name));
  }

  /** A column about which nothing more is known. */
  public Field(String name, DataType type, boolean nullable) {
    this(name, type, nullable, Map.of());
  }

  /** {@return the provider's words about the column} */
  public Optional<String> comment() {
    return Optional.ofNullable(metadata.get("comment"));
  }
}

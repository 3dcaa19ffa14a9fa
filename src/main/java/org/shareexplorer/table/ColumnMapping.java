package org.shareexplorer.table;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether columns have other names in files than in the schema (Delta protocol, "Column Mapping").
 * Names and numbers that fields carry mean nothing as long as it is off.
 */
enum ColumnMapping {
  NONE,
  NAME,
  ID;

  private static final String MODE = "delta.columnMapping.mode";
  private static final String PHYSICAL_NAME = "delta.columnMapping.physicalName";
  private static final String NUMBER = "delta.columnMapping.id";

  /** {@return the mapping that a table's properties ask for} */
  static ColumnMapping of(Map<String, String> configuration) {
    return switch (configuration.getOrDefault(MODE, "none").toLowerCase(Locale.ROOT)) {
      case "name" -> NAME;
      case "id" -> ID;
      default -> NONE;
    };
  }

  /** {@return how a field is found in files; empty if its metadata lack what that takes} */
  Optional<StoredName> stored(String name, Map<String, String> metadata) {
    String physical = metadata.getOrDefault(PHYSICAL_NAME, "");
    String number = metadata.getOrDefault(NUMBER, "");
    return switch (this) {
      case NONE -> Optional.of(new StoredName(name));
      case NAME -> physical.isEmpty() ? Optional.empty() : Optional.of(new StoredName(physical));
      case ID ->
          physical.isEmpty() || !number.matches("\\d{1,9}")
              ? Optional.empty()
              : Optional.of(new StoredName(physical, OptionalInt.of(Integer.parseInt(number))));
    };
  }
}

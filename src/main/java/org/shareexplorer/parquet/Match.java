package org.shareexplorer.parquet;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shareexplorer.table.Field;

/** Finds a table's field among the names in a file. */
final class Match {

  /** Where a table with column mapping says what a field is called in its files. */
  private static final String PHYSICAL_NAME = "delta.columnMapping.physicalName";

  private Match() {}

  /** {@return the one of that very name, else the first one whose name differs only in case} */
  static <T> Optional<T> of(List<T> candidates, Function<T, String> name, Field field) {
    String wanted = field.metadata().getOrDefault(PHYSICAL_NAME, field.name());
    return candidates.stream()
        .filter(candidate -> name.apply(candidate).equals(wanted))
        .findFirst()
        .or(() ->
            candidates.stream()
                .filter(candidate -> name.apply(candidate).equalsIgnoreCase(wanted))
                .findFirst());
  }
}

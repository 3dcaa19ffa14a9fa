package org.shareexplorer.parquet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.parquet.schema.Type;
import org.shareexplorer.table.Field;

/** Finds a table's field among those of a file. */
final class Match {

  private Match() {}

  /**
   * {@return the one of that number, if the table goes by numbers; else the one of that very name,
   * else the first one whose name differs only in case}
   */
  static <T> Optional<T> of(List<T> candidates, Function<T, Type> type, Field field) {
    OptionalInt id = field.stored().id();
    if (id.isPresent()) {
      return first(
          candidates, type, t -> t.getId() != null && t.getId().intValue() == id.getAsInt());
    }
    String name = field.stored().name();
    return first(candidates, type, t -> t.getName().equals(name))
        .or(() -> first(candidates, type, t -> t.getName().equalsIgnoreCase(name)));
  }

  private static <T> Optional<T> first(
      List<T> candidates, Function<T, Type> type, Predicate<Type> wanted) {
    return candidates.stream().filter(candidate -> wanted.test(type.apply(candidate))).findFirst();
  }
}

package org.shareexplorer.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/** Guesses by their names and types which columns may tell rows apart, the likeliest first. */
final class KeyCandidates {

  private static final int MOST = 4;
  private static final int UNLIKELY = 3;

  private KeyCandidates() {}

  /** {@return some of the columns} */
  static List<Field> of(List<Field> fields) {
    return fields.stream()
        .filter(field -> fits(field.type()))
        .sorted(Comparator.comparingInt(field -> unlikeliness(field, fields)))
        .limit(MOST)
        .toList();
  }

  private static boolean fits(DataType type) {
    return SqlText.comparable(type)
        && !SqlText.floating(type)
        && type != Simple.BOOLEAN
        && type != Simple.BINARY;
  }

  private static int unlikeliness(Field field, List<Field> fields) {
    String name = field.name().toLowerCase(Locale.ROOT);
    if (name.equals("id") || name.equals("key") || name.equals("uuid")) {
      return 0;
    }
    if (field.equals(fields.getFirst())) {
      return name.endsWith("id") ? 0 : 1;
    }
    return name.endsWith("_id") || name.endsWith("_key") || field.name().endsWith("Id")
        ? 2
        : UNLIKELY + (field.type() == Simple.STRING || field.type() == Simple.LONG ? 0 : 1);
  }
}

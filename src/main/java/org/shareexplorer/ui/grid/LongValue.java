package org.shareexplorer.ui.grid;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Values;

/**
 * Stands in the grid for a value too large to be kept for each of many rows. A row in full, and
 * cells that are copied, are read again.
 *
 * @param text its beginning, as much as a cell shows; moments inside nested values in UTC
 */
record LongValue(String text) {

  /** A larger value is cut, in bytes: so a page of many columns fits in any heap. */
  private static final long LARGEST = 4_000;

  private static final int CHARACTERS = 1_000;

  /** What an object takes besides its content, in bytes. */
  private static final int OBJECT = 32;

  /** {@return a row as the grid keeps it} */
  static List<@Nullable Object> cut(List<@Nullable Object> row) {
    if (row.stream().noneMatch(value -> bytes(value) > LARGEST)) {
      return row;
    }
    List<@Nullable Object> cut = new ArrayList<>(row);
    cut.replaceAll(value -> value != null && bytes(value) > LARGEST ? of(value) : value);
    return Collections.unmodifiableList(cut);
  }

  private static LongValue of(Object value) {
    return new LongValue(
        value instanceof String text
            ? text.substring(0, CHARACTERS)
            : CellText.display(value, ZoneOffset.UTC));
  }

  /** {@return about how much memory a value takes} */
  static long bytes(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case String text -> OBJECT + text.length();
      case LongValue(String text) -> OBJECT + text.length();
      case Values.Bytes(byte[] bytes) -> OBJECT + bytes.length;
      case Values.Undecodable(String why) -> OBJECT + why.length();
      case Values.Variant(Object inner) -> OBJECT + bytes(inner);
      case Values.StructValue(Map<String, @Nullable Object> fields) -> bytes(fields.values());
      case List<?> list -> bytes((Iterable<?>) list);
      case Map<?, ?> map -> bytes(map.keySet()) + bytes(map.values());
      default -> OBJECT;
    };
  }

  private static long bytes(Iterable<?> values) {
    long bytes = OBJECT;
    for (Object value : values) {
      bytes += Integer.BYTES + bytes(value);
    }
    return bytes;
  }
}

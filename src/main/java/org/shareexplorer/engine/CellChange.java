package org.shareexplorer.engine;

import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.CellText;

/**
 * A cell of an updated row whose value is another than before. Values are as {@code table.Values}
 * lists them.
 *
 * @param before the value before; null stands for null
 * @param after the value since
 */
public record CellChange(@Nullable Object before, @Nullable Object after) {

  /** {@return both values exactly, with an arrow between} */
  @Override
  public String toString() {
    return text(before) + " → " + text(after);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "null" : CellText.plain(value);
  }
}

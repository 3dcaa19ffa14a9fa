package org.shareexplorer.cli;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.CellChange;
import org.shareexplorer.table.CellText;

/** A value as text in a table, where null, empty text and the word cannot be mistaken. */
final class Cell {

  private static final String NULL = "(null)";

  private Cell() {}

  /**
   * {@return the value's text} Text that is empty or looks like a mark of ours stands in quotes.
   *
   * @param zone where instants are shown
   */
  static String text(@Nullable Object value, ZoneId zone) {
    if (value == null) {
      return NULL;
    }
    if (value instanceof CellChange(Object before, Object after)) {
      return text(before, zone) + " → " + text(after, zone);
    }
    if (value instanceof String text
        && (text.isEmpty() || text.equals(NULL) || text.startsWith("\""))) {
      return '"' + text + '"';
    }
    return CellText.display(value, zone);
  }
}
